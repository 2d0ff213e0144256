import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

export const memberAdmitted = defineEvent({ name: "member.admitted", payload: z.object({ memberId: z.string() }) });
