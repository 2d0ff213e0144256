import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { CalendarDayRestorePayload, CalendarDayDecideInput, CalendarDayDecidePayload, CalendarYearObject } from "./calendar.object.ts";
import { daysOf, workingCalendar } from "./calendar.queries.ts";
import type { CalendarService } from "./calendar.service.ts";
import { workingDaysBetween } from "./working-calendar.rules.ts";

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

@Resolver()
export class CalendarResolver {
  constructor(private readonly calendar: CalendarService) {}

  @May<Permission>("calendar:read")
  @Query(() => CalendarYearObject, { nullable: true, description: "A year of the working calendar; null before 2000 and after 2100." })
  calendarYear(@Ctx() ctx: Context, @Arg("year", () => Int, { description: "Which year." }) year: number) {
    return year < FIRST_YEAR || year > LAST_YEAR ? null : yearOf(ctx, year);
  }

  @May<Permission>("calendar:change")
  @Mutation(() => CalendarDayDecidePayload, { description: "Decides whether a day is worked; every clock counts by it from then on." })
  async calendarDayDecide(@Ctx() ctx: Context, @Arg("input", () => CalendarDayDecideInput, { description: "The decision." }) input: CalendarDayDecideInput) {
    return payload(ctx, await ctx.inTransaction((tx) => this.calendar.setDay(tx, input)));
  }

  @May<Permission>("calendar:change")
  @Mutation(() => CalendarDayRestorePayload, { description: "Takes the association's decision about a day back." })
  async calendarDayRestore(@Ctx() ctx: Context, @Arg("day", () => DateScalar, { description: "Which day." }) day: string) {
    return payload(ctx, await ctx.inTransaction((tx) => this.calendar.restoreDay(tx, day)));
  }
}

async function payload(ctx: Context, outcome: Outcome<string>) {
  return { year: outcome.ok ? await yearOf(ctx, Number(outcome.value.slice(0, 4))) : null, problems: problemsOf(outcome) };
}

async function yearOf(ctx: Context, year: number) {
  const [calendar, days] = await Promise.all([workingCalendar(ctx), daysOf(ctx, year)]);
  const decided = new Set(days.filter(({ source }) => source === "ASSOCIATION").map(({ day }) => day));
  return {
    year,
    workingWeekdays: calendar.workingWeekdays,
    announced: days.some(({ source }) => source === "ANNOUNCED"),
    workingDays: workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`),
    days: days.map((day) => ({ ...day, counts: day.source === "ASSOCIATION" || !decided.has(day.day) })),
  };
}
