import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { CaseClock_ClockFragment as Clock } from "../../gql/graphql.ts";
import { daysLater } from "../../lib/association-day.ts";
import { today, useFormat } from "../../lib/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { type Stretch, TimeBar } from "../../ui/time-bar.tsx";

export const CaseClockFragment = graphql(`
  fragment CaseClock_clock on CaseClock { state due left pausedSince pausedBecause }
`);

interface CaseClockProps {
  of: FragmentType<typeof CaseClockFragment>;
  /** The time for what. */
  title: string;
  /** The day it began. */
  from: string;
}

/** A time somebody has: until when, how much of it is left, and why it stands where it does. */
export function CaseClock({ of, title, from }: CaseClockProps) {
  const { t } = useTranslation("supervision");
  const write = useClockWords();
  const clock = useFragment(CaseClockFragment, of);
  const now = today();
  return (
    <Notice tone={toneOf(clock)} title={title}>
      <Stack gap="small">
        <p>{write(clock)}</p>
        {clock.pausedBecause !== null && <p>{t("clock.because", { reason: clock.pausedBecause })}</p>}
        <TimeBar of={stretches(clock, from, t(`clockState.${clock.state}`))} now={now} through={clock.state === "OVERDUE" ? now : (clock.due ?? daysLater(now, Math.max(1, clock.left)))} />
      </Stack>
    </Notice>
  );
}

const toneOf = ({ state, left }: Clock) => (state === "OVERDUE" ? "bad" : state === "RUNNING" && left <= 3 ? "wait" : "note");

function stretches({ state, due, pausedSince }: Clock, from: string, label: string): Stretch[] {
  if (state !== "PAUSED" || pausedSince === null) return [{ from, to: state === "OVERDUE" ? null : due, tone: state === "OVERDUE" ? "bad" : "note", label }];
  const paused: Stretch = { from: pausedSince, to: null, tone: "plain", label };
  return pausedSince <= from ? [paused] : [{ from, to: daysLater(pausedSince, -1), tone: "note", label }, paused];
}

/** Says in a sentence where a clock stands. */
export function useClockWords(): (clock: Pick<Clock, "state" | "due" | "left" | "pausedSince">) => string {
  const { t } = useTranslation("supervision");
  const { date } = useFormat();
  return ({ state, due, left, pausedSince }) => {
    const day = date(due ?? pausedSince ?? today());
    if (state === "PAUSED") return t("clock.PAUSED", { date: date(pausedSince ?? today()), count: left });
    if (state === "OVERDUE") return t("clock.OVERDUE", { date: day });
    return left === 0 ? t("clock.lastDay", { date: day }) : t("clock.RUNNING", { date: day, count: left });
  };
}
