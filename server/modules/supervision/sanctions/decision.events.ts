import { z } from "zod";
import { defineEvent } from "../../../platform/events.ts";

const aboutDecision = z.object({ decisionId: z.string(), caseId: z.string(), memberId: z.string() });

/** A panel decided. */
export const sanctionDecided = defineEvent({ name: "sanction.decided", payload: aboutDecision });

/** The member was told. */
export const sanctionServed = defineEvent({ name: "sanction.served", payload: aboutDecision.extend({ servedOn: z.string() }) });

/** A sanction takes effect. */
export const sanctionInForce = defineEvent({ name: "sanction.in-force", payload: aboutDecision.extend({ inForceOn: z.string() }) });

/** An appeal did away with a sanction, or put a milder one in its place. */
export const sanctionSetAside = defineEvent({ name: "sanction.set-aside", payload: aboutDecision.extend({ setAsideOn: z.string() }) });

/** The paper of a decision, or of what an appeal came to, is there. */
export const caseNoticeDrawn = defineEvent({ name: "sanction.notice-drawn", payload: z.object({ subjectId: z.string(), fileId: z.string() }) });
