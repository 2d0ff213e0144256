import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Draws the receipt of a signature and files it. */
export const filePledgeReceipt = defineJob({
  queue: "pledges",
  name: "file-pledge-receipt",
  payload: z.object({ signatureId: z.string() }),
  key: ({ signatureId }) => `file-pledge-receipt.${signatureId}`,
});

/** Notes the reminders to sign whose day has come. */
export const chasePledges = defineJob({
  queue: "pledges",
  name: "chase-pledges",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `chase-pledges.${period}`,
});

/** Files what a lost order left undrawn. */
export const sweepPledgeReceipts = defineJob({
  queue: "pledges",
  name: "sweep-pledge-receipts",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `sweep-pledge-receipts.${period}`,
});
