import type { EffectCode, RewardEffect, RewardKind } from "./reward-ladder.rules.ts";

/** An effect a firm has, and until when. */
export interface EffectInForce extends RewardEffect {
  /** The reward it comes from. */
  kind: RewardKind;
  through: string;
}

/** Of effects of one code, the one that does most for the firm; among equals the one that lasts longest. In the order of their codes. */
export function strongest(effects: readonly EffectInForce[]): EffectInForce[] {
  const best = new Map<EffectCode, EffectInForce>();
  for (const effect of effects) {
    const other = best.get(effect.code);
    if (!other || outdoes(effect, other)) best.set(effect.code, effect);
  }
  return [...best.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A smaller share of inspections is better, more days for papers are. */
function outdoes(one: EffectInForce, other: EffectInForce): boolean {
  const more = (one.value ?? 0) - (other.value ?? 0);
  const better = one.code === "INSPECTION_SHARE" ? -more : more;
  return better === 0 ? one.through > other.through : better > 0;
}
