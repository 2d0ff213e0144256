import { z } from "zod";
import { defineEvent } from "../../../platform/events.ts";

export const auditRulesEntered = defineEvent({ name: "audit.rules-entered", payload: z.object({ version: z.int(), digest: z.string() }) });
export const auditPlanMade = defineEvent({ name: "audit.plan-made", payload: z.object({ planId: z.string() }) });
export const auditPlanPaused = defineEvent({ name: "audit.plan-paused", payload: z.object({ planId: z.string() }) });
export const auditPlanResumed = defineEvent({ name: "audit.plan-resumed", payload: z.object({ planId: z.string() }) });
export const auditOrdered = defineEvent({ name: "audit.ordered", payload: z.object({ runId: z.string() }) });
export const auditCompleted = defineEvent({ name: "audit.completed", payload: z.object({ runId: z.string() }) });
