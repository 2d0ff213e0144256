import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { CaseState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { type StageState, Stages } from "../../ui/stages.tsx";
import { caseStates } from "./case-state.tsx";

const CaseStagesCase = graphql(`
  fragment CaseStages_case on SanctionCase { state steps { id kind at } }
`);

/** The seven states of a case, how far this one has come, and on which days. */
export function CaseStages({ of }: { of: FragmentType<typeof CaseStagesCase> }) {
  const { t } = useTranslation("supervision");
  const { shortDay } = useFormat();
  const { state, steps } = useFragment(CaseStagesCase, of);
  const at = (reached: CaseState) => steps.findLast(({ kind }) => stateAfter(kind) === reached)?.at;
  const furthest = Math.max(...steps.map(({ kind }) => caseStates.indexOf(stateAfter(kind) ?? "OPENED")).filter((place) => caseStates[place] !== "CLOSED"), 0);
  return (
    <Stages
      label={t("case.course")}
      of={caseStates.map((each, place) => {
        const day = at(each);
        return { key: each, label: t(`caseState.${each}`), state: stageState(state, place, furthest), ...(day !== undefined && { note: shortDay(day) }) };
      })}
    />
  );
}

/** The state a step leads to; null for one that leads to none. */
const stateAfter = (kind: string): CaseState | null => (kind === "DROPPED" ? "CLOSED" : (caseStates.find((state) => state === kind) ?? null));

/** A case that is closed did not go through what lies beyond the furthest it came. */
function stageState(state: CaseState, place: number, furthest: number): StageState {
  const now = caseStates.indexOf(state);
  if (state === "CLOSED" && place < now) return place <= furthest ? "DONE" : "SKIPPED";
  if (place === now) return state === "CLOSED" ? "DONE" : "NOW";
  return place < now ? "DONE" : "AHEAD";
}
