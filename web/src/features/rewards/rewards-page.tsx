import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { RewardKind, RewardState } from "../../gql/graphql.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink, FileLink } from "../../ui/button.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Ladder } from "./ladder.tsx";
import { MemberRewards } from "./member-rewards.tsx";
import { RewardsTable } from "./rewards-table.tsx";
import { Rounds } from "./rounds.tsx";

const RewardsPageQuery = graphql(`
  query RewardsPage($first: Int!, $after: String, $filter: RewardFilter) {
    rewards(first: $first, after: $after, filter: $filter) {
      edges { node { id ...RewardsTable_reward } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const states = ["PROPOSED", "IN_FORCE", "EXPIRED", "DECLINED", "REVOKED"] as const satisfies readonly RewardState[];
const kinds = ["COMMENDATION", "HONOUR_LIST", "EXCELLENT_SERVICE_ENTERPRISE"] as const satisfies readonly RewardKind[];

/** Everybody's rewards and the yearly rounds for the association; for a member's people what their firm has, and what it lacks. */
export function RewardsPage() {
  const { t } = useTranslation("rewards");
  const { viewer, may } = useSession();
  const own = viewer?.member?.id;
  const actions = (
    <>
      {may("REWARD_PROPOSE") && <ButtonLink to="/rewards/propose" kind="main">{t("propose.title")}</ButtonLink>}
      <FileLink href="/honours">{t("publicList")}</FileLink>
    </>
  );
  return (
    <Page title={t(own ? "own" : "title")} lead={t(own ? "ownLead" : "lead")} actions={actions}>
      <Suspense fallback={<Loading />}>{own ? <MemberRewards id={own} /> : <Everybody />}</Suspense>
      <Suspense fallback={<Loading />}>
        <Ladder />
      </Suspense>
    </Page>
  );
}

function Everybody() {
  const { t } = useTranslation("rewards");
  const { may } = useSession();
  const [filter, setFilter] = useFilter("state", "kind");
  const state = states.find((each) => each === filter.state) ?? null;
  const kind = kinds.find((each) => each === filter.kind) ?? null;
  return (
    <>
      <Section title={t("table.title")}>
        <Tabs
          label={t("state.title")}
          chosen={state ?? ""}
          onChoose={(chosen) => setFilter({ state: chosen })}
          of={[{ value: "", label: t("state.all") }, ...states.map((each) => ({ value: each, label: t(`state.${each}`) }))]}
        />
        <FilterSelect
          label={t("kind.title")}
          all={t("kind.all")}
          chosen={kind}
          onChoose={(chosen) => setFilter({ kind: chosen })}
          options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        />
        <Suspense fallback={<Loading />}>
          <List state={state} kind={kind} />
        </Suspense>
      </Section>
      {may("REWARD_REVIEW") && <Rounds />}
    </>
  );
}

function List({ state, kind }: { state: RewardState | null; kind: RewardKind | null }) {
  const { t } = useTranslation("rewards");
  const cursor = useCursor(25);
  const { rewards } = useSuspenseQuery(RewardsPageQuery, { variables: { ...cursor.variables, filter: { state, kind } } }).data;
  return <RewardsTable of={rewards} cursor={cursor} ownOnly={false} empty={t(state ?? kind ? "noneSo" : "none")} />;
}
