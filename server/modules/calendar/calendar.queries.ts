import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { documentInForce } from "../../platform/published-document.ts";
import type { CalendarDay } from "./calendar-day.entity.ts";
import type { WorkingCalendar } from "./working-calendar.rules.ts";

/** What the association has decided about its week; Monday to Friday where it has decided nothing. */
const workingWeekdays = async (ctx: Context): Promise<readonly number[]> =>
  (await documentInForce<{ workingWeekdays: number[] }>(ctx, "working-days"))?.workingWeekdays ?? [1, 2, 3, 4, 5];

/** The calendar every clock runs by, as it now stands; read once for all clocks of a request. */
export const workingCalendar = (ctx: Context): Promise<WorkingCalendar> => ctx.load(calendarNow, "now");

const calendarNow = defineLoader<"now", WorkingCalendar>(async (ctx) => {
  const [weekdays, days] = await Promise.all([
    workingWeekdays(ctx),
    ctx.rows<{ day: string; working: boolean }>("select distinct on (day) day, working from calendar_day order by day, source desc"),
  ]);
  return new Map([["now" as const, { workingWeekdays: weekdays, exceptions: new Map(days.map(({ day, working }) => [day, working])) }]]);
}, { workingWeekdays: [], exceptions: new Map() });

/** Both words on each day of a year that is not as its weekday says, in the order of days; the association's before the announced. */
export const daysOf = (ctx: Context, year: number): Promise<CalendarDay[]> =>
  ctx.rows<CalendarDay>(
    "select day, source, working, name from calendar_day where day >= make_date($1, 1, 1) and day < make_date($1 + 1, 1, 1) order by day, source desc", [year],
  );

/** Writes what was announced of a year in the place of what was known of it before. */
export const storeAnnounced = (tx: Context, year: number, days: readonly Omit<CalendarDay, "source">[]) =>
  tx.rows(
    `with gone as (
       delete from calendar_day where source = 'ANNOUNCED' and day >= make_date($1, 1, 1) and day < make_date($1 + 1, 1, 1)
         and day not in (select day from jsonb_to_recordset($2::jsonb) as known (day date)))
     insert into calendar_day (day, source, working, name)
     select day, 'ANNOUNCED', working, name from jsonb_to_recordset($2::jsonb) as known (day date, working boolean, name jsonb)
     on conflict (day, source) do update set working = excluded.working, name = excluded.name`,
    [year, JSON.stringify(days)],
  );
