import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Forgets what has served its time, ended sessions and attempts to sign in among it. */
export const forgetLapsed = defineJob({
  queue: "sweeps",
  name: "forget-lapsed",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `forget-lapsed.${period}`,
});
