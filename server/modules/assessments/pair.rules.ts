import type { Period } from "../../kernel/period.ts";
import type { InputProblem } from "./input-problem.rules.ts";
import { type Answers, inputReference, inputsInForce, type Scheme } from "./scheme.rules.ts";
import { draftProblems } from "./validity.rules.ts";

/** Faults between figures that are each well-formed, one of which must be more than it can be. */
const betweenFigures: ReadonlySet<InputProblem["code"]> = new Set(["NUMERATOR_ABOVE_DENOMINATOR", "PART_ABOVE_WHOLE"]);

export const isBetweenFigures = ({ code }: InputProblem): boolean => betweenFigures.has(code);

export interface Possible {
  answers: Answers;
  /** At the figures that were changed into what cannot be: the part where it was changed, else its whole. */
  problems: InputProblem[];
}

/**
 * Takes back every change by which a part would pass its whole: the whole change of that indicator, for nobody knows which of its
 * figures is the wrong one. Taking one back may leave another standing against the figure of before, so it is asked again.
 */
export function withoutImpossible(scheme: Scheme, before: Answers, after: Answers, period: Period): Possible {
  const refused = draftProblems(scheme, after, period).filter(isBetweenFigures).flatMap((fault) => atChanges(fault, before, after));
  if (refused.length === 0) return { answers: after, problems: [] };
  const back = new Set(refused.map(({ path }) => indicatorOf(path)));
  const kept = Object.fromEntries(Object.entries(after).flatMap(([id, answer]) => {
    const standing = back.has(id) ? before[id] : answer;
    return standing === undefined ? [] : [[id, standing]];
  }));
  const further = withoutImpossible(scheme, before, kept, period);
  const isNew = ({ path }: InputProblem) => !refused.some((problem) => problem.path === path);
  return { answers: further.answers, problems: [...refused, ...further.problems.filter(isNew)] };
}

/** The fault, moved to what was changed in each indicator it concerns; none where nothing of it was. */
function atChanges({ code, path, against = [] }: InputProblem, before: Answers, after: Answers): InputProblem[] {
  const fields = [path, ...against];
  const changed = fields.filter((field) => figureIn(before, field) !== figureIn(after, field));
  const asked = changed.filter((field) => field === path || indicatorOf(field) !== indicatorOf(path) || !changed.includes(path));
  return asked.map((field) => ({ code, path: field, against: fields.filter((other) => other !== field) }));
}

const referenceOf = (path: string) => inputReference(path.slice("answers.".length));
const indicatorOf = (path: string): string => referenceOf(path).indicator;

/** What counts at a field; null where nothing does. */
function figureIn(answers: Answers, path: string): string | null {
  const { indicator, input } = referenceOf(path);
  const answer = answers[indicator];
  return answer === undefined || answer.notApplicable !== undefined ? null : (inputsInForce(answer)[input] ?? null);
}
