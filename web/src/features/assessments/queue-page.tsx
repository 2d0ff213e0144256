import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { AssessmentQueueTab } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { stateTones } from "./state.ts";
import { usePeriod } from "../../lib/use-period.ts";

const QueuePageQuery = graphql(`
  query QueuePage($tab: AssessmentQueueTab!, $first: Int!, $after: String) {
    assessmentQueue(tab: $tab, first: $first, after: $after) {
      edges { node { id state overdue dueOn submittedAt returnedAt confirmedAt grade scoreValue period { code } member { id name number } } }
      pageInfo { hasNextPage endCursor }
    }
    assessmentQueueCounts { tab count }
  }
`);

export const queueTabs: readonly AssessmentQueueTab[] = ["TO_REVIEW", "CHANGES_REQUESTED", "OVERDUE", "CONFIRMED"];
export const tabOf = (name: string | null): AssessmentQueueTab => queueTabs.find((tab) => tab === name) ?? "TO_REVIEW";

/** What waits for the officers, what they sent back, and what is done. */
export function QueuePage() {
  const { t } = useTranslation("assessments");
  const { text, date, dateTime, decimal } = useFormat();
  const period = usePeriod();
  const [filter, setFilter] = useFilter("tab");
  const cursor = useCursor();
  const tab = tabOf(filter.tab);
  const { assessmentQueue, assessmentQueueCounts } = useSuspenseQuery(QueuePageQuery, { variables: { tab, ...cursor.variables }, fetchPolicy: "cache-and-network" }).data;
  const countOf = (name: AssessmentQueueTab) => assessmentQueueCounts.find((one) => one.tab === name)?.count ?? 0;
  return (
    <Page title={t("queue.title")} lead={t("queue.lead")}>
      <Tabs label={t("queue.tabs")} chosen={tab} onChoose={(chosen) => setFilter({ tab: chosen })} of={queueTabs.map((name) => ({ value: name, label: t(`queue.tab.${name}`), count: countOf(name) }))} />
      <Table
        of={assessmentQueue}
        cursor={cursor}
        caption={t(`queue.tab.${tab}`)}
        empty={<Empty title={t(`queue.none.${tab}`)} />}
        columns={[
          { key: "member", title: t("member"), render: ({ id, member }) => <Named to={`/assessments/${id}/review?tab=${tab}`} name={text(member.name)} note={t("queue.number", { number: member.number })} /> },
          { key: "period", title: t("period.title"), render: (row) => period(row.period.code) },
          { key: "since", title: t(`queue.since.${tab}`), render: ({ submittedAt, returnedAt, confirmedAt, dueOn }) => sinceOf(tab, { submittedAt, returnedAt, confirmedAt, dueOn }, { date, dateTime }) },
          {
            key: "state", title: t("state.title"),
            render: ({ state, overdue }) => (
              <Row>
                <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
                {overdue && <Badge tone="bad">{t("overdue")}</Badge>}
              </Row>
            ),
          },
          ...(tab === "CONFIRMED" ? [{ key: "result", title: t("result"), render: ({ grade, scoreValue }: { grade: string | null; scoreValue: string | null }) => (grade === null || scoreValue === null ? t("score.NOT_RATED") : `${grade} · ${decimal(scoreValue)}`) }] : []),
        ]}
      />
    </Page>
  );
}

interface Moments {
  submittedAt: string | null;
  returnedAt: string | null;
  confirmedAt: string | null;
  dueOn: string;
}

function sinceOf(tab: AssessmentQueueTab, moments: Moments, { date, dateTime }: { date: (day: string) => string; dateTime: (instant: string) => string }): string {
  const instants = { TO_REVIEW: moments.submittedAt, CHANGES_REQUESTED: moments.returnedAt, CONFIRMED: moments.confirmedAt, OVERDUE: null };
  const at = instants[tab];
  return at === null ? date(moments.dueOn) : dateTime(at);
}
