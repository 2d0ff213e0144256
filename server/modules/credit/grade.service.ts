import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome } from "../../platform/outcome.ts";
import { entriesToScore } from "./entry.queries.ts";
import { gradesGiven } from "./grade.events.ts";
import { closeGrading, givenGrades, type GradeRow, openGrading, schemeAt, storeGrades, ungraded, ungradedMembers } from "./grade.queries.ts";
import { type FactsScheme, gradeMember } from "./grade.rules.ts";
import { lastPlace } from "./ledger.queries.ts";
import type { LedgerService } from "./ledger.service.ts";
import { isLedgerScheme, type LedgerScheme } from "./ledger-scheme.rules.ts";
import { scoreLedger } from "./ledger-score.rules.ts";

const BATCH = 500;

export class GradeService {
  constructor(private readonly ledger: LedgerService) {}

  /** Grades the next members of an audit; answers how many. With none left it tells the house, once. */
  async gradeBatch(tx: Context, runId: string): Promise<Outcome<number>> {
    const run = await openGrading(tx, runId);
    if (!run) return done(0);
    const scheme = await schemeAt(tx, run.asOf);
    if (!scheme) throw new Error("No credit scheme is in force: apply the reference data first.");
    const grades = isLedgerScheme(scheme) ? await this.byLedger(tx, runId, scheme, run.asOf) : await this.byFacts(tx, runId, scheme);
    if (grades.length > 0) {
      await storeGrades(tx, runId, scheme.version, grades);
      return done(grades.length);
    }
    await closeGrading(tx, runId, scheme.version);
    announce(tx, gradesGiven, { runId, schemeVersion: scheme.version }, { record: runId, after: await givenGrades(tx, runId) });
    return done(0);
  }

  private async byFacts(tx: Context, runId: string, scheme: FactsScheme): Promise<GradeRow[]> {
    const members = await ungraded(tx, runId, BATCH);
    return members.map(({ memberId, facts }) => ({ id: newId("grd", tx.now), memberId, facts, limits: [], ...gradeMember(scheme, facts) }));
  }

  /** First the ledger is made complete for these members, so that a grade never depends on what was relayed by then; entries and grades are one commit. */
  private async byLedger(tx: Context, runId: string, scheme: LedgerScheme, asOf: Date): Promise<GradeRow[]> {
    const members = await ungradedMembers(tx, runId, BATCH);
    if (members.length === 0) return [];
    await this.ledger.enterMembers(tx, members);
    const [upTo, at] = [await lastPlace(tx), asOf.toISOString()];
    const entries = await entriesToScore(tx, members, upTo);
    return members.map((memberId) => {
      const own = entries.get(memberId) ?? [];
      return { id: newId("grd", tx.now), memberId, facts: { ledger: { upTo, entries: own.length }, at }, ...scoreLedger(scheme, own, at) };
    });
  }
}
