import type { Context } from "../../platform/context.ts";
import { type ChangePart, changeBetween, changeOfScheme, type Explanation } from "./change.rules.ts";
import { entriesOfMember, ledgerOf } from "./entry.queries.ts";
import { explainLedger } from "./explain.rules.ts";
import { creditSchemes, gradesByMember, type LedgerFacts, newestLedgerScheme, schemeAt, type StoredGrade } from "./grade.queries.ts";
import { isLedgerScheme, type LedgerScheme } from "./ledger-scheme.rules.ts";
import { supposing, type Supposition } from "./simulate.rules.ts";
import { type ToldChange, toldChange, toldTree, type ToldTree } from "./tell.rules.ts";

/** A change since an earlier grade. */
export interface GradeChange extends ToldChange {
  since: StoredGrade;
}

/** What would become of a grade: as it would be given now, and as it would be if what is supposed had happened. */
export interface Simulation extends ToldChange {
  scheme: LedgerScheme;
  today: ToldTree;
  supposed: ToldTree;
}

export class ExplanationService {
  /** The tree of a grade from what it was given on; null for a grade that was not given by the ledger. */
  async explain(ctx: Context, grade: StoredGrade): Promise<ToldTree | null> {
    const scheme = await this.schemeOf(ctx, grade);
    return scheme && toldTree(scheme, await this.explanationOf(ctx, scheme, grade));
  }

  /** What changed since the grade before it; null where there is none, or one of the two has no score, or it was not given by the ledger. */
  async change(ctx: Context, grade: StoredGrade): Promise<GradeChange | null> {
    const [scheme, all] = await Promise.all([this.schemeOf(ctx, grade), ctx.load(gradesByMember, grade.memberId)]);
    const since = all[all.findIndex(({ id }) => id === grade.id) + 1];
    if (!scheme || !since || since.score === null || grade.score === null) return null;
    return { since, ...toldChange(scheme, await this.partsSince(ctx, scheme, since, grade)) };
  }

  /** Reckons what a supposition would make of a member's grade; nothing is stored. Null while no scheme by the ledger is known. */
  async simulate(ctx: Context, memberId: string, supposition: Supposition): Promise<Simulation | null> {
    const inForce = await schemeAt(ctx, ctx.now);
    const scheme = inForce && isLedgerScheme(inForce) ? inForce : await newestLedgerScheme(ctx);
    if (!scheme) return null;
    const at = ctx.now.toISOString();
    const entries = await ctx.load(entriesOfMember, ledgerOf(memberId, null));
    const more = supposing(scheme, entries, supposition, at);
    const [today, supposed] = [entries, more].map((known): Explanation => ({ ...explainLedger(scheme, known, at), at, entries: known })) as [Explanation, Explanation];
    const bothRated = today.graded.score !== null && supposed.graded.score !== null;
    const parts = bothRated ? changeBetween(scheme, today, supposed) : [];
    return { scheme, today: toldTree(scheme, today), supposed: toldTree(scheme, supposed), ...toldChange(scheme, parts) };
  }

  private async partsSince(ctx: Context, scheme: LedgerScheme, since: StoredGrade, grade: StoredGrade): Promise<ChangePart[]> {
    const now = await this.explanationOf(ctx, scheme, grade);
    if (since.schemeVersion !== grade.schemeVersion) return changeOfScheme(since.areas, now, scheme.decimals);
    return changeBetween(scheme, await this.explanationOf(ctx, scheme, since), now);
  }

  private async explanationOf(ctx: Context, scheme: LedgerScheme, { memberId, facts }: StoredGrade): Promise<Explanation> {
    const { ledger, at } = facts as LedgerFacts;
    const entries = await ctx.load(entriesOfMember, ledgerOf(memberId, ledger.upTo));
    return { ...explainLedger(scheme, entries, at), at, entries };
  }

  private async schemeOf(ctx: Context, { schemeVersion }: StoredGrade): Promise<LedgerScheme | null> {
    const scheme = await ctx.load(creditSchemes, schemeVersion);
    return scheme && isLedgerScheme(scheme) ? scheme : null;
  }
}
