import type { Reaction } from "../server/platform/events.ts";

/** Everything that follows from something else, on one page. */
export const reactions: Reaction[] = [];
