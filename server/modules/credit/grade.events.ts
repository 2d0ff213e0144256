import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

export const creditSchemeEntered = defineEvent({ name: "credit.scheme-entered", payload: z.object({ version: z.int(), digest: z.string() }) });

/** Every member of an audit has its grade. */
export const gradesGiven = defineEvent({ name: "credit.grades-given", payload: z.object({ runId: z.string(), schemeVersion: z.number() }) });
