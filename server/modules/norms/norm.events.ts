import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

export const normVersionEntered = defineEvent({ name: "norm.version-entered", payload: z.object({ versionId: z.string(), digest: z.string() }) });

export const pledgeVersionEntered = defineEvent({ name: "pledge.version-entered", payload: z.object({ versionId: z.string(), digest: z.string() }) });

export const pledgeSigned = defineEvent({ name: "pledge.signed", payload: z.object({ signatureId: z.string(), memberId: z.string() }) });

export const pledgeReceiptDrawn = defineEvent({ name: "pledge.receipt-drawn", payload: z.object({ signatureId: z.string(), fileId: z.string() }) });

export const documentEntered = defineEvent({ name: "document.entered", payload: z.object({ code: z.string(), version: z.int(), digest: z.string() }) });

export const pledgeReminded = defineEvent({
  name: "pledge.reminded", payload: z.object({ versionId: z.string(), memberId: z.string(), dayOffset: z.int(), dueOn: z.string() }),
});

const aboutVersion = z.object({ versionId: z.string() });

export const normDraftBegun = defineEvent({ name: "norm.draft-begun", payload: aboutVersion });

export const normDraftSaved = defineEvent({ name: "norm.draft-saved", payload: aboutVersion.extend({ revision: z.int() }) });

export const normConsultationOpened = defineEvent({ name: "norm.consultation-opened", payload: aboutVersion.extend({ round: z.int(), closesOn: z.string() }) });

export const normDraftReturned = defineEvent({ name: "norm.draft-returned", payload: aboutVersion.extend({ reason: z.string() }) });

export const normPriceHitsAccepted = defineEvent({ name: "norm.price-hits-accepted", payload: aboutVersion.extend({ opinionId: z.string(), hits: z.int(), reason: z.string() }) });

export const normAdopted = defineEvent({
  name: "norm.adopted", payload: aboutVersion.extend({ digest: z.string(), inForceOn: z.string(), hits: z.int(), opinionId: z.string().nullable() }),
});

export const normCommentFiled = defineEvent({ name: "norm.comment-filed", payload: aboutVersion.extend({ commentId: z.string(), memberId: z.string() }) });

export const normArticlesRead = defineEvent({ name: "norm.articles-read", payload: aboutVersion.extend({ memberId: z.string(), articles: z.int() }) });

const aboutTraining = aboutVersion.extend({ memberId: z.string(), trainingId: z.string() });

export const normTrainingRecorded = defineEvent({ name: "norm.training-recorded", payload: aboutTraining });

export const normTrainingWithdrawn = defineEvent({ name: "norm.training-withdrawn", payload: aboutTraining });

export const normCommentAnswered = defineEvent({ name: "norm.comment-answered", payload: aboutVersion.extend({ commentId: z.string() }) });
