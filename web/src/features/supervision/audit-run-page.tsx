import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { AuditRunPageQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { Badge } from "../../ui/badge.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { LiveProgress } from "../../ui/progress.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { FindingsTable } from "./findings-table.tsx";
import { Reports } from "./reports.tsx";
import { RunOutcome } from "./run-outcome.tsx";
import { stageOf } from "./run-stage.ts";
import { runTones } from "./run-tones.ts";
import { useOccasion } from "./use-occasion.ts";

const AuditRunPageQuery = graphql(`
  query AuditRunPage($id: ID!) {
    auditRun(id: $id) {
      id occasion state asOf population batches batchesDone findings orderedAt startedAt finishedAt
      plan { id title }
      ruleSet { version title rules { code title } }
      reports { language }
      gradeCounts { members }
      ...RunOutcome_run
      ...Reports_run
    }
  }
`);

/** Until the last report is there the page goes on asking. */
const isLive = ({ auditRun }: Answer) => auditRun !== null && auditRun !== undefined && stageOf(auditRun) !== null;

export function AuditRunPage() {
  const { t } = useTranslation("supervision");
  const { text, dateTime, number } = useFormat();
  const { id = "" } = useParams();
  const occasion = useOccasion();
  const { auditRun: run } = useLiveQuery(AuditRunPageQuery, { id }, isLive, 1000);
  if (!run) return <NotFound />;
  const isDone = run.state === "DONE";
  const stage = stageOf(run);
  return (
    <Page title={text(run.plan.title)} lead={occasion(run.occasion)} above={[{ to: "/audits", label: t("audits.title") }]}>
      {stage && <LiveProgress label={t(`progress.${stage.name}`)} done={stage.done} total={stage.total} />}
      <Facts
        of={[
          { label: t("run.state"), value: <Badge tone={runTones[run.state]}>{t(`runState.${run.state}`)}</Badge> },
          { label: t("run.asOf"), value: dateTime(run.asOf), note: t("run.asOfNote") },
          { label: t("run.population"), value: run.startedAt ? number(run.population) : "–", ...(run.batches > 1 && { note: t("run.batches", { count: run.batches }) }) },
          { label: t("run.ruleSet"), value: text(run.ruleSet.title) },
          { label: t("run.orderedAt"), value: dateTime(run.orderedAt) },
          ...(run.finishedAt ? [{ label: t("run.finishedAt"), value: dateTime(run.finishedAt) }] : []),
        ]}
      />
      <RunOutcome of={run} />
      <Section title={t("run.reports")} screenOnly>
        <Reports of={run} isDone={isDone} />
      </Section>
      <Section title={t("run.findings")}>
        <Suspense fallback={<Loading />}>
          <FindingsTable key={run.state} runId={run.id} rules={run.ruleSet.rules} empty={t(isDone ? "finding.noneInRun" : "finding.noneYet")} />
        </Suspense>
      </Section>
    </Page>
  );
}
