import type { Services } from "../server/compose.ts";
import type { Processor } from "../server/platform/jobs.ts";

/** Every kind of work the house can do, bound to its services. */
export const processorsOf = (_services: Services): Processor[] => [];
