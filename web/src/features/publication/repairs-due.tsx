import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row, Stack } from "../../ui/stack.tsx";

const RepairsDueQuery = graphql(`
  query RepairsDue {
    toDecide: repairs(tab: TO_DECIDE, first: 1) { totalCount }
    toTell: repairs(tab: TO_TELL, first: 1) { totalCount }
  }
`);

/** How many applications for repair wait for the association; says nothing while none does. */
export function RepairsDue() {
  const { t } = useTranslation("publication");
  const { toDecide, toTell } = useSuspenseQuery(RepairsDueQuery, { fetchPolicy: "cache-and-network" }).data;
  if (toDecide.totalCount + toTell.totalCount === 0) return null;
  return (
    <Notice tone="wait" title={t("due.title")}>
      <Stack gap="small">
        {toDecide.totalCount > 0 && <Row><span>{t("due.decide", { count: toDecide.totalCount })}</span><ButtonLink to="/repairs">{t("due.look")}</ButtonLink></Row>}
        {toTell.totalCount > 0 && <Row><span>{t("due.tell", { count: toTell.totalCount })}</span><ButtonLink to="/repairs?tab=TO_TELL">{t("due.tellLook")}</ButtonLink></Row>}
      </Stack>
    </Notice>
  );
}
