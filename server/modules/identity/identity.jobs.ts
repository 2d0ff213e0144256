import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Forgets sessions nobody can use any more, and who knocked long ago. */
export const forgetLapsed = defineJob({
  queue: "sweeps",
  name: "forget-lapsed",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `forget-lapsed.${period}`,
});
