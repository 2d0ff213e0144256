import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

const PledgeDueQuery = graphql(`
  query PledgeDue {
    viewer { id member { id pledgeState maySign: viewerMay(act: PLEDGE_SIGN) } }
    pledge { id signBy }
  }
`);

/** Asks for the signature that is missing; says nothing when none is. */
export function PledgeDue() {
  const { t } = useTranslation("norms");
  const { date } = useFormat();
  const { viewer, pledge } = useSuspenseQuery(PledgeDueQuery).data;
  const member = viewer?.member;
  if (!pledge || !member?.maySign || member.pledgeState === "SIGNED") return null;
  return (
    <Notice tone="wait" title={t("due.title")}>
      <Stack gap="small">
        <p>{t("due.why", { by: date(pledge.signBy) })}</p>
        <div>
          <ButtonLink to="/pledge">{t("due.act")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
