import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome } from "../../platform/outcome.ts";
import { gradesGiven } from "./grade.events.ts";
import { closeGrading, givenGrades, openGrading, schemeAt, storeGrades, ungraded } from "./grade.queries.ts";
import { gradeMember } from "./grade.rules.ts";

const BATCH = 1_000;

export class GradeService {
  /** Grades the next members of an audit; answers how many. With none left it tells the house, once. */
  async gradeBatch(tx: Context, runId: string): Promise<Outcome<number>> {
    const run = await openGrading(tx, runId);
    if (!run) return done(0);
    const scheme = await schemeAt(tx, run.asOf);
    if (!scheme) throw new Error("No credit scheme is in force: apply the reference data first.");
    const members = await ungraded(tx, runId, BATCH);
    if (members.length > 0) {
      const grades = members.map(({ memberId, facts }) => ({ id: newId("grd", tx.now), memberId, facts, ...gradeMember(scheme, facts) }));
      await storeGrades(tx, runId, scheme.version, grades);
      return done(members.length);
    }
    await closeGrading(tx, runId, scheme.version);
    announce(tx, gradesGiven, { runId, schemeVersion: scheme.version }, { record: runId, after: await givenGrades(tx, runId) });
    return done(0);
  }
}
