import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { severityTones } from "./severity-badge.tsx";

const FindingsDueQuery = graphql(`
  query FindingsDue {
    viewer { id member { id grades { id at findings { id severity } } } }
  }
`);

/** What the last audit found at the reader's own firm; nothing when it found nothing. */
export function FindingsDue() {
  const { t } = useTranslation("supervision");
  const { dayOf } = useFormat();
  const latest = useSuspenseQuery(FindingsDueQuery).data.viewer?.member?.grades[0];
  const gravest = latest?.findings[0];
  if (!latest || !gravest) return null;
  return (
    <Notice tone={severityTones[gravest.severity]} title={t("due.title", { count: latest.findings.length, date: dayOf(latest.at) })}>
      <Stack gap="small">
        <p>{t("due.why")}</p>
        <div>
          <ButtonLink to="/findings">{t("due.act")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
