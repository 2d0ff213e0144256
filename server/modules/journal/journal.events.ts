import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

export const journalSealed = defineEvent({ name: "journal.sealed", payload: z.object({ size: z.number(), root: z.string() }) });
