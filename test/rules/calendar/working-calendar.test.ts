import { describe, expect, test } from "vitest";
import { dayAfter } from "../../../server/kernel/days.ts";
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from "../../../server/modules/calendar/working-calendar.rules.ts";
import { publicHolidays } from "../../../seeds/reference/calendar/public-holidays.ts";

const known = publicHolidays();
const exceptions = new Map([...known.values()].flat().map(({ day, working }) => [day, working]));
const calendar = { workingWeekdays: [1, 2, 3, 4, 5], exceptions };

describe("the working calendar of the mainland", () => {
  // As announced: General Office of the State Council, notices on the holidays of 2025 and 2026.
  test.each([
    ["2025-10-01", false], ["2025-10-08", false], ["2025-10-09", true], ["2025-09-28", true], ["2025-10-11", true], ["2025-01-26", true], ["2025-02-04", false],
    ["2026-01-01", false], ["2026-01-04", true], ["2026-02-14", true], ["2026-02-15", false], ["2026-02-23", false], ["2026-02-28", true], ["2026-10-07", false], ["2026-10-10", true],
    ["2026-11-28", false], ["2026-11-30", true],
  ])("%s worked: %s", (day, worked) => expect(isWorkingDay(calendar, day)).toBe(worked));

  test("the festivals of a year are named in three languages", () => {
    const names = new Set(known.get(2026)?.map(({ name }) => `${name["zh-Hant"]} ${name["zh-Hans"]} ${name.en}`));
    for (const festival of ["元旦", "春節", "清明", "勞動節", "端午", "中秋", "國慶節"]) expect([...names].some((name) => name.startsWith(festival))).toBe(true);
    for (const { name } of [...known.values()].flat()) expect(Object.values(name).every((words) => words.length > 1)).toBe(true);
  });

  test.each([
    ["over a weekend", "2026-11-27", 1, "2026-11-30"],
    ["over the National Day of 2026", "2026-09-30", 3, "2026-10-10"],
    ["no days", "2026-10-01", 0, "2026-10-01"],
    ["fifteen days over the Spring Festival of 2026", "2026-02-10", 15, "2026-03-09"],
  ])("working days are added %s", (_, day, count, due) => expect(addWorkingDays(calendar, day, count)).toBe(due));

  test("adding and counting agree, from every day of a year and for every length", () => {
    for (let day = "2026-01-01"; day < "2027-01-01"; day = dayAfter(day, 1)) {
      for (const count of [1, 3, 10, 20]) expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, count))).toBe(count);
    }
  });

  test("a day that is worked stays where it is; another moves to the next that is", () => {
    expect(workingDayFrom(calendar, "2026-10-10")).toBe("2026-10-10");
    expect(workingDayFrom(calendar, "2026-10-03")).toBe("2026-10-08");
  });

  test("a calendar on which nobody works says so instead of looking for ever", () => {
    expect(() => addWorkingDays({ workingWeekdays: [], exceptions: new Map() }, "2026-01-01", 1)).toThrow(RangeError);
  });
});
