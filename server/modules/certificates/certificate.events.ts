import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const payload = z.object({ certificateId: z.string() });

export const certificateOrdered = defineEvent({ name: "certificate.ordered", payload });
export const certificateIssued = defineEvent({ name: "certificate.issued", payload });
export const certificateSuspended = defineEvent({ name: "certificate.suspended", payload });
export const certificateReinstated = defineEvent({ name: "certificate.reinstated", payload });
export const certificateWithdrawn = defineEvent({ name: "certificate.withdrawn", payload });
