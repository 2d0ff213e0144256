import { caseSources } from "./timeline-cases.queries.ts";
import { creditTimelineSources } from "./timeline-credit.queries.ts";
import { memberSources } from "./timeline-sources.queries.ts";
import type { TimelineSource } from "./timeline.queries.ts";

export { timelineCsv } from "./timeline-csv.rules.ts";
export { entryInWords, kindOfEvent, type TimelineEntry } from "./timeline.rules.ts";
export { TimelineService } from "./timeline.service.ts";
export type { TimelineSource } from "./timeline.queries.ts";

/** What the modules below have to tell of a member. */
export const timelineSources: readonly TimelineSource[] = [...memberSources, ...caseSources, ...creditTimelineSources];
