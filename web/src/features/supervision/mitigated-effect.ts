interface Step {
  code: string;
  enabled: boolean;
  publishedDays: number;
}

interface Mitigation {
  code: string;
  stepsDown: number;
  /** In per cent, a decimal text. */
  publishedShare: string;
}

export interface EffectLadder<OfStep extends Step> {
  /** Mildest first. */
  steps: readonly OfStep[];
  mitigations: readonly Mitigation[];
  mostStepsDown: number | null;
}

export interface Effect<OfStep extends Step> {
  from: OfStep;
  to: OfStep;
  /** How many days the decision stays public. */
  publishedDays: number;
}

/**
 * What a step comes down to when what speaks for the member is counted, for the page to show before anything is saved; the server counts in the same way and
 * has the last word. Null for a step the ladder does not know.
 */
export function mitigatedEffect<OfStep extends Step>({ steps, mitigations, mostStepsDown }: EffectLadder<OfStep>, code: string, counted: readonly string[]): Effect<OfStep> | null {
  const from = steps.find((step) => step.code === code);
  if (from === undefined) return null;
  const speaking = mitigations.filter((each) => counted.includes(each.code));
  const wanted = Math.min(mostStepsDown ?? 0, speaking.reduce((sum, { stepsDown }) => sum + stepsDown, 0));
  const milder = steps.slice(0, steps.indexOf(from)).filter(({ enabled }) => enabled).reverse();
  const to = milder[Math.min(wanted, milder.length) - 1] ?? from;
  return { from, to, publishedDays: shared(to.publishedDays, speaking.map(({ publishedShare }) => publishedShare)) };
}

/** Days, of which shares of shares are taken in per cent, rounded up to whole days; in whole numbers throughout, so that nothing is lost on the way. */
function shared(days: number, shares: readonly string[]): number {
  let [above, below] = [BigInt(days), 1n];
  for (const share of shares) {
    const [whole = "0", part = ""] = share.split(".");
    above *= BigInt(whole + part);
    below *= 100n * 10n ** BigInt(part.length);
  }
  return Number((above + below - 1n) / below);
}
