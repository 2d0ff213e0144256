import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { AssessmentQueueTab } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { usePeriod } from "../../lib/use-period.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table } from "../../ui/table.tsx";
import { stateTones } from "./state.ts";

const QueueTableQuery = graphql(`
  query QueueTable($tab: AssessmentQueueTab!, $first: Int!, $after: String) {
    assessmentQueue(tab: $tab, first: $first, after: $after) {
      edges { node { id state submittedAt returnedAt confirmedAt grade scoreValue period { code } member { id name number rewardEffects { code } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

interface QueueTableProps {
  tab: Exclude<AssessmentQueueTab, "OVERDUE">;
}

/** Its number and, where it is looked at first, that it is. */
function MemberNote({ number, isFirst }: { number: number; isFirst: boolean }) {
  const { t } = useTranslation("assessments");
  return (
    <>
      {t("queue.number", { number })} {isFirst && <Badge tone="good">{t("queue.fastLane")}</Badge>}
    </>
  );
}

/** One tab of the queue: what was handed in, and what became of it. */
export function QueueTable({ tab }: QueueTableProps) {
  const { t } = useTranslation("assessments");
  const { text, dateTime, decimal } = useFormat();
  const period = usePeriod();
  const cursor = useCursor();
  const { assessmentQueue } = useSuspenseQuery(QueueTableQuery, { variables: { tab, ...cursor.variables }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Table
      of={assessmentQueue}
      cursor={cursor}
      caption={t(`queue.tab.${tab}`)}
      empty={<Empty title={t(`queue.none.${tab}`)} />}
      columns={[
        { key: "member", title: t("member"), render: ({ id, member }) => <Named to={`/assessments/${id}/review?tab=${tab}`} name={text(member.name)} note={<MemberNote number={member.number} isFirst={tab === "TO_REVIEW" && member.rewardEffects.some(({ code }) => code === "FAST_LANE")} />} /> },
        { key: "period", title: t("period.title"), render: (row) => period(row.period.code) },
        {
          key: "since", title: t(`queue.since.${tab}`),
          render: ({ submittedAt, returnedAt, confirmedAt }) => {
            const at = { TO_REVIEW: submittedAt, CHANGES_REQUESTED: returnedAt, CONFIRMED: confirmedAt }[tab];
            return at === null ? "–" : dateTime(at);
          },
        },
        { key: "state", title: t("state.title"), render: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge> },
        ...(tab === "CONFIRMED" ? [{ key: "result", title: t("result"), render: ({ grade, scoreValue }: { grade: string | null; scoreValue: string | null }) => (grade === null || scoreValue === null ? t("score.NOT_RATED") : `${grade} · ${decimal(scoreValue)}`) }] : []),
      ]}
    />
  );
}
