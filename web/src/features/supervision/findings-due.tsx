import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { severities, severityTones } from "./severity-badge.tsx";

const FindingsDueQuery = graphql(`
  query FindingsDue {
    findings(first: 100, filter: { standing: STANDING }) { edges { node { id severity foundAt } } totalCount }
  }
`);

/** What the last audit found at the reader's own firm; nothing when it found nothing. */
export function FindingsDue() {
  const { t } = useTranslation("supervision");
  const { dayOf } = useFormat();
  const { edges, totalCount } = useSuspenseQuery(FindingsDueQuery).data.findings;
  const latest = edges[0]?.node;
  const gravest = severities.find((severity) => edges.some(({ node }) => node.severity === severity));
  if (!latest || !gravest) return null;
  return (
    <Notice tone={severityTones[gravest]} title={t("due.title", { count: totalCount, date: dayOf(latest.foundAt) })}>
      <Stack gap="small">
        <p>{t("due.why")}</p>
        <div>
          <ButtonLink to="/findings">{t("due.act")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
