import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row } from "../../ui/stack.tsx";

const RenewalsDueQuery = graphql(`
  query RenewalsDue { members(first: 1, filter: { renewable: true }) { totalCount } }
`);

/** How many memberships wait to be renewed. */
export function RenewalsDue() {
  const { t } = useTranslation("members");
  const count = useSuspenseQuery(RenewalsDueQuery, { fetchPolicy: "cache-and-network" }).data.members.totalCount;
  if (count === 0) return null;
  return (
    <Notice tone="wait" title={t("due.renewals", { count })}>
      <Row>
        <ButtonLink to="/members?due=renewal">{t("due.go")}</ButtonLink>
      </Row>
    </Notice>
  );
}
