import { expect, test } from "vitest";
import { hindrance } from "../../../server/modules/applications/reapplying.rules.ts";

const firm = (status: Parameters<typeof hindrance>[0]["status"], statusSince = "2024-02-29") => ({ status, statusSince });

test.each(["ACTIVE", "GRACE", "SUSPENDED"] as const)("a firm that belongs to the association (%s) does not apply", (status) => {
  expect(hindrance(firm(status), "2030-01-01", 36)).toEqual({ code: "CODE_NOT_OPEN" });
});

test.each(["LAPSED", "WITHDRAWN"] as const)("one that left (%s) may from the first day", (status) => {
  expect(hindrance(firm(status), "2024-02-29", 36)).toBeNull();
  expect(hindrance(firm(status), "2024-02-29", undefined)).toBeNull();
});

test.each([
  ["2024-02-29", 36, "2027-02-27", "2027-02-28"],
  ["2023-03-03", 36, "2026-03-02", "2026-03-03"],
  ["2023-03-03", 1, "2023-04-02", "2023-04-03"],
])("one expelled on %s is barred for %i months, through %s", (since, months, last, open) => {
  expect(hindrance(firm("EXPELLED", since), since, months)).toEqual({ code: "BARRED", day: last });
  expect(hindrance(firm("EXPELLED", since), last, months)).toEqual({ code: "BARRED", day: last });
  expect(hindrance(firm("EXPELLED", since), open, months)).toBeNull();
});

test("one expelled is not barred where the bar is nought, and does not apply where nothing is decided", () => {
  expect(hindrance(firm("EXPELLED"), "2024-02-29", 0)).toBeNull();
  expect(hindrance(firm("EXPELLED"), "2034-02-28", undefined)).toEqual({ code: "CODE_NOT_OPEN" });
});
