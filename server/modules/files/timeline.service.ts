import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy, type Loader } from "../../platform/loaders.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { type PlacedEntry, timelineCounts, type TimelineSource, timelinesOf } from "./timeline.queries.ts";
import type { TimelineKind } from "./timeline-events.rules.ts";
import { eventsOf, type TimelineEntry } from "./timeline.rules.ts";

/** A page of a timeline: of some kinds, or of all. */
export interface TimelineRequest extends PageRequest {
  kinds?: readonly TimelineKind[] | null;
}

const LARGEST_PAGE = 100;

/** What a request asked of timelines, under the members it asked it of; fields of one document that ask the same travel together. */
const questionOf = ({ first, after = null, kinds = null }: TimelineRequest): string => JSON.stringify({ first, after, kinds });

/** Everything that happened to a member, from whoever has something to tell of it. */
export class TimelineService {
  private readonly pages: Loader<string, PlacedEntry[]>;
  private readonly counts: Loader<string, number>;

  constructor(private readonly sources: readonly TimelineSource[]) {
    this.pages = defineLoader<string, PlacedEntry[]>((ctx, keys) => this.read(ctx, keys), []);
    this.counts = defineLoader<string, number>((ctx, keys) => this.count(ctx, keys), 0);
  }

  /** A page of a member's timeline, what is to come first; as far as the actor may read it. */
  async page(ctx: Context, memberId: string, request: TimelineRequest): Promise<Page<TimelineEntry>> {
    readCursor(request.after, "INSTANT", "TEXT");
    const key = `${memberId} ${questionOf(request)}`;
    const rows = await ctx.load(this.pages, key);
    return pageOf(rows, request, ({ at, id }) => cursorOf(at, id), () => ctx.load(this.counts, key));
  }

  /** The whole of it, page after page, of one snapshot. */
  async whole(ctx: Context, memberId: string): Promise<TimelineEntry[]> {
    const entries: TimelineEntry[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: Page<TimelineEntry> = await this.page(ctx, memberId, { first: LARGEST_PAGE, after });
      entries.push(...edges.map(({ node }) => node));
      if (!pageInfo.hasNextPage) return entries;
      after = pageInfo.endCursor;
    }
  }

  private async read(ctx: Context, keys: readonly string[]): Promise<Map<string, PlacedEntry[]>> {
    const answers = await Promise.all(byQuestion(keys).map(async ({ question, request, memberIds }) => {
      const events = eventsOf(request.kinds ?? null);
      const [at, id] = (readCursor(request.after, "INSTANT", "TEXT") ?? []) as string[];
      const after = at === undefined || id === undefined ? null : { at, id };
      const rows = await timelinesOf(ctx, this.told(ctx, events), memberIds, { events, after, first: request.first + 1 });
      return [...groupBy(rows, ({ memberId }) => `${memberId} ${question}`)];
    }));
    return new Map(answers.flat());
  }

  private async count(ctx: Context, keys: readonly string[]): Promise<Map<string, number>> {
    const answers = await Promise.all(byQuestion(keys).map(async ({ question, request, memberIds }) => {
      const events = eventsOf(request.kinds ?? null);
      const counts = await timelineCounts(ctx, this.told(ctx, events), memberIds, events);
      return [...counts].map(([memberId, count]) => [`${memberId} ${question}`, count] as const);
    }));
    return new Map(answers.flat());
  }

  /** The sources that may have such events for whoever asks. */
  private told = ({ actor }: Context, wanted: readonly string[]): TimelineSource[] =>
    this.sources.filter(({ may, events }) => actor.permissions.has(may) && events.some((event) => wanted.includes(event)));
}

function byQuestion(keys: readonly string[]): { question: string; request: TimelineRequest; memberIds: string[] }[] {
  const parted = keys.map((key) => ({ memberId: key.slice(0, key.indexOf(" ")), question: key.slice(key.indexOf(" ") + 1) }));
  return [...groupBy(parted, ({ question }) => question)].map(([question, asked]) => ({
    question, request: JSON.parse(question) as TimelineRequest, memberIds: asked.map(({ memberId }) => memberId),
  }));
}
