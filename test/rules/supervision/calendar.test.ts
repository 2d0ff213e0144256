import { describe, expect, test } from "vitest";
import { nextDueOn, occasionOf } from "../../../server/modules/supervision/audits/audit.rules.ts";

describe("the occasion a day belongs to", () => {
  test.each([
    ["MONTHLY", 1, "2026-11-02", "2026-11"],
    ["MONTHLY", 15, "2026-11-14", null],
    ["MONTHLY", 15, "2026-11-15", "2026-11"],
    ["QUARTERLY", 5, "2026-10-04", null],
    ["QUARTERLY", 5, "2026-10-05", "2026-Q4"],
    ["QUARTERLY", 28, "2026-11-01", "2026-Q4"],
    ["YEARLY", 10, "2026-01-09", null],
    ["YEARLY", 10, "2026-12-31", "2026"],
  ] as const)("%s on day %i, on %s: %s", (calendar, dueDay, day, occasion) => {
    expect(occasionOf(calendar, dueDay, day)).toBe(occasion);
  });
});

describe("when a plan is next due", () => {
  test.each([
    ["its day is still to come", "MONTHLY", 15, "2026-11-14", [], "2026-11-15"],
    ["today, for a run that was not ordered yet", "QUARTERLY", 5, "2026-11-24", ["2026-Q3"], "2026-11-24"],
    ["the next period, after this one's run", "MONTHLY", 15, "2026-11-20", ["2026-11"], "2026-12-15"],
    ["across the turn of the year", "MONTHLY", 1, "2026-12-01", ["2026-12"], "2027-01-01"],
    ["the next quarter's first month", "QUARTERLY", 5, "2026-11-24", ["2026-Q4"], "2027-01-05"],
    ["the next January", "YEARLY", 10, "2026-06-01", ["2026"], "2027-01-10"],
    ["a run ordered by hand is no occasion", "MONTHLY", 1, "2026-11-02", ["now-2026-11-02T00:00:00.000Z"], "2026-11-02"],
  ] as const)("%s", (_, calendar, dueDay, day, had, due) => {
    expect(nextDueOn(calendar, dueDay, day, had)).toBe(due);
  });

  test("on that day, and no day earlier, the calendar has an occasion the plan has not had", () => {
    for (const calendar of ["MONTHLY", "QUARTERLY", "YEARLY"] as const)
      for (let month = 1; month <= 12; month += 1)
        for (const dueDay of [1, 14, 28]) {
          const day = `2026-${String(month).padStart(2, "0")}-10`;
          const occasion = occasionOf(calendar, dueDay, day);
          const had = occasion === null ? [] : [occasion];
          const due = nextDueOn(calendar, dueDay, day, had);
          const eve = new Date(Date.parse(due) - 86_400_000).toISOString().slice(0, 10);
          const fresh = (on: string) => { const found = occasionOf(calendar, dueDay, on); return found !== null && !had.includes(found); };
          expect([calendar, day, due, fresh(due), fresh(eve)]).toEqual([calendar, day, due, true, false]);
        }
  });
});
