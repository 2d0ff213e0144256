import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Context } from "../../platform/context.ts";
import { entriesOfMember, ledgerOf } from "./entry.queries.ts";
import { creditSchemes, gradeGivenBy, type LedgerFacts, type StoredGrade } from "./grade.queries.ts";
import { type GradeFacts, gradeMember } from "./grade.rules.ts";
import { isLedgerScheme } from "./ledger-scheme.rules.ts";
import { type LedgerGraded, scoreLedger } from "./ledger-score.rules.ts";

/** A past grade beside what comes out of its stored inputs today. */
export interface Recomputed {
  gradeId: string;
  memberId: string;
  runId: string;
  schemeVersion: number;
  givenAt: string;
  facts: StoredGrade["facts"];
  stored: LedgerGraded;
  again: LedgerGraded;
  same: boolean;
}

export class RecomputeService {
  /** Reckons anew the grade a member had at an instant (as text; without a zone, the association's), from the inputs and the version of the scheme stored with it; null where it had none. */
  async recompute(ctx: Context, memberId: string, at: string): Promise<Recomputed | null> {
    const grade = await gradeGivenBy(ctx, memberId, at);
    if (!grade) return null;
    const { state, score, areas, limits } = grade;
    const stored = { state, score, grade: grade.grade, areas, limits } as LedgerGraded;
    const again = await this.regrade(ctx, grade);
    const { id: gradeId, runId, schemeVersion, facts } = grade;
    return { gradeId, memberId, runId, schemeVersion, givenAt: grade.at.toISOString(), facts, stored, again, same: canonicalJson(stored) === canonicalJson(again) };
  }

  private async regrade(ctx: Context, { memberId, schemeVersion, facts }: StoredGrade): Promise<LedgerGraded> {
    const scheme = await ctx.load(creditSchemes, schemeVersion);
    if (!scheme) throw new Error(`There is no credit scheme ${schemeVersion}.`);
    if (!isLedgerScheme(scheme)) return { ...gradeMember(scheme, facts as GradeFacts), limits: [] };
    const { ledger, at } = facts as LedgerFacts;
    return scoreLedger(scheme, await ctx.load(entriesOfMember, ledgerOf(memberId, ledger.upTo)), at);
  }
}
