import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Bars } from "../../ui/bars.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Candidates } from "./candidates.tsx";
import { RoundBadge } from "./reward-badge.tsx";
import { RoundActs } from "./round-acts.tsx";

const RoundPageQuery = graphql(`
  query RoundPage($id: ID!) {
    rewardRound(id: $id) {
      id kind year state ladderVersion candidates qualified struck openedAt closedAt reason
      tallies { met criterion { code words } }
      recheck { judged differing }
      maySelect: viewerMay(act: REWARD_SELECT)
      ...RoundActs_round
    }
  }
`);

/** One yearly round: who meets what, drawn and firm by firm, and the acts that end it. */
export function RoundPage() {
  const { t } = useTranslation("rewards");
  const { text, dateTime, number } = useFormat();
  const { id = "" } = useParams();
  const { rewardRound: round } = useSuspenseQuery(RoundPageQuery, { variables: { id } }).data;
  if (!round) return <NotFound />;
  const { kind, year, state, candidates, qualified, struck, tallies, recheck } = round;
  return (
    <Page title={t("ofYear", { what: t(`kind.${kind}`), year })} lead={t("round.lead")} above={[{ to: "/rewards", label: t("title") }]} actions={<RoundActs of={round} />}>
      {state === "OPEN" && <Notice tone="wait" title={t("round.open")}>{t("round.openWhat")}</Notice>}
      <Facts
        of={[
          { label: t("state.title"), value: <RoundBadge of={state} />, ...(round.reason && { note: round.reason }) },
          { label: t("rounds.candidates"), value: number(candidates) },
          { label: t("rounds.qualified"), value: number(qualified), ...(struck > 0 && { note: t("round.struck", { count: struck }) }) },
          { label: t("round.asOf"), value: dateTime(round.openedAt), note: t("round.ladder", { version: round.ladderVersion }) },
          ...(round.closedAt ? [{ label: t(`round.${state}`), value: dateTime(round.closedAt) }] : []),
          { label: t("round.recheck"), value: t(recheck.differing === 0 ? "round.same" : "round.differs", { count: recheck.judged, differing: recheck.differing }) },
        ]}
      />
      <Section title={t("round.tallies")}>
        <Bars
          label={t("round.tallies")}
          of={tallies.map(({ criterion, met }) => ({
            key: criterion.code, label: text(criterion.words), figure: t("round.metBy", { met: number(met), of: number(candidates) }), value: met, reach: candidates,
            tone: met === candidates ? "good" : "note",
          }))}
        />
      </Section>
      <Section title={t("round.firms")}>
        <Suspense fallback={<Loading />}>
          <Candidates roundId={id} mayStrike={round.maySelect} />
        </Suspense>
      </Section>
    </Page>
  );
}
