import { z } from "zod";
import { defineEvent } from "../../../platform/events.ts";

const aboutSeat = z.object({ subjectId: z.string(), userId: z.string() });

export const panelSeated = defineEvent({ name: "panel.seated", payload: aboutSeat });

export const panelDeclared = defineEvent({ name: "panel.declared", payload: aboutSeat.extend({ interested: z.boolean() }) });

export const panelRecused = defineEvent({ name: "panel.recused", payload: aboutSeat });

export const panelVoted = defineEvent({ name: "panel.voted", payload: aboutSeat.extend({ revision: z.int() }) });

export const panelAffiliated = defineEvent({ name: "panel.affiliated", payload: z.object({ affiliationId: z.string(), userId: z.string(), memberId: z.string() }) });

export const panelAffiliationEnded = defineEvent({ name: "panel.affiliation-ended", payload: z.object({ affiliationId: z.string(), userId: z.string(), memberId: z.string() }) });
