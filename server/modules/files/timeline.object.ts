import { ArgsType, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { Connection, ConnectionArgs } from "../../platform/graphql/connection.ts";
import { DateScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { TimelineEvent, TimelineKind } from "./timeline-events.rules.ts";

registerEnumType(TimelineKind, { name: "TimelineKind", description: "What the events of a member's timeline are about." });

/** The names of the events, as an enum holds them. */
const TimelineEventEnum = Object.fromEntries(Object.keys(TimelineEvent).map((name) => [name, name])) as { [Name in TimelineEvent]: Name };
registerEnumType(TimelineEventEnum, { name: "TimelineEvent", description: "Something that happens to a member." });

@ObjectType("TimelineFact", { description: "One fact of an entry of a timeline." })
export class TimelineFactObject {
  @Field(() => String, { description: "Its name, such as `number`." }) name: string;
  @Field(() => String, { description: "What it is: a day, a decimal, a code or a text." }) value: string;
}

@ObjectType("TimelineRecord", { description: "The record behind an entry of a timeline." })
export class TimelineRecordObject {
  @Field(() => String, { description: "What it is, such as `FINDING` or `CASE`." }) kind: string;
  @Field(() => ID, { description: "Its id." }) id: string;
}

@ObjectType("TimelineEntry", { description: "What happened to a member on a day, or will if nothing else happens." })
export class TimelineEntryObject {
  @Field(() => ID, { description: "Tells it from every other; it has no page of its own." }) id: string;
  @Field(() => DateScalar, { description: "The association's day." }) on: string;
  @Field(() => Boolean, { description: "Whether the day is still to come." }) isComing: boolean;
  @Field(() => TimelineEventEnum, { description: "What happened." }) event: TimelineEvent;
  @Field(() => LocalizedScalar, { nullable: true, description: "What it concerns, by its name; null where the event says it all." }) about: Localized | null;
  @Field(() => TimelineRecordObject, { nullable: true, description: "The record behind it; null where there is none." }) record: TimelineRecordObject | null;
}

export const TimelineEntryConnection = Connection(TimelineEntryObject);

@ArgsType()
export class TimelineArgs extends ConnectionArgs {
  @Field(() => [TimelineKind], { nullable: true, description: "Only entries of these kinds; absent means all." })
  kinds?: TimelineKind[] | null;
}
