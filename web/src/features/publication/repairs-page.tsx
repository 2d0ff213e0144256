import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { RepairsPageQuery as Answer, RepairTab } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { RepairClock } from "./repair-clock.tsx";
import { repairTones } from "./tones.ts";

const RepairsPageQuery = graphql(`
  query RepairsPage($tab: RepairTab!, $first: Int!, $after: String) {
    repairs(tab: $tab, first: $first, after: $after) {
      edges {
        node {
          id state filedAt member { id name number } publication { id caseNumber stepName untilOn }
          decisionClock { ...RepairClock_clock } feedbackClock { ...RepairClock_clock }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = Answer["repairs"]["edges"][number]["node"];

const tabs: readonly RepairTab[] = ["TO_DECIDE", "RETURNED", "TO_TELL", "DONE"];

/** Applications for repair by what they wait for, with the clocks the association is bound by. */
export function RepairsPage() {
  const { t } = useTranslation("publication");
  const { text, dayOf } = useFormat();
  const [filter, setFilter] = useFilter("tab");
  const tab = tabs.find((each) => each === filter.tab) ?? "TO_DECIDE";
  const cursor = useCursor();
  const { repairs } = useSuspenseQuery(RepairsPageQuery, { variables: { tab, ...cursor.variables }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Page title={t("queue.title")} lead={t("queue.lead")}>
      <Tabs label={t("queue.tabs")} chosen={tab} onChoose={(chosen) => setFilter({ tab: chosen })} of={tabs.map((name) => ({ value: name, label: t(`queue.tab.${name}`) }))} />
      <Table
        of={repairs}
        cursor={cursor}
        caption={t(`queue.tab.${tab}`)}
        empty={<Empty title={t(`queue.none.${tab}`)} />}
        columns={[
          { key: "firm", title: t("queue.firm"), render: ({ id, member }) => <Named to={`/repairs/${id}`} name={text(member.name)} note={t("queue.number", { number: member.number })} /> },
          { key: "decision", title: t("queue.decision"), render: ({ publication }) => t("card.title", { step: text(publication.stepName), number: publication.caseNumber }) },
          { key: "filedAt", title: t("queue.filed"), unbroken: true, render: ({ filedAt }) => dayOf(filedAt) },
          ...(tab === "TO_TELL" || tab === "DONE" ? [{ key: "state", title: t("queue.state"), render: ({ state }: Row) => <Badge tone={repairTones[state]}>{t(`state.${state}`)}</Badge> }] : []),
          ...(tab === "TO_DECIDE" || tab === "RETURNED" ? [{ key: "decide", title: t("queue.decideBy"), render: ({ decisionClock }: Row) => <RepairClock of={decisionClock} /> }] : []),
          ...(tab === "DONE" ? [] : [{ key: "tell", title: t("queue.tellBy"), render: ({ feedbackClock }: Row) => <RepairClock of={feedbackClock} /> }]),
        ]}
      />
    </Page>
  );
}
