import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Clears away files that were uploaded and never attached to an answer. */
export const clearUnattachedFiles = defineJob({
  queue: "sweeps",
  name: "clear-unattached-files",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `clear-unattached-files.${period}`,
});
