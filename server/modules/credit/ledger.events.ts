import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

/** Entries came into the ledger, up to a place. */
export const creditEntered = defineEvent({ name: "credit.entered", payload: z.object({ upTo: z.string(), entries: z.int() }) });
export const creditEntryCorrected = defineEvent({ name: "credit.entry-corrected", payload: z.object({ entryId: z.string(), corrected: z.string(), memberId: z.string() }) });
