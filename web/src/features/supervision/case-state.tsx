import { useTranslation } from "react-i18next";
import type { CaseOutcome, CaseState } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";
import type { Tone } from "../../ui/tone.tsx";

/** The states of a case, in the order in which it goes through them. */
export const caseStates = ["OPENED", "NOTICE_SERVED", "DRAFTED", "DECIDED", "SERVED", "IN_FORCE", "CLOSED"] as const satisfies readonly CaseState[];

/** The state an address names; null when it names none. */
export const caseStateOf = (text: string | null): CaseState | null => caseStates.find((state) => state === text) ?? null;

const tones: Record<CaseState, Tone> = { OPENED: "note", NOTICE_SERVED: "wait", DRAFTED: "note", DECIDED: "note", SERVED: "wait", IN_FORCE: "bad", CLOSED: "plain" };

/** How far a case has come, and how it ended where it did. */
export function CaseStateBadge({ state, outcome }: { state: CaseState; outcome: CaseOutcome | null }) {
  const { t } = useTranslation("supervision");
  return <Badge tone={tones[state]}>{outcome ? t(`caseOutcome.${outcome}`) : t(`caseState.${state}`)}</Badge>;
}
