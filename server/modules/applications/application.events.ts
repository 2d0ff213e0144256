import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const ofApplication = z.object({ applicationId: z.string() });
const withReason = z.object({ applicationId: z.string(), reasonDigest: z.string() });

export const applicationBegun = defineEvent({ name: "application.begun", payload: ofApplication });
export const applicationSubmitted = defineEvent({ name: "application.submitted", payload: ofApplication });
export const applicationReturned = defineEvent({ name: "application.returned", payload: withReason });
export const applicationAdmitted = defineEvent({ name: "application.admitted", payload: z.object({ applicationId: z.string(), memberId: z.string() }) });
export const applicationRefused = defineEvent({ name: "application.refused", payload: withReason });
export const applicationWithdrawn = defineEvent({ name: "application.withdrawn", payload: ofApplication });
export const applicationLapsed = defineEvent({ name: "application.lapsed", payload: ofApplication });
export const applicationAccessMade = defineEvent({ name: "application.access-made", payload: ofApplication });
export const applicationErased = defineEvent({ name: "application.erased", payload: ofApplication });
