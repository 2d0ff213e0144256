import { describe, expect, test } from "vitest";

import { daysIn, isDay, isPeriod, monthsIn } from "../../../server/kernel/period.ts";

describe("a period", () => {
  test.each([
    ["2026-01-01", "2026-01-01", 1],
    ["2026-01-01", "2026-06-30", 181],
    ["2024-01-01", "2024-12-31", 366],
    ["2026-01-01", "2026-12-31", 365],
  ])("from %s to %s has %d days, both ends counted", (from, to, days) => {
    expect(daysIn({ from, to })).toBe(days);
  });

  test.each([
    ["2026-01-01", "2026-01-31", "1"],
    ["2026-02-01", "2026-02-28", "1"],
    ["2024-01-01", "2024-12-31", "12"],
    ["2026-01-15", "2026-02-14", "1"],
    ["2026-01-31", "2026-02-27", "1"],
    ["2026-01-01", "2026-02-14", "1.5"],
    ["2026-04-01", "2026-04-15", "0.5"],
    ["2025-07-01", "2026-06-30", "12"],
  ])("from %s to %s is %s months long", (from, to, months) => {
    expect(monthsIn({ from, to }).toString()).toBe(months);
  });

  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026-1-1", "", "2026-01-01T00:00:00Z"])("%s is no day", (text) => {
    expect(isDay(text)).toBe(false);
  });

  test("that ends before it begins is none, and has no length", () => {
    const backwards = { from: "2026-02-01", to: "2026-01-31" };
    expect(isPeriod(backwards)).toBe(false);
    expect(daysIn(backwards)).toBe(0);
    expect(monthsIn(backwards).toString()).toBe("0");
  });
});
