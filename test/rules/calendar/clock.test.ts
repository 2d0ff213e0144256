import { describe, expect, test } from "vitest";
import { dueDay, type Pause, readClock, type Term } from "../../../server/modules/calendar/clock.rules.ts";
import { dayAfter } from "../../../server/kernel/days.ts";

const calendar = { workingWeekdays: [1, 2, 3, 4, 5], exceptions: new Map([["2026-10-01", false], ["2026-10-02", false], ["2026-10-10", true]]) };
const working = (days: number): Term => ({ days, unit: "WORKING" });
const calendarDays = (days: number): Term => ({ days, unit: "CALENDAR" });
const clock = (startedOn: string, term: Term, pauses: Pause[] = []) => ({ startedOn, term, pauses });

describe("a clock", () => {
  test.each([
    ["the day it starts does not count", "2026-11-23", working(1), "2026-11-24"],
    ["three working days over a weekend", "2026-11-26", working(3), "2026-12-01"],
    ["over days off and a Saturday worked", "2026-09-30", working(6), "2026-10-10"],
    ["days of the calendar", "2026-11-02", calendarDays(15), "2026-11-17"],
    ["a last day that is off moves to the next worked (Civil Code, article 203)", "2026-11-14", calendarDays(14), "2026-11-30"],
    ["a last day that is a Saturday worked stays", "2026-09-25", calendarDays(15), "2026-10-10"],
  ])("%s", (_, startedOn, term, due) => expect(dueDay(calendar, clock(startedOn, term))).toBe(due));

  test("says what is left on each day, and that it is over", () => {
    const readings = ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-30", "2026-12-01", "2026-12-02"].map((on) => readClock(calendar, clock("2026-11-26", working(3)), on));
    expect(readings.map(({ state, left }) => [state, left])).toEqual([["RUNNING", 3], ["RUNNING", 2], ["RUNNING", 2], ["RUNNING", 1], ["RUNNING", 0], ["OVERDUE", -1]]);
    expect(new Set(readings.map(({ due }) => due))).toEqual(new Set(["2026-12-01"]));
  });

  test("stands still while it is paused, says why, and goes on where it stopped", () => {
    const open = clock("2026-11-02", working(10), [{ from: "2026-11-04", until: null, reason: "WAITING_FOR_EVIDENCE" }]);
    expect(readClock(calendar, open, "2026-11-20")).toEqual({ state: "PAUSED", due: null, left: 9, pause: open.pauses[0] });
    const closed = clock("2026-11-02", working(10), [{ from: "2026-11-04", until: "2026-11-11", reason: "WAITING_FOR_EVIDENCE" }]);
    expect(readClock(calendar, closed, "2026-11-05")).toMatchObject({ state: "PAUSED", left: 9, due: "2026-11-23" });
    expect(readClock(calendar, closed, "2026-11-11")).toMatchObject({ state: "RUNNING", left: 8, due: "2026-11-23", pause: null });
  });

  test("a day within two pauses is left out once", () => {
    const pauses = [{ from: "2026-11-04", until: "2026-11-06", reason: "A" }, { from: "2026-11-05", until: "2026-11-09", reason: "B" }];
    expect(dueDay(calendar, clock("2026-11-02", working(3), pauses))).toBe("2026-11-10");
  });

  test("every day later it starts, and every day longer it has, it never ends earlier", () => {
    for (let day = "2026-09-20"; day < "2026-10-20"; day = dayAfter(day, 1)) {
      for (const term of [working, calendarDays]) {
        expect(dueDay(calendar, clock(dayAfter(day, 1), term(5))) >= dueDay(calendar, clock(day, term(5)))).toBe(true);
        expect(dueDay(calendar, clock(day, term(6))) >= dueDay(calendar, clock(day, term(5)))).toBe(true);
      }
    }
  });
});
