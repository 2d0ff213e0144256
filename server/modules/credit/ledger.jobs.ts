import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Enters what a source has of a record; `fact` is the event that said so, since one record may be told of several times. */
export const enterCredit = defineJob({
  queue: "audits",
  name: "enter-credit",
  payload: z.object({ source: z.string(), record: z.string(), fact: z.string() }),
  key: ({ source, fact }) => `enter-credit.${source}.${fact}`,
});

/** Looks every day for what the ledger lacks; the first time, for all that happened before it was opened. */
export const sweepCredit = defineJob({
  queue: "sweeps",
  name: "sweep-credit",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `sweep-credit.${period}`,
});
