import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

const OwnMembershipDueQuery = graphql(`
  query OwnMembershipDue { viewer { id member { id status membership { through graceThrough renewable leavesOn } } } }
`);

/** Tells a firm that its term is ending, or over; says nothing while neither is so. */
export function OwnMembershipDue() {
  const { t } = useTranslation("members");
  const { date } = useFormat();
  const member = useSuspenseQuery(OwnMembershipDueQuery).data.viewer?.member;
  const membership = member?.membership;
  if (!membership?.renewable) return null;
  const words = member?.status === "GRACE" ? t("due.grace", { date: date(membership.graceThrough) }) : t("due.ending", { date: date(membership.through) });
  return (
    <Notice tone="wait" title={t("due.own")}>
      <Stack gap="small">
        <p>{words}</p>
        <div>
          <ButtonLink to="/firm">{t("due.look")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
