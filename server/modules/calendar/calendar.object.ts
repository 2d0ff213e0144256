import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { DaySource } from "./calendar-day.entity.ts";
import type { DayDecision } from "./calendar.service.ts";

registerEnumType(DaySource, {
  name: "DaySource",
  description: "Who says of a day that it is not as its weekday says.",
  valuesConfig: { ANNOUNCED: { description: "The State Council, with the year's public holidays." }, ASSOCIATION: { description: "The association." } },
});

@ObjectType("CalendarDay", { description: "A day that is not as its weekday says." })
export class CalendarDayObject {
  @Field(() => DateScalar, { description: "The day." })
  day: string;

  @Field(() => Boolean, { description: "Whether it is worked." })
  working: boolean;

  @Field(() => LocalizedScalar, { description: "Why: the festival, or the association's reason as it was given." })
  name: Localized;

  @Field(() => DaySource, { description: "Who says so." })
  source: DaySource;

  @Field(() => Boolean, { description: "Whether it counts; what was announced does not where the association decided otherwise." })
  counts: boolean;
}

@ObjectType("CalendarYear", { description: "A year as every clock of the association counts it." })
export class CalendarYearObject {
  @Field(() => Int, { description: "Which year." })
  year: number;

  @Field(() => [Int], { description: "The weekdays worked, 1 for Monday to 7." })
  workingWeekdays: readonly number[];

  @Field(() => Boolean, { description: "Whether its public holidays are known; until then weekdays alone count." })
  announced: boolean;

  @Field(() => Int, { description: "How many of its days are worked." })
  workingDays: number;

  @Field(() => [CalendarDayObject], { description: "The days that are not as their weekday says, in their order." })
  days: CalendarDayObject[];
}

@InputType("CalendarDayDecideInput", { description: "A day as the association wants it." })
export class CalendarDayDecideInput implements DayDecision {
  @Field(() => DateScalar, { description: "The day: today or later." })
  day: string;

  @Field(() => Boolean, { description: "Whether it is worked." })
  working: boolean;

  @Field(() => String, { description: "Why; it is shown beside the day." })
  reason: string;
}

@ObjectType("CalendarDayDecidePayload", { description: "What became of the decision." })
export class CalendarDayDecidePayload {
  @Field(() => CalendarYearObject, { nullable: true, description: "The day's year as it stands now; null when it was refused." })
  year: CalendarYearObject | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("CalendarDayRestorePayload", { description: "What became of taking a decision back." })
export class CalendarDayRestorePayload extends CalendarDayDecidePayload {}
