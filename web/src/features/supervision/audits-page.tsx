import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { Plans } from "./plans.tsx";
import { runTones } from "./run-tones.ts";
import { useOccasion } from "./use-occasion.ts";

const AuditsPageQuery = graphql(`
  query AuditsPage($first: Int!, $after: String) {
    auditPlans { id ...Plans_plan }
    auditRuns(first: $first, after: $after) {
      edges { node { id occasion state asOf population findings plan { id title } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export function AuditsPage() {
  const { t } = useTranslation("supervision");
  const { text, dateTime, number } = useFormat();
  const { may } = useSession();
  const occasion = useOccasion();
  const cursor = useCursor(20);
  const { auditPlans, auditRuns } = useSuspenseQuery(AuditsPageQuery, { variables: cursor.variables, fetchPolicy: "cache-and-network" }).data;
  return (
    <Page title={t("audits.title")} lead={t("audits.lead")} actions={may("AUDIT_PLAN") && <ButtonLink to="/audits/plans/new">{t("plan.make")}</ButtonLink>}>
      <Section title={t("plans")}>
        <Plans of={auditPlans} empty={<Empty title={t("plan.none")} />} />
      </Section>
      <Section title={t("runs")}>
        <Table
          of={auditRuns}
          cursor={cursor}
          caption={t("runs")}
          empty={<Empty title={t("run.none")} />}
          columns={[
            { key: "run", title: t("run.title"), render: ({ id, plan, occasion: when }) => <Named to={`/audits/${id}`} name={text(plan.title)} note={occasion(when)} /> },
            { key: "asOf", title: t("run.asOf"), render: ({ asOf }) => dateTime(asOf) },
            { key: "state", title: t("run.state"), render: ({ state }) => <Badge tone={runTones[state]}>{t(`runState.${state}`)}</Badge> },
            { key: "members", title: t("run.population"), numeric: true, render: ({ population }) => number(population) },
            { key: "findings", title: t("run.findings"), numeric: true, render: ({ state, findings }) => (state === "DONE" ? number(findings) : "–") },
          ]}
        />
      </Section>
    </Page>
  );
}
