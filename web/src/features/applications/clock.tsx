import { useTranslation } from "react-i18next";
import type { ApplicationClockState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Named } from "../../ui/named.tsx";
import type { Tone } from "../../ui/tone.tsx";

export interface Clock {
  state: ApplicationClockState;
  due: string | null;
  left: number;
  pausedSince: string | null;
  isPressing: boolean;
}

const tones: Record<ApplicationClockState | "PRESSING", Tone> = { RUNNING: "note", PRESSING: "wait", OVERDUE: "bad", PAUSED: "plain" };

/** How the time for a decision stands, in a word. */
export function ClockBadge({ of: { state, isPressing } }: { of: Clock }) {
  const { t } = useTranslation("applications");
  const stands = state === "RUNNING" && isPressing ? "PRESSING" : state;
  return <Badge tone={tones[stands]}>{t(`clock.state.${stands}`)}</Badge>;
}

/** The same with its day, for a list. */
export function ClockInList({ of }: { of: Clock }) {
  const { t } = useTranslation("applications");
  const { date } = useFormat();
  return <Named name={<ClockBadge of={of} />} note={of.due === null ? t("clock.since", { date: date(of.pausedSince ?? "") }) : t("clock.by", { date: date(of.due) })} />;
}

/** By when it is to be decided and how much is left, or since when and why nothing counts. */
export function useClockNote(): (of: Clock) => string {
  const { t } = useTranslation("applications");
  const { date } = useFormat();
  return ({ state, due, left, pausedSince }) => {
    if (state === "PAUSED") return t("clock.whyPaused", { date: date(pausedSince ?? ""), count: left });
    return state === "OVERDUE" ? t("clock.late", { date: date(due ?? ""), count: -left }) : t("clock.left", { date: date(due ?? ""), count: left });
  };
}
