import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const about = { assessmentId: z.string(), memberId: z.string(), schemeVersion: z.int() };
const plain = z.object(about);

export const assessmentBegun = defineEvent({ name: "assessment.begun", payload: plain });
export const assessmentSaved = defineEvent({ name: "assessment.saved", payload: z.object({ ...about, revision: z.int() }) });
export const assessmentSubmitted = defineEvent({ name: "assessment.submitted", payload: z.object({ ...about, receiptNumber: z.string() }) });
export const assessmentReturned = defineEvent({ name: "assessment.returned", payload: plain });
export const assessmentAdjusted = defineEvent({
  name: "assessment.adjusted",
  payload: z.object({ ...about, adjustmentId: z.string(), indicator: z.string() }),
});
/** `byItsAdjuster`: the confirming officer had adjusted an answer, which is allowed and on record. */
export const assessmentConfirmed = defineEvent({ name: "assessment.confirmed", payload: z.object({ ...about, byItsAdjuster: z.boolean() }) });

const ofFile = z.object({ fileId: z.string(), memberId: z.string(), digest: z.string() });
export const fileUploaded = defineEvent({ name: "assessment.file-uploaded", payload: ofFile });
/** It was never attached, and waited too long. */
export const fileCleared = defineEvent({ name: "assessment.file-cleared", payload: ofFile });
const withFile = z.object({ ...about, evidenceId: z.string(), indicator: z.string() });
export const evidenceAttached = defineEvent({ name: "assessment.evidence-attached", payload: withFile });
export const evidenceDetached = defineEvent({ name: "assessment.evidence-detached", payload: withFile });

export const schemeEntered = defineEvent({ name: "assessment.scheme-entered", payload: z.object({ version: z.int(), digest: z.string() }) });
export const roundOpened = defineEvent({ name: "assessment.round-opened", payload: z.object({ period: z.string(), schemeVersion: z.int() }) });
