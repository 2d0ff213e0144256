import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

/** Every member of an audit has its grade. */
export const gradesGiven = defineEvent({ name: "credit.grades-given", payload: z.object({ runId: z.string(), schemeVersion: z.number() }) });
