import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { Weighs } from "../../platform/graphql/weighs.ts";
import { LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { MemberObject } from "../members/api.ts";
import type { Member } from "../members/index.ts";
import { TimelineArgs, TimelineEntryConnection, TimelineEntryObject, TimelineFactObject } from "./timeline.object.ts";
import { TimelineKind } from "./timeline-events.rules.ts";
import { entryInWords, kindOfEvent, type TimelineEntry } from "./timeline.rules.ts";
import type { TimelineService } from "./timeline.service.ts";

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberTimelineResolver {
  constructor(private readonly timelines: TimelineService) {}

  @Weighs(300)
  @FieldResolver(() => TimelineEntryConnection, { description: "Everything that happened to it, latest first, what is still to come before all; as far as the viewer may read it." })
  timeline(@Root() { id }: Member, @Ctx() ctx: Context, @Args(() => TimelineArgs) request: TimelineArgs) {
    return this.timelines.page(ctx, id, request);
  }
}

@Resolver(() => TimelineEntryObject)
export class TimelineEntryResolver {
  @FieldResolver(() => TimelineKind, { description: "What it is about." })
  kind(@Root() { event }: TimelineEntry) {
    return kindOfEvent(event);
  }

  @FieldResolver(() => [TimelineFactObject], { description: "What is known of it." })
  facts(@Root() { facts }: TimelineEntry): TimelineFactObject[] {
    return Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  }

  @FieldResolver(() => LocalizedScalar, { description: "All of it in one sentence." })
  words(@Root() entry: TimelineEntry) {
    return entryInWords(entry);
  }
}
