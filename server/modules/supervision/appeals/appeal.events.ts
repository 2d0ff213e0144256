import { z } from "zod";
import { defineEvent } from "../../../platform/events.ts";

const aboutAppeal = z.object({ appealId: z.string(), caseId: z.string(), memberId: z.string() });

export const appealFiled = defineEvent({ name: "appeal.filed", payload: aboutAppeal.extend({ decisionId: z.string() }) });

export const appealWithdrawn = defineEvent({ name: "appeal.withdrawn", payload: aboutAppeal });

export const appealDecided = defineEvent({ name: "appeal.decided", payload: aboutAppeal.extend({ outcome: z.string() }) });
