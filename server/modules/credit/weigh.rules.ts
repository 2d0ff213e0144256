import { Decimal } from "../../kernel/decimal.ts";
import { shareAt } from "./ageing.rules.ts";
import type { EntryKind, EntryProof, EntrySeverity, LedgerScheme } from "./ledger-scheme.rules.ts";

/** What the rule knows of an entry. Instants are ISO 8601 in UTC, to the millisecond, so that they compare as text. */
export interface LedgerEntry {
  id: string;
  kind: string;
  /** What it is about, where several entries may be about the same; null where each stands for itself. */
  matter: string | null;
  severity: EntrySeverity | null;
  /** Of 100; null where nothing was measured. */
  value: string | null;
  proof: EntryProof;
  occurredAt: string;
  decidedAt: string;
  expiresAt: string | null;
  /** The entry it corrects, which then counts no more. */
  supersedes: string | null;
  /** A correction that takes the corrected entry back altogether. */
  voided: boolean;
}

/** An entry that weighs something at an instant. */
export interface Weighed {
  entry: LedgerEntry;
  kind: EntryKind;
  settledAt: string | null;
  /** Which share of its full weight, above 0 and at most 1, it has. */
  share: Decimal;
  /** Its points with that share, never below nought: earned or made up for, or taken. What is earned is reckoned by the area. */
  points: Decimal;
}

/** The entries that are in force at an instant: known by then, not corrected, taken back or expired. */
export function inForce(entries: readonly LedgerEntry[], at: string): LedgerEntry[] {
  const corrected = new Set(entries.flatMap(({ supersedes }) => supersedes ?? []));
  return entries.filter(({ id, voided, occurredAt, decidedAt, expiresAt }) => !corrected.has(id) && !voided && occurredAt <= at && decidedAt <= at && (expiresAt === null || expiresAt > at));
}

/** Weighs the entries of one member. A kind the scheme does not know weighs nothing; a matter weighs once, by its heaviest entry. */
export function weigh(scheme: LedgerScheme, entries: readonly LedgerEntry[], at: string): Weighed[] {
  const standing = inForce(entries, at);
  const kinds = kindsOf(scheme);
  const settled = settlings(standing, kinds);
  const weighed = standing.flatMap((entry) => weighedEntry(entry, kinds.get(entry.kind), settled, at) ?? []);
  return heaviest(weighed);
}

function weighedEntry(entry: LedgerEntry, kind: EntryKind | undefined, settled: Settlings, at: string): Weighed | null {
  if (!kind || kind.effect === "SETTLES" || kind.effect === "NOTES") return null;
  if (settlingOf(entry, kind.liftedBy, settled) !== null) return null;
  const settledAt = settlingOf(entry, kind.settledBy, settled);
  const share = shareAt(kind.ageing, { occurredAt: entry.occurredAt, decidedAt: entry.decidedAt, settledAt }, at);
  if (share.isZero()) return null;
  return { entry, kind, settledAt, share, points: fullPoints(kind, entry).times(share) };
}

type Kinds = ReadonlyMap<string, EntryKind>;

/** What was reckoned of a scheme or a kind before; neither is ever changed. */
const kindsOfSchemes = new WeakMap<LedgerScheme, Kinds>();
const pointsOfKinds = new WeakMap<EntryKind, Map<string, Decimal>>();

function kindsOf(scheme: LedgerScheme): Kinds {
  const kinds = kindsOfSchemes.get(scheme) ?? new Map(scheme.kinds.map((kind) => [kind.code, kind]));
  kindsOfSchemes.set(scheme, kinds);
  return kinds;
}

/** The points of an entry that has not aged, by its severity and its proof. */
function fullPoints(kind: EntryKind, entry: LedgerEntry): Decimal {
  const known = pointsOfKinds.get(kind) ?? new Map<string, Decimal>();
  pointsOfKinds.set(kind, known);
  const way = `${entry.severity} ${entry.proof}`;
  const full = known.get(way) ?? new Decimal(kind.points?.[entry.severity ?? "ANY"] ?? kind.points?.ANY ?? 0).times(proofOf(kind, entry));
  known.set(way, full);
  return full;
}

/** Why an entry that once weighed something weighs nothing at an instant, others counting in its stead included. */
export function whyWithoutWeight(scheme: LedgerScheme, entries: readonly LedgerEntry[], entry: LedgerEntry, at: string): "CORRECTED" | "EXPIRED" | "SETTLED" | "AGED" | "OVERTAKEN" {
  if (entries.some(({ supersedes }) => supersedes === entry.id)) return "CORRECTED";
  if (entry.expiresAt !== null && entry.expiresAt <= at) return "EXPIRED";
  const kinds = kindsOf(scheme);
  const kind = kinds.get(entry.kind);
  const settled = settlings(inForce(entries, at), kinds);
  if (settlingOf(entry, kind?.liftedBy, settled) !== null) return "SETTLED";
  const settledAt = settlingOf(entry, kind?.settledBy, settled);
  if (!shareAt(kind?.ageing, { ...entry, settledAt }, at).isZero()) return "OVERTAKEN";
  return settledAt === null ? "AGED" : "SETTLED";
}

/** The part of its points, 0 to 1, that the proof of an entry earns. */
export const proofOf = (kind: EntryKind, { proof }: LedgerEntry): Decimal => new Decimal(kind.proof?.[proof] ?? 100).div(100);

/** When matters were settled, by the kind that settles and the matter, earliest first. */
type Settlings = ReadonlyMap<string, readonly string[]>;

function settlings(entries: readonly LedgerEntry[], kinds: Kinds): Settlings {
  const found = new Map<string, string[]>();
  for (const { kind, matter, occurredAt } of entries) {
    if (matter === null || kinds.get(kind)?.effect !== "SETTLES") continue;
    const key = `${kind} ${matter}`;
    const before = found.get(key);
    if (before) before.push(occurredAt);
    else found.set(key, [occurredAt]);
  }
  for (const instants of found.values()) instants.sort();
  return found;
}

/** The first settling that does not lie before the entry; null while there is none. */
function settlingOf({ matter, occurredAt }: LedgerEntry, by: readonly string[] | undefined, settled: Settlings): string | null {
  if (matter === null) return null;
  const after = (by ?? []).flatMap((kind) => (settled.get(`${kind} ${matter}`) ?? []).find((instant) => instant >= occurredAt) ?? []);
  return after.sort()[0] ?? null;
}

/** Of entries about one matter, or of one kind that is earned, the one that counts; order plays no part. */
function heaviest(weighed: readonly Weighed[]): Weighed[] {
  const counting = new Map<string, Weighed>();
  for (const each of weighed) {
    const { entry, kind } = each;
    const about = kind.effect === "EARNS" ? kind.code : `${kind.code} ${entry.matter === null ? entry.id : `${entry.matter} `}`;
    const other = counting.get(about);
    if (!other || outweighs(each, other)) counting.set(about, each);
  }
  return [...counting.values()].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

/** What is earned counts by its latest entry, everything else by the heaviest; among equals by the latest, then by the id. */
function outweighs(one: Weighed, other: Weighed): boolean {
  const heavier = one.kind.effect === "EARNS" ? 0 : one.points.comparedTo(other.points);
  if (heavier !== 0) return heavier > 0;
  const [a, b] = [one.entry, other.entry];
  return a.occurredAt === b.occurredAt ? a.id > b.id : a.occurredAt > b.occurredAt;
}
