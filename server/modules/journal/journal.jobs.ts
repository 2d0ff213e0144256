import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Checks the whole journal and seals it as it stands. */
export const sealJournal = defineJob({
  queue: "sweeps",
  name: "seal-journal",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `seal-journal.${period}`,
});
