import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Grades every member a completed audit judged. */
export const gradeMembers = defineJob({
  queue: "audits",
  name: "grade-members",
  payload: z.object({ runId: z.string() }),
  key: ({ runId }) => `grade-members.${runId}`,
});
