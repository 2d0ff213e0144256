import { canonicalJson } from "../../kernel/canonical-json.ts";
import { isDay } from "../../kernel/period.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { CalendarDay } from "./calendar-day.entity.ts";
import { calendarDayRestored, calendarDayDecided, holidaysEntered } from "./calendar.events.ts";
import { daysOf, storeAnnounced } from "./calendar.queries.ts";

/** A day as the association wants it. */
export interface DayDecision {
  day: string;
  working: boolean;
  /** In the words of whoever decides it. */
  reason: string;
}

const LONGEST_REASON = 200;
/** Deadlines of appeals and publications reach this far; what is further off nobody knows. */
const YEARS_AHEAD = 5;

export class CalendarService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  /** Enters the holidays of a year and the days worked instead; the same again changes nothing. The association's own decisions stay. */
  async enterAnnounced(tx: Context, year: number, days: readonly Omit<CalendarDay, "source">[]): Promise<Outcome<number>> {
    const known = (await daysOf(tx, year)).filter(({ source }) => source === "ANNOUNCED").map(({ day, working, name }) => ({ day, working, name }));
    const given = days.map(({ day, working, name }) => ({ day, working, name }));
    if (canonicalJson(known) === canonicalJson(given)) return done(0);
    await storeAnnounced(tx, year, days);
    announce(tx, holidaysEntered, { year }, { record: `calendar.${year}`, before: known, after: given });
    return done(days.length);
  }

  /** Decides about a day that is not past, whatever was announced about it; every clock that is running counts by it from then on. */
  async setDay(tx: Context, { day, working, reason }: DayDecision): Promise<Outcome<string>> {
    const fault = this.faultOf(tx, day);
    if (fault !== null) return refused(fault, "input.day");
    const words = reason.trim();
    if (words === "") return refused("REQUIRED", "input.reason");
    if (words.length > LONGEST_REASON) return refused("TOO_LONG", "input.reason");
    const before = await tx.db.findOneBy(CalendarDay, { day, source: "ASSOCIATION" });
    const after = { day, source: "ASSOCIATION" as const, working, name: { "zh-Hant": words, "zh-Hans": words, en: words } };
    await tx.db.upsert(CalendarDay, after, ["day", "source"]);
    announce(tx, calendarDayDecided, { day }, { record: `calendar.${day}`, ...(before && { before }), after });
    return done(day);
  }

  /** Takes the association's decision about a day back: it is again as announced, or as its weekday says. */
  async restoreDay(tx: Context, day: string): Promise<Outcome<string>> {
    const fault = this.faultOf(tx, day);
    if (fault !== null) return refused(fault, "day");
    const before = await tx.db.findOneBy(CalendarDay, { day, source: "ASSOCIATION" });
    if (before === null) return refused("NOT_FOUND", "day");
    await tx.db.delete(CalendarDay, { day, source: "ASSOCIATION" });
    announce(tx, calendarDayRestored, { day }, { record: `calendar.${day}`, before });
    return done(day);
  }

  private faultOf({ now }: Context, day: string): "INVALID" | "PAST_DAY" | "OUT_OF_RANGE" | null {
    if (!isDay(day)) return "INVALID";
    const today = dayIn(this.zone, now);
    if (day < today) return "PAST_DAY";
    return Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + YEARS_AHEAD ? "OUT_OF_RANGE" : null;
  }
}
