import { Decimal, fixed, sum } from "../../kernel/decimal.ts";
import { gradeOf } from "../../kernel/grade.ts";
import type { Period } from "../../kernel/period.ts";
import { weightedShares } from "../../kernel/statistics/weighted-shares.ts";
import { pointsOn } from "./curve.rules.ts";
import { declaredValue, measure, type Measured } from "./indicator.rules.ts";
import type { Answer, Answers, Indicator, IndicatorGroup, ProofLevel, Scheme } from "./scheme.rules.ts";
import type { GroupScore, IndicatorScore, IndicatorState, Reason, ScoreTree } from "./score-tree.rules.ts";

/** Judges the answers in force under a scheme. The order of the answers does not matter. */
export function scoreAssessment(scheme: Scheme, answers: Answers, period: Period): ScoreTree {
  const leaves = scheme.groups.flatMap((group) => group.indicators.map((indicator) => leafOf(scheme, indicator, answers, period)));
  const rated = leaves.filter((leaf) => leaf.state === "RATED");
  const facts = { indicators: rated.length, weight: sum(rated.map((leaf) => leaf.weight)).toString() };
  const { requiredFacts } = scheme;
  const enough = facts.indicators >= requiredFacts.indicators && new Decimal(facts.weight).gte(requiredFacts.weight);
  const weighed = weigh(leaves, scheme.decimals, enough);
  const score = enough ? fixed(sum(weighed.map((leaf) => leaf.contribution ?? 0)), scheme.decimals) : null;
  const byId = new Map(weighed.map((leaf) => [leaf.id, leaf]));
  return {
    scheme: { id: scheme.id, version: scheme.version },
    period,
    state: enough ? "RATED" : "NOT_RATED",
    score,
    grade: score === null ? null : gradeOf(score, scheme.bands.floors),
    facts,
    reasons: enough ? [] : [{ code: "TOO_FEW_FACTS", figures: tooFew(facts, requiredFacts) }],
    groups: scheme.groups.map((group) => groupOf(group, byId, scheme.decimals)),
  };
}

const tooFew = (facts: ScoreTree["facts"], required: { indicators: number; weight: string }) => ({
  indicators: String(facts.indicators),
  requiredIndicators: String(required.indicators),
  weight: facts.weight,
  requiredWeight: required.weight,
});

function leafOf(scheme: Scheme, indicator: Indicator, answers: Answers, period: Period): IndicatorScore {
  const answer = answers[indicator.id];
  const measured = measure(indicator, answers, period);
  const judged = judge(scheme, indicator, measured, answer);
  return {
    id: indicator.id,
    code: indicator.code,
    unit: indicator.unit,
    value: measured.value,
    n: measured.n,
    figures: measured.figures,
    weight: indicator.weight,
    proof: answer?.proof ?? null,
    effectiveWeight: null,
    contribution: null,
    lost: null,
    ...judged,
    ...declared(indicator, answer, judged.reasons),
  };
}

/** Keeps the member's own value beside the reviewer's. */
function declared(indicator: Indicator, answer: Answer | undefined, reasons: Reason[]): Pick<IndicatorScore, "declaredValue" | "reasons"> {
  if (!answer?.adjusted) return { declaredValue: null, reasons };
  const value = declaredValue(indicator, answer.inputs);
  return { declaredValue: value, reasons: [...reasons, { code: "ADJUSTED", figures: value === null ? {} : { declared: value } }] };
}

type Judged = Pick<IndicatorScore, "state" | "points" | "reasons">;

function judge(scheme: Scheme, indicator: Indicator, measured: Measured, answer: Answer | undefined): Judged {
  const unrated = (state: Exclude<IndicatorState, "RATED">, figures: Record<string, string> = {}): Judged => ({
    state,
    points: null,
    reasons: [{ code: state, figures }],
  });
  if (measured.state === "TOO_FEW") return unrated("TOO_FEW", { n: measured.n ?? "0", minimum: String(indicator.minimumCount) });
  if (measured.state !== "VALUE" || !answer) return unrated(measured.state === "VALUE" ? "UNANSWERED" : measured.state);
  const { on } = indicator.scoring;
  const judgedValue = on === "value" ? measured.value : (measured.figures.find((figure) => figure.code === on)?.value ?? null);
  return judgedValue === null ? unrated("NO_BASELINE") : rate(scheme, indicator, judgedValue, answer.proof);
}

function rate(scheme: Scheme, { scoring }: Indicator, value: string, proof: ProofLevel): Judged {
  const { points: earned, shortfall } = pointsOn(scoring, value, scheme.decimals);
  const limit = new Decimal(scheme.proofLimits.points[proof]);
  const points = Decimal.min(earned, limit);
  const places = scheme.decimals;
  const reasons: Reason[] = [];
  if (shortfall) reasons.push({ code: shortfall.code, figures: { value, target: shortfall.target, lost: fixed(new Decimal(100).minus(earned), places) } });
  if (earned.gt(limit)) reasons.push({ code: "LIMITED_BY_PROOF", figures: { limit: limit.toString(), lost: fixed(earned.minus(limit), places) } });
  return { state: "RATED", points: fixed(points, places), reasons };
}

/** Shares 100 among the rated by their weights, then, if it comes to a score, that score by their points; both without a remainder. */
function weigh(leaves: IndicatorScore[], places: number, toScore: boolean): IndicatorScore[] {
  const rated = leaves.filter((leaf) => leaf.state === "RATED");
  const shares = weightedShares(rated.map(({ weight, points }) => ({ weight, points: points ?? 0 })), places);
  const weighed = shares.flatMap(({ weight, contribution }, place) => {
    const earned = toScore ? { contribution: fixed(contribution, places), lost: fixed(weight.minus(contribution), places) } : {};
    const leaf = rated[place];
    return leaf ? [{ ...leaf, effectiveWeight: fixed(weight, places), ...earned }] : [];
  });
  const byId = new Map(weighed.map((leaf) => [leaf.id, leaf]));
  return leaves.map((leaf) => byId.get(leaf.id) ?? leaf);
}

function groupOf(group: IndicatorGroup, byId: ReadonlyMap<string, IndicatorScore>, places: number): GroupScore {
  const indicators = group.indicators.flatMap(({ id }) => byId.get(id) ?? []);
  const weighed = indicators.filter((leaf) => leaf.effectiveWeight !== null);
  const total = (of: "effectiveWeight" | "contribution" | "lost") =>
    weighed.some((leaf) => leaf[of] !== null) ? fixed(sum(weighed.map((leaf) => leaf[of] ?? 0)), places) : null;
  const [effectiveWeight, contribution] = [total("effectiveWeight"), total("contribution")];
  const known = effectiveWeight !== null && contribution !== null && !new Decimal(effectiveWeight).isZero();
  return {
    id: group.id,
    code: group.code,
    weight: group.weight,
    points: known ? fixed(new Decimal(contribution).times(100).div(effectiveWeight), places) : null,
    effectiveWeight,
    contribution,
    lost: total("lost"),
    indicators,
  };
}
