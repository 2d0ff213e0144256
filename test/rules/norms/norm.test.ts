import { describe, expect, test } from "vitest";
import { repeatedCodes, versionInForce } from "../../../server/modules/norms/norm.rules.ts";

const adopted = (number: number, inForceOn: string) => ({ number, state: "ADOPTED" as const, inForceOn });
const words = { "zh-Hant": "文", "zh-Hans": "文", en: "text" };

describe("the version in force", () => {
  const versions = [adopted(1, "2026-01-01"), adopted(2, "2026-07-01"), { number: 3, state: "CONSULTATION" as const, inForceOn: null }];
  test.each([
    ["2025-12-31", null], ["2026-01-01", 1], ["2026-06-30", 1], ["2026-07-01", 2], ["2030-01-01", 2],
  ])("on %s is number %s", (day, number) => {
    expect(versionInForce(versions, day)?.number ?? null).toBe(number);
  });

  test("of two that begin on one day is the later number, however they are given", () => {
    const both = [adopted(4, "2026-01-01"), adopted(5, "2026-01-01")];
    expect([versionInForce(both, "2026-02-01")?.number, versionInForce(both.reverse(), "2026-02-01")?.number]).toEqual([5, 5]);
  });

  test("is none while nothing is adopted, whatever day a draft names", () => {
    expect(versionInForce([{ number: 1, state: "DRAFT", inForceOn: "2020-01-01" }], "2026-01-01")).toBeNull();
  });
});

test("a code that stands twice is named, in one chapter or across two", () => {
  const article = (code: string) => ({ code, title: words, text: words });
  const chapter = (code: string, ...codes: string[]) => ({ code, title: words, articles: codes.map(article) });
  expect(repeatedCodes({ chapters: [chapter("N1", "N1.1", "N1.2"), chapter("N2", "N2.1")] })).toEqual([]);
  expect(repeatedCodes({ chapters: [chapter("N1", "N1.1", "N1.1"), chapter("N2", "N1.1", "N2")] })).toEqual(["N1.1", "N1.1", "N2"]);
});
