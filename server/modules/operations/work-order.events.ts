import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

export const workOrderRetried = defineEvent({ name: "work-order.retried", payload: z.object({ key: z.string() }) });
