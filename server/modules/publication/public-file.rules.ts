import type { Localized } from "../../kernel/language.ts";

/** Why strangers read a grade is as it is: one kind of thing that stands for or against the firm. */
export interface PublicReason {
  kind: string;
  kindName: Localized;
  areaName: Localized;
  severity: "CRITICAL" | "MAJOR" | "MINOR" | null;
  /** What it adds to the score or takes from it. */
  contribution: string;
}

/** One leaf of a score, as far as this rule reads it. */
interface Leaf {
  contribution: string | null;
  entry: { kind: string; matter: string | null; severity: PublicReason["severity"] } | null;
}

interface Area {
  name: Localized;
  leaves: readonly Leaf[];
}

/** Kinds whose entries are told to strangers only while the decision behind them is on public display. */
const told = { SANCTION: true, SANCTION_LIFTED: true, REPAIR: true } as const;

const isPublic = ({ kind, matter }: NonNullable<Leaf["entry"]>, onDisplay: ReadonlySet<string>): boolean => !(kind in told) || (matter !== null && onDisplay.has(matter));

/**
 * What weighs most for and against a firm, as strangers are told it: by its kind and gravity, never by what an entry says. What a decision costs is left out
 * unless that decision is on public display (`onDisplay` holds the ids of those), so that a grade's explanation shows nothing that the public file does not.
 */
export function publicReasons(areas: readonly Area[], onDisplay: ReadonlySet<string>, nameOf: (kind: string) => Localized): { best: PublicReason | null; worst: PublicReason | null } {
  const reasons = areas.flatMap(({ name, leaves }) =>
    leaves.flatMap(({ contribution, entry }): PublicReason[] =>
      contribution === null || entry === null || !isPublic(entry, onDisplay)
        ? []
        : [{ kind: entry.kind, kindName: nameOf(entry.kind), areaName: name, severity: entry.severity, contribution }],
    ),
  );
  const [best, worst] = [most(reasons, 1), most(reasons, -1)];
  return { best, worst };
}

/** The reason that adds most, or with -1 the one that takes most; null when none does. */
function most(reasons: readonly PublicReason[], sign: 1 | -1): PublicReason | null {
  const size = ({ contribution }: PublicReason) => sign * Number(contribution);
  return reasons.filter((reason) => size(reason) > 0).sort((a, b) => size(b) - size(a) || (a.kind < b.kind ? -1 : 1))[0] ?? null;
}

/** How far an appeal against a decision on display has come, as strangers are told it. */
export const AppealStanding = { OPEN: "OPEN", LODGED: "LODGED", UPHELD: "UPHELD", FINAL: "FINAL" } as const;
export type AppealStanding = keyof typeof AppealStanding;

interface Appeal {
  /** Until when the firm can appeal; null when it cannot. */
  until: string | null;
  filedOn: string | null;
  outcome: string | null;
}

/** What is told of an appeal on a day. One that was withdrawn changed nothing: no other can be lodged. */
export function appealStanding({ until, filedOn, outcome }: Appeal, day: string): AppealStanding {
  if (filedOn !== null && outcome === null) return "LODGED";
  if (outcome === "UPHELD" || outcome === "REDUCED") return "UPHELD";
  if (filedOn === null && until !== null && day <= until) return "OPEN";
  return "FINAL";
}
