import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { usePeriod } from "../../lib/use-period.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table } from "../../ui/table.tsx";
import { stateTones } from "./state.ts";

const OverdueTableQuery = graphql(`
  query OverdueTable($first: Int!, $after: String) {
    assessmentsOverdue(first: $first, after: $after) {
      totalCount
      edges { node { dueOn daysLate period { code } member { id name number } assessment { id state } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Who has not handed in by the due day, also those who never began; each leads to the firm. */
export function OverdueTable() {
  const { t } = useTranslation("assessments");
  const { text, date } = useFormat();
  const period = usePeriod();
  const cursor = useCursor();
  const { assessmentsOverdue } = useSuspenseQuery(OverdueTableQuery, { variables: cursor.variables, fetchPolicy: "cache-and-network" }).data;
  const rows = { ...assessmentsOverdue, edges: assessmentsOverdue.edges.map(({ node }) => ({ node: { ...node, id: `${node.member.id} ${node.period.code}` } })) };
  return (
    <Table
      of={rows}
      cursor={cursor}
      caption={t("queue.tab.OVERDUE")}
      empty={<Empty title={t("queue.none.OVERDUE")} />}
      columns={[
        { key: "member", title: t("member"), render: ({ member }) => <Named to={`/members/${member.id}`} name={text(member.name)} note={t("queue.number", { number: member.number })} /> },
        { key: "period", title: t("period.title"), render: (row) => period(row.period.code) },
        { key: "due", title: t("dueOn"), unbroken: true, render: ({ dueOn }) => date(dueOn) },
        { key: "late", title: t("overdue"), unbroken: true, render: ({ daysLate }) => <Badge tone="bad">{t("daysLate", { count: daysLate })}</Badge> },
        { key: "state", title: t("state.title"), render: ({ assessment }) => <Badge tone={assessment ? stateTones[assessment.state] : "plain"}>{t(`state.${assessment?.state ?? "NONE"}`)}</Badge> },
      ]}
    />
  );
}
