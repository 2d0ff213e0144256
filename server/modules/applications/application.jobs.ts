import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Notes what has lapsed, and erases particulars whose time is over. */
export const sweepApplications = defineJob({
  queue: "sweeps",
  name: "sweep-applications",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `sweep-applications.${period}`,
});
