import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { type CreditEntry, correctionOf, entryById, standingEntries, storeCorrection } from "./entry.queries.ts";
import { newestLedgerScheme } from "./grade.queries.ts";
import { creditEntered, creditEntryCorrected } from "./ledger.events.ts";
import { type CreditSource, enterFrom, holdLedger, lastPlace, membersAfter, type Wanted } from "./ledger.queries.ts";
import type { EntrySeverity } from "./ledger-scheme.rules.ts";

const LEDGER = "credit-ledger";

/** How many members one transaction looks after. */
const BATCH = 200;

export interface CorrectInput {
  /** Takes the entry back altogether. */
  voided: boolean;
  /** Absent leaves it. */
  severity?: EntrySeverity | null | undefined;
  /** Absent leaves it, null lets it last. */
  expiresAt?: Date | null | undefined;
  reason: string;
}

export class LedgerService {
  private readonly byCode: ReadonlyMap<string, CreditSource>;

  /** `sources` are where entries come from; higher modules add theirs. */
  constructor(private readonly sources: readonly CreditSource[]) {
    this.byCode = new Map(sources.map((source) => [source.code, source]));
  }

  /** Enters what a source has of one record; done again, it changes nothing. */
  async enterOf(tx: Context, { source, record }: { source: string; record: string }): Promise<Outcome<number>> {
    const from = this.byCode.get(source);
    if (!from) throw new Error(`There is no source ${source} of credit entries.`);
    return done(await this.enter(tx, [from], { records: [record] }));
  }

  /** Enters whatever the ledger lacks of these members, from every source; done again, it changes nothing. Answers how many entries came. */
  enterMembers = (tx: Context, memberIds: readonly string[]): Promise<number> => this.enter(tx, this.sources, { members: memberIds });

  /** As `enterMembers`, for the next members after an id; answers the last of them, null behind the last member. */
  async enterNext(tx: Context, after: string): Promise<Outcome<string | null>> {
    const members = await membersAfter(tx, after, BATCH);
    if (members.length > 0) await this.enterMembers(tx, members);
    return done(members.at(-1) ?? null);
  }

  /** Corrects an entry by another that names it and says why; what was corrected before is corrected through its correction. Whoever belongs to the firm does not. */
  async correct(tx: Context, id: string, { voided, reason, ...input }: CorrectInput): Promise<Outcome<CreditEntry>> {
    if (reason.trim() === "") return refused("REQUIRED", "input.reason");
    if (reason.length > 2_000) return refused("TOO_LONG", "input.reason");
    await holdLedger(tx);
    const entry = await tx.load(entryById, id);
    if (!entry) return refused("NOT_FOUND", "id");
    if (tx.actor.memberId === entry.memberId) return refused("OWN_FIRM", "id");
    if ((await tx.load(correctionOf, id)) !== null || entry.voided) return refused("CONFLICT", "id");
    const next = newId("cre", tx.now);
    const severity = input.severity === undefined ? entry.severity : input.severity;
    const expiresAt = input.expiresAt === undefined ? entry.expiresAt : input.expiresAt;
    await storeCorrection(tx, { id: next, supersedes: id, voided, severity, expiresAt, reason: reason.trim() });
    const corrected = await tx.load(entryById, next);
    if (!corrected) throw new Error(`The correction of ${id} is not in the ledger.`);
    announce(tx, creditEntryCorrected, { entryId: next, corrected: id, memberId: entry.memberId }, { record: next, before: entry, after: corrected });
    return done(corrected);
  }

  /** Lets whatever a source entered of a record count no longer from now on, with a reason; by a correction, since nothing is rewritten. What was not entered yet is entered first. */
  async end(tx: Context, wanted: { source: string; record: string }, reason: string): Promise<Outcome<number>> {
    await this.enterOf(tx, wanted);
    const standing = await standingEntries(tx, wanted);
    for (const id of standing) {
      const ended = await this.correct(tx, id, { voided: false, expiresAt: tx.now, reason });
      if (!ended.ok) return ended;
    }
    return done(standing.length);
  }

  private async enter(tx: Context, sources: readonly CreditSource[], wanted: Wanted): Promise<number> {
    const areas = await areasOf(tx, sources);
    await holdLedger(tx);
    // Sent together, done one after another.
    const entered = await Promise.all(sources.map((source) => enterFrom(tx, source, areas, wanted)));
    const entries = entered.reduce((sum, { count }) => sum + count, 0);
    if (entries > 0) announce(tx, creditEntered, { upTo: await lastPlace(tx), entries }, { record: LEDGER, after: entered.map(({ digest }) => digest) });
    return entries;
  }
}

/** The area of every kind, by the newest scheme. A source with a kind the scheme does not know is a defect. */
async function areasOf(tx: Context, sources: readonly CreditSource[]): Promise<Record<string, string>> {
  const scheme = await newestLedgerScheme(tx);
  if (!scheme) throw new Error("No credit scheme knows the ledger: apply the reference data first.");
  const areas = Object.fromEntries(scheme.kinds.map(({ code, area }) => [code, area]));
  const unknown = sources.flatMap(({ kinds }) => kinds).filter((kind) => !(kind in areas));
  if (unknown.length > 0) throw new Error(`Credit scheme ${scheme.version} has no kind ${unknown.join(", ")}.`);
  return areas;
}
