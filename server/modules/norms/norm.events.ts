import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

export const normVersionEntered = defineEvent({ name: "norm.version-entered", payload: z.object({ versionId: z.string(), digest: z.string() }) });

export const pledgeVersionEntered = defineEvent({ name: "pledge.version-entered", payload: z.object({ versionId: z.string(), digest: z.string() }) });

export const pledgeSigned = defineEvent({ name: "pledge.signed", payload: z.object({ signatureId: z.string(), memberId: z.string() }) });

export const pledgeReceiptDrawn = defineEvent({ name: "pledge.receipt-drawn", payload: z.object({ signatureId: z.string(), fileId: z.string() }) });

export const documentEntered = defineEvent({ name: "document.entered", payload: z.object({ code: z.string(), version: z.int(), digest: z.string() }) });
