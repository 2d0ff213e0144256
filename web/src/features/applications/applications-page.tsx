import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { ApplicationState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { oneOf, queueStates, stateTones } from "./choices.ts";
import { ClockInList } from "./clock.tsx";
import { nameIn } from "./names.tsx";

const ApplicationsPageQuery = graphql(`query ApplicationsPage { applicationTotals { counts { state count } pressing overdue } }`);
const ApplicationsTableQuery = graphql(`
  query ApplicationsTable($first: Int!, $after: String, $state: ApplicationState) {
    applications(first: $first, after: $after, state: $state) {
      totalCount
      edges { node { id state name creditCode submittedAt region { code name } clock { state due left pausedSince isPressing } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What firms have handed in, by how it stands, the oldest first. */
export function ApplicationsPage() {
  const { t } = useTranslation("applications");
  const [filter, setFilter] = useFilter("state");
  const state = oneOf(queueStates, filter.state) ?? "SUBMITTED";
  const { counts, pressing, overdue } = useSuspenseQuery(ApplicationsPageQuery, { fetchPolicy: "cache-and-network" }).data.applicationTotals;
  const countOf = (name: ApplicationState) => counts.find((each) => each.state === name)?.count ?? 0;
  return (
    <Page title={t("queue.title")} lead={t("queue.lead")}>
      {pressing > 0 && <Notice tone={overdue > 0 ? "bad" : "wait"} title={t("queue.pressing", { count: pressing })}>{overdue > 0 && t("queue.overdue", { count: overdue })}</Notice>}
      <Tabs label={t("state.title")} chosen={state} onChoose={(chosen) => setFilter({ state: chosen })} of={queueStates.map((name) => ({ value: name, label: t(`state.${name}`), count: countOf(name) }))} />
      <ApplicationsTable key={state} state={state} />
    </Page>
  );
}

function ApplicationsTable({ state }: { state: ApplicationState }) {
  const { t } = useTranslation(["applications", "members"]);
  const { text, dateTime } = useFormat();
  const cursor = useCursor();
  const { applications } = useSuspenseQuery(ApplicationsTableQuery, { variables: { state, ...cursor.variables }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Table
      of={applications}
      cursor={cursor}
      caption={t(`state.${state}`)}
      empty={<Empty title={t(`queue.none.${state}`)} />}
      columns={[
        { key: "name", title: t("name.title"), render: ({ id, name, creditCode }) => <Named to={`/applications/${id}`} name={nameIn(name, text(name)) || t("queue.erased")} note={creditCode} /> },
        { key: "region", title: t("members:region"), render: ({ region }) => (region ? text(region.name) : "–") },
        { key: "submitted", title: t("submittedAt"), render: ({ submittedAt }) => (submittedAt ? dateTime(submittedAt) : "–") },
        { key: "state", title: t("state.title"), render: ({ state: stands, clock }) => (clock ? <ClockInList of={clock} /> : <Badge tone={stateTones[stands]}>{t(`state.${stands}`)}</Badge>) },
      ]}
    />
  );
}
