import { useTranslation } from "react-i18next";
import type { ApplicationClockState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";

export interface Clock {
  state: ApplicationClockState;
  due: string | null;
  left: number;
  pausedSince: string | null;
  isPressing: boolean;
}

/** By when an application is to be decided, in a word. */
export function ClockBadge({ of }: { of: Clock }) {
  const { t } = useTranslation("applications");
  const { date } = useFormat();
  if (of.state === "PAUSED") return <Badge tone="plain">{t("clock.paused", { date: date(of.pausedSince ?? "") })}</Badge>;
  const due = date(of.due ?? "");
  if (of.state === "OVERDUE") return <Badge tone="bad">{t("clock.overdue", { date: due })}</Badge>;
  return <Badge tone={of.isPressing ? "wait" : "note"}>{t("clock.due", { date: due })}</Badge>;
}

/** The same, with how much is left and why nothing counts. */
export function useClockNote(): (of: Clock) => string {
  const { t } = useTranslation("applications");
  const { date } = useFormat();
  return ({ state, left, pausedSince }) => {
    if (state === "PAUSED") return t("clock.whyPaused", { date: date(pausedSince ?? ""), count: left });
    return state === "OVERDUE" ? t("clock.late", { count: -left }) : t("clock.left", { count: left });
  };
}
