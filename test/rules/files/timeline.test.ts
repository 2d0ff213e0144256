import { describe, expect, test } from "vitest";
import { languages } from "../../../server/kernel/language.ts";
import { timelineCsv } from "../../../server/modules/files/timeline-csv.rules.ts";
import { TimelineEvent } from "../../../server/modules/files/timeline-events.rules.ts";
import { entryInWords, eventsOf, type TimelineEntry } from "../../../server/modules/files/timeline.rules.ts";
import { sentences } from "../../../server/modules/files/timeline-words.rules.ts";

const names = Object.keys(TimelineEvent) as (keyof typeof TimelineEvent)[];
const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({ id: "x", memberId: "m", event: "ADMITTED", on: "2026-03-01", isComing: false, about: null, facts: {}, record: null, ...more });

describe("an entry of a timeline", () => {
  test.each(names)("%s wants the same things filled in whatever the language", (name) => {
    const slots = languages.map((language) => [...sentences[name][language].matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort());
    expect(slots[1]).toEqual(slots[0]);
    expect(slots[2]).toEqual(slots[0]);
  });

  test("writes days, periods and names of a few in the language of the sentence", () => {
    expect(entryInWords(entry({ facts: { through: "2027-03-01" } })).en).toBe("Admitted; the term ends on 1 March 2027");
    expect(entryInWords(entry({ event: "ASSESSMENT_CONFIRMED", facts: { period: "2026-H1", grade: "AA", score: "83.5" } }))["zh-Hant"]).toBe("2026年上半年自評經審核確認：AA，83.5 分");
    expect(entryInWords(entry({ event: "APPEAL_DECIDED", facts: { number: "7", outcome: "SET_ASIDE" } })).en).toBe("Case 7: appeal decided: set aside");
  });

  test("leaves out a part nobody can fill, and shows where a whole sentence cannot be", () => {
    expect(entryInWords(entry({ event: "SUSPENDED", facts: { until: null } })).en).toBe("Membership suspended");
    expect(entryInWords(entry({ event: "RENEWED" })).en).toContain("{through}");
  });

  test("says what people typed as they typed it", () => {
    expect(entryInWords(entry({ event: "CASE_OPENED", facts: { number: "1", title: "[x] {number} $&" } })).en).toBe("Case 1 opened: [x] {number} $&");
  });
});

test("kinds stand for their events, and none named for all", () => {
  expect(eventsOf(["PLEDGE", "AUDIT"])).toEqual(["PLEDGE_SIGNED", "AUDITED"]);
  expect(eventsOf(null)).toEqual(names);
});

describe("a timeline as a table", () => {
  test("is UTF-8 with its mark, quoted as RFC 4180 has it", () => {
    const text = timelineCsv([entry({ event: "CASE_OPENED", facts: { number: "1", title: `He said "no", twice` }, record: { kind: "CASE", id: "cas_1" } })], "en");
    expect(text).toBe(`\uFEFF"day","kind","event","words","record"\r\n"2026-03-01","CASE","CASE_OPENED","Case 1 opened: He said ""no"", twice","cas_1"\r\n`);
  });

  test.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx"])("defuses a cell that begins with %j", (begun) => {
    expect(timelineCsv([entry({ record: { kind: "CASE", id: begun }, facts: { through: "2027-01-01" } })], "en")).toContain(`,"'${begun}"`);
  });
});
