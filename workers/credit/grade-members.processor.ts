import { handle } from "../../server/platform/jobs.ts";
import { gradeMembers, type GradeService } from "../../server/modules/credit/index.ts";

/** Grades the members of a completed audit, some hundred a transaction, until none is left. */
export const gradeMembersProcessor = (grades: GradeService) =>
  handle(gradeMembers, async ({ runId }, { ctx, signal }) => {
    for (;;) {
      signal.throwIfAborted();
      const graded = await ctx.inTransaction((tx) => grades.gradeBatch(tx, runId));
      if (!graded.ok || graded.value === 0) return;
    }
  });
