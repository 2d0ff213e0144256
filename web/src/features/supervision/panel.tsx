import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { Panel_SeatFragment as Seat, Panel_VoteFragment as Vote } from "../../gql/graphql.ts";
import { useSession } from "../../lib/use-session.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { LiveProgress } from "../../ui/progress.tsx";
import { DeclareInterest } from "./declare-interest.tsx";
import { EarlierVotes, PanelSeats } from "./panel-seats.tsx";
import { countingVotes, majorityOf } from "./panel-tally.ts";

export const PanelSeatFragment = graphql(`
  fragment Panel_seat on PanelSeat { userId name seatedAt interested declaration recusedAt recusal }
`);
export const PanelVoteFragment = graphql(`
  fragment Panel_vote on PanelVote { userId name revision choice reason castAt }
`);

interface PanelProps {
  /** The case or appeal that lies before it. */
  id: string;
  /** What is voted on now. */
  revision: number;
  quorum: number;
  seats: readonly FragmentType<typeof PanelSeatFragment>[];
  votes: readonly FragmentType<typeof PanelVoteFragment>[];
  /** Whether it can still be decided, and the reader is one who might. */
  isOpen: boolean;
  /** Whether the reader may take seats from others. */
  maySeat: boolean;
  /** Puts a choice in words. */
  words: (choice: string) => string;
  /** The button by which seats are given. */
  seating: ReactNode;
  /** The form of a vote, for who has yet to cast one. */
  voting: ReactNode;
  /** The act by which the matter is decided as the votes have it. */
  deciding: (choice: string) => ReactNode;
}

/** A panel: who sits on it, what they declared, how they voted, how many votes are wanting, and what the reader has to do. */
export function Panel({ id, revision, quorum, seats, votes, isOpen, maySeat, words, seating, ...acts }: PanelProps) {
  const { t } = useTranslation("supervision");
  const named = useFragment(PanelSeatFragment, seats);
  const cast = useFragment(PanelVoteFragment, votes);
  const counting = countingVotes(named, cast, revision);
  return (
    <Section title={t("panel.title")} actions={seating}>
      {named.length === 0 && <p>{t("panel.nobody")}</p>}
      {isOpen && <LiveProgress label={t("panel.quorum", { count: quorum })} done={Math.min(counting.length, quorum)} total={quorum} />}
      <PanelSeats id={id} seats={named} votes={counting} isOpen={isOpen} maySeat={maySeat} words={words} />
      {isOpen && <OwnPart id={id} quorum={quorum} seats={named} counting={counting} {...acts} />}
      <EarlierVotes of={cast.filter((vote) => vote.revision !== revision)} words={words} />
    </Section>
  );
}

interface OwnPartProps extends Pick<PanelProps, "id" | "quorum" | "voting" | "deciding"> {
  seats: readonly Seat[];
  counting: readonly Vote[];
}

/** What the holder of a seat has to do next: declare, vote, and when the votes suffice, decide. */
function OwnPart({ id, quorum, seats, counting, voting, deciding }: OwnPartProps) {
  const { t } = useTranslation("supervision");
  const { viewer } = useSession();
  const own = seats.find(({ userId, recusedAt }) => userId === viewer?.id && recusedAt === null);
  const majority = majorityOf(counting.map(({ choice }) => choice), quorum);
  if (own?.interested === null) return <DeclareInterest id={id} />;
  return (
    <>
      {own && !counting.some(({ userId }) => userId === own.userId) && voting}
      {counting.length >= quorum && majority === null && <Notice tone="wait">{t("panel.noMajority")}</Notice>}
      {own && majority !== null && deciding(majority)}
    </>
  );
}
