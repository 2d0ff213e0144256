import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { CaseDue_CaseFragment as Case, CaseState } from "../../gql/graphql.ts";
import { today, useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";
import { useClockWords } from "./case-clock.tsx";

const CaseDueCase = graphql(`
  fragment CaseDue_case on SanctionCase {
    state closedOn
    answers { id final }
    answerClock { state due left pausedSince }
    appeal { id outcome clock { state due left pausedSince } }
    decisions { id appealUntil endsOn setAsideOn }
  }
`);

/** What is due in a case now, and until when. */
export function CaseDue({ of }: { of: FragmentType<typeof CaseDueCase> }) {
  const { t } = useTranslation("supervision");
  const { date } = useFormat();
  const clockWords = useClockWords();
  const about = useFragment(CaseDueCase, of);
  const appealing = about.appeal?.clock;
  if (appealing) return <Named name={t("caseDue.APPEAL")} note={clockWords(appealing)} />;
  const { name, note } = dueIn[about.state](about, { t, date });
  const clock = about.state === "NOTICE_SERVED" && !isAnswered(about) ? about.answerClock : null;
  return <Named name={name} {...(clock ? { note: clockWords(clock) } : note !== null && { note })} />;
}

/** Whether the member has said all it wants to, or its time to is over: then a decision can be drafted. */
export const isAnswered = ({ answers, answerClock }: { answers: readonly { final: boolean }[]; answerClock: { state: string } | null }): boolean =>
  answers.some(({ final }) => final) || answerClock?.state === "OVERDUE";

/** The last day on which the decision that stands can still be appealed; null when it cannot. */
export function appealableUntil({ appeal, decisions }: { appeal: object | null; decisions: readonly { appealUntil: string | null }[] }): string | null {
  const until = decisions[0]?.appealUntil ?? null;
  return appeal === null && until !== null && until >= today() ? until : null;
}

type Due = (about: Case, words: { t: TFunction<"supervision">; date: (day: string) => string }) => { name: string; note: string | null };

const dueIn: Record<CaseState, Due> = {
  OPENED: (_, { t }) => ({ name: t("caseDue.NOTICE"), note: null }),
  NOTICE_SERVED: (about, { t }) => ({ name: t(isAnswered(about) ? "caseDue.DRAFT" : "caseDue.ANSWER"), note: null }),
  DRAFTED: (_, { t }) => ({ name: t("caseDue.PANEL"), note: null }),
  DECIDED: (_, { t }) => ({ name: t("caseDue.SERVE"), note: null }),
  SERVED: (about, { t, date }) => ({ name: t("caseDue.EFFECT"), note: appealNote(about, { t, date }) }),
  IN_FORCE: (about, { t, date }) => ({ name: inForceName(about, { t, date }), note: appealNote(about, { t, date }) }),
  CLOSED: ({ closedOn }, { t, date }) => ({ name: t("caseDue.NOTHING"), note: closedOn && t("caseDue.closedOn", { date: date(closedOn) }) }),
};

const appealNote: (...of: Parameters<Due>) => string | null = (about, { t, date }) => {
  const until = appealableUntil(about);
  return until && t("caseDue.appealUntil", { date: date(until) });
};

const inForceName: (...of: Parameters<Due>) => string = ({ decisions }, { t, date }) => {
  const endsOn = decisions.findLast(({ setAsideOn }) => setAsideOn === null)?.endsOn;
  return endsOn ? t("caseDue.ENDS", { date: date(endsOn) }) : t("caseDue.IN_FORCE");
};
