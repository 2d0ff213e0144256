import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { AssessmentQueueTab } from "../../gql/graphql.ts";
import { useFilter } from "../../lib/use-cursor.ts";
import { Page } from "../../ui/page.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { OverdueTable } from "./overdue-table.tsx";
import { QueueTable } from "./queue-table.tsx";

const QueuePageQuery = graphql(`
  query QueuePage { assessmentQueueCounts { tab count } }
`);

export const queueTabs: readonly AssessmentQueueTab[] = ["TO_REVIEW", "CHANGES_REQUESTED", "OVERDUE", "CONFIRMED"];
export const tabOf = (name: string | null): AssessmentQueueTab => queueTabs.find((tab) => tab === name) ?? "TO_REVIEW";

/** What waits for the officers, what they sent back, what is late, and what is done. */
export function QueuePage() {
  const { t } = useTranslation("assessments");
  const [filter, setFilter] = useFilter("tab");
  const tab = tabOf(filter.tab);
  const { assessmentQueueCounts } = useSuspenseQuery(QueuePageQuery, { fetchPolicy: "cache-and-network" }).data;
  const countOf = (name: AssessmentQueueTab) => assessmentQueueCounts.find((one) => one.tab === name)?.count ?? 0;
  return (
    <Page title={t("queue.title")} lead={t("queue.lead")}>
      <Tabs label={t("queue.tabs")} chosen={tab} onChoose={(chosen) => setFilter({ tab: chosen })} of={queueTabs.map((name) => ({ value: name, label: t(`queue.tab.${name}`), count: countOf(name) }))} />
      {tab === "OVERDUE" ? <OverdueTable /> : <QueueTable key={tab} tab={tab} />}
    </Page>
  );
}
