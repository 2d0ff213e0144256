/** Why somebody stands too near a matter to decide it. */
export const PanelConflict = {
  /** Opened it, served it, wrote on its draft, or decided it before. */
  INVOLVED: "INVOLVED",
  /** Belongs to the firm it is about. */
  OWN_FIRM: "OWN_FIRM",
  /** Belongs to a firm that competes with it. */
  COMPETITOR: "COMPETITOR",
  /** Said to have an interest. */
  INTERESTED: "INTERESTED",
} as const;
export type PanelConflict = keyof typeof PanelConflict;

/** As much of a firm as competition is told by. */
export interface Firm {
  id: string;
  region: string;
  productLines: readonly string[];
}

/** What a panel is to decide, as far as it can make somebody partial. */
export interface PanelMatter {
  firm: Firm;
  /** Everybody who had a hand in it. */
  involved: readonly string[];
  /** Whether firms compete only within one region. */
  sameRegion: boolean;
}

/** Somebody who might decide. */
export interface Panellist {
  userId: string;
  /** The firms they belong to now. */
  firms: readonly Firm[];
  /** What they said of themselves; null while they said nothing. */
  interested: boolean | null;
}

/** Everything for which somebody may not decide a matter; nothing when they may. */
export function conflictsOf({ userId, firms, interested }: Panellist, { firm, involved, sameRegion }: PanelMatter): PanelConflict[] {
  const checks: [boolean, PanelConflict][] = [
    [involved.includes(userId), "INVOLVED"],
    [firms.some(({ id }) => id === firm.id), "OWN_FIRM"],
    [firms.some((other) => other.id !== firm.id && competes(other, firm, sameRegion)), "COMPETITOR"],
    [interested === true, "INTERESTED"],
  ];
  return checks.filter(([holds]) => holds).map(([, conflict]) => conflict);
}

/** Firms compete when they trade in a line in common, and where it matters in the same region. */
export const competes = (one: Firm, other: Firm, sameRegion: boolean): boolean =>
  one.productLines.some((line) => other.productLines.includes(line)) && (!sameRegion || one.region === other.region);

/** What a panel's votes come to. */
export type Tally = { kind: "DECIDED"; choice: string; votes: number } | { kind: "BELOW_QUORUM"; votes: number } | { kind: "NO_MAJORITY"; votes: number };

/** Counts votes: a choice is made by more than half of those cast, of which there must be a quorum. */
export function tallyOf(choices: readonly string[], quorum: number): Tally {
  if (choices.length < quorum) return { kind: "BELOW_QUORUM", votes: choices.length };
  const counts = new Map<string, number>();
  for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  const [choice] = [...counts].find(([, count]) => 2 * count > choices.length) ?? [];
  return choice === undefined ? { kind: "NO_MAJORITY", votes: choices.length } : { kind: "DECIDED", choice, votes: choices.length };
}
