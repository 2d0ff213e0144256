import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { PledgeState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { PledgeStateBadge } from "./pledge-state-badge.tsx";

const PledgeBoardPageQuery = graphql(`
  query PledgeBoardPage($first: Int!, $after: String, $state: PledgeState, $isOverdue: Boolean) {
    pledge { id number signBy }
    pledgeTotals { signed outdated unsigned overdue }
    pledgeStatus(first: $first, after: $after, state: $state, isOverdue: $isOverdue) {
      edges { node { state isOverdue member { id number name creditCode } signature { id number signatoryName signedAt versionNumber } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Besides the states: whoever should have signed by now. */
const OVERDUE = "overdue";
const states: readonly PledgeState[] = ["UNSIGNED", "OUTDATED", "SIGNED"];

/** Who has signed the pledge in force and who has not, among the firms that stand in the association. */
export function PledgeBoardPage() {
  const { t } = useTranslation("norms");
  const { text, date, dayOf } = useFormat();
  const [filter, setFilter] = useFilter("state");
  const state = states.find((known) => known === filter.state) ?? null;
  const isOverdue = filter.state === OVERDUE ? true : null;
  const cursor = useCursor();
  const { may } = useSession();
  const { pledge, pledgeTotals: totals, pledgeStatus } = useSuspenseQuery(PledgeBoardPageQuery, { variables: { ...cursor.variables, state, isOverdue } }).data;
  const counts = { SIGNED: totals.signed, OUTDATED: totals.outdated, UNSIGNED: totals.unsigned };
  const rows = { ...pledgeStatus, edges: pledgeStatus.edges.map(({ node }) => ({ node: { ...node, id: node.member.id } })) };
  return (
    <Page title={t("board.title")} lead={pledge ? t("board.lead", { version: pledge.number, by: date(pledge.signBy) }) : t("pledge.none")} actions={may("PLEDGE_PUBLISH") && <ButtonLink to="/pledge-board/publish">{t("publish.title")}</ButtonLink>}>
      <Tabs
        label={t("state.title")}
        chosen={isOverdue ? OVERDUE : (state ?? "")}
        onChoose={(chosen) => setFilter({ state: chosen })}
        of={[
          { value: "", label: t("state.all"), count: totals.signed + totals.outdated + totals.unsigned },
          ...states.map((value) => ({ value, label: t(`state.${value}`), count: counts[value] })),
          { value: OVERDUE, label: t("state.overdue"), count: totals.overdue },
        ]}
      />
      <Table
        of={rows}
        cursor={cursor}
        caption={t("board.title")}
        empty={<Empty title={t("board.none")} />}
        columns={[
          { key: "member", title: t("board.member"), render: ({ member }) => <Named to={`/members/${member.id}`} name={text(member.name)} note={member.creditCode} /> },
          { key: "state", title: t("state.title"), render: ({ state: stands, isOverdue: late }) => <Named name={<PledgeStateBadge of={stands} />} {...(late && { note: t("state.overdue") })} /> },
          { key: "signed", title: t("signature.at"), unbroken: true, render: ({ signature }) => (signature ? dayOf(signature.signedAt) : "–") },
          { key: "by", title: t("signature.by"), render: ({ signature }) => signature?.signatoryName ?? "–" },
          { key: "number", title: t("signature.number"), unbroken: true, render: ({ signature }) => signature ? <Named name={signature.number} note={t("signature.version", { version: signature.versionNumber })} /> : "–" },
        ]}
      />
    </Page>
  );
}
