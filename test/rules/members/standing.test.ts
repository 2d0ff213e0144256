import { describe, expect, test } from "vitest";
import { dayAfter } from "../../../server/kernel/days.ts";
import { belongsFrom, membershipPeriods, nextTerm, renewalOpensOn, spanOn, type StandingFact, type StandingFactKind, standingSpans, termOf } from "../../../server/modules/members/standing.rules.ts";

const none = { through: null, graceThrough: null, until: null };
const term = (through: string) => ({ ...none, through, graceThrough: dayAfter(through, 60) });
const fact = (kind: StandingFactKind, day: string, more: Partial<StandingFact> = {}): StandingFact => ({ kind, day, ...none, ...more });
const admitted = fact("ADMITTED", "2026-01-01", term("2026-12-31"));
const told = (facts: StandingFact[]) => standingSpans(facts).map(({ status, from, to }) => `${status} ${from} ${to ?? "…"}`);

describe("how a firm stands follows from dates and decisions", () => {
  test.each<[string, StandingFact[], string[]]>([
    ["left alone, it lapses when grace is over", [admitted], ["ACTIVE 2026-01-01 2026-12-31", "GRACE 2027-01-01 2027-03-01", "LAPSED 2027-03-02 …"]],
    ["renewed in time, it goes on", [admitted, fact("RENEWED", "2026-12-01", term("2027-12-31"))], ["ACTIVE 2026-01-01 2027-12-31", "GRACE 2028-01-01 2028-02-29", "LAPSED 2028-03-01 …"]],
    ["renewed in grace, the days of grace stay what they were", [admitted, fact("RENEWED", "2027-02-01", term("2027-12-31"))],
      ["ACTIVE 2026-01-01 2026-12-31", "GRACE 2027-01-01 2027-01-31", "ACTIVE 2027-02-01 2027-12-31", "GRACE 2028-01-01 2028-02-29", "LAPSED 2028-03-01 …"]],
    ["leaving from a day on", [admitted, fact("WITHDRAWN", "2026-07-01")], ["ACTIVE 2026-01-01 2026-06-30", "WITHDRAWN 2026-07-01 …"]],
    ["leaving taken back before the day", [admitted, fact("WITHDRAWN", "2026-07-01"), fact("WITHDRAWAL_REVOKED", "2026-06-01")],
      ["ACTIVE 2026-01-01 2026-12-31", "GRACE 2027-01-01 2027-03-01", "LAPSED 2027-03-02 …"]],
    ["renewed while leaving, it leaves all the same", [admitted, fact("WITHDRAWN", "2026-12-15"), fact("RENEWED", "2026-12-01", term("2027-12-31"))],
      ["ACTIVE 2026-01-01 2026-12-14", "WITHDRAWN 2026-12-15 …"]],
    ["suspended for a time", [admitted, fact("SUSPENDED", "2026-05-01", { until: "2026-07-31" })],
      ["ACTIVE 2026-01-01 2026-04-30", "SUSPENDED 2026-05-01 2026-07-31", "ACTIVE 2026-08-01 2026-12-31", "GRACE 2027-01-01 2027-03-01", "LAPSED 2027-03-02 …"]],
    ["suspended without an end, it lapses all the same", [admitted, fact("SUSPENDED", "2026-05-01")], ["ACTIVE 2026-01-01 2026-04-30", "SUSPENDED 2026-05-01 2027-03-01", "LAPSED 2027-03-02 …"]],
    ["reinstated before the end", [admitted, fact("SUSPENDED", "2026-05-01", { until: "2026-07-31" }), fact("REINSTATED", "2026-06-01")],
      ["ACTIVE 2026-01-01 2026-04-30", "SUSPENDED 2026-05-01 2026-05-31", "ACTIVE 2026-06-01 2026-12-31", "GRACE 2027-01-01 2027-03-01", "LAPSED 2027-03-02 …"]],
    ["renewed while suspended", [admitted, fact("SUSPENDED", "2026-12-01", { until: "2027-01-31" }), fact("RENEWED", "2026-12-20", term("2027-12-31"))],
      ["ACTIVE 2026-01-01 2026-11-30", "SUSPENDED 2026-12-01 2027-01-31", "ACTIVE 2027-02-01 2027-12-31", "GRACE 2028-01-01 2028-02-29", "LAPSED 2028-03-01 …"]],
    ["expelled", [admitted, fact("EXPELLED", "2026-05-01")], ["ACTIVE 2026-01-01 2026-04-30", "EXPELLED 2026-05-01 …"]],
    ["expelled on the day it was admitted", [admitted, fact("EXPELLED", "2026-01-01")], ["EXPELLED 2026-01-01 …"]],
    ["never admitted", [fact("RENEWED", "2026-01-01", term("2026-12-31"))], []],
  ])("%s", (_, facts, spans) => expect(told(facts)).toEqual(spans));

  test("whatever is stated in whatever order, spans follow one another without a gap, and a fact changes nothing before its day", () => {
    const kinds = ["RENEWED", "SUSPENDED", "REINSTATED", "WITHDRAWN", "WITHDRAWAL_REVOKED", "EXPELLED"] as const;
    let state = 7;
    const chance = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
    for (let story = 0; story < 500; story += 1) {
      const facts = [admitted];
      let day = "2026-01-01";
      for (let step = 0; step < 6; step += 1) {
        day = dayAfter(day, chance(120));
        const kind = kinds[chance(kinds.length)] ?? "RENEWED";
        const before = standingSpans(facts);
        facts.push(fact(kind, day, kind === "RENEWED" ? term(dayAfter(day, chance(400))) : kind === "SUSPENDED" && chance(2) === 0 ? { until: dayAfter(day, chance(90)) } : {}));
        const after = standingSpans(facts);
        expect(after.map(({ from }) => from).slice(1)).toEqual(after.slice(0, -1).map(({ to }) => dayAfter(to ?? "", 1)));
        expect([after[0]?.from, after.at(-1)?.to]).toEqual(["2026-01-01", null]);
        for (let back = 1; back < 40 && dayAfter(day, -back) >= "2026-01-01"; back += 3) {
          expect(spanOn(after, dayAfter(day, -back))?.status).toBe(spanOn(before, dayAfter(day, -back))?.status);
        }
      }
    }
  });
});

test.each([
  ["2024-03-01", "2026-11-29", "2027-02-28"], ["2026-11-29", "2026-11-29", "2027-11-28"], ["2024-02-29", "2026-11-29", "2027-02-27"], ["2025-01-01", "2025-12-31", "2025-12-31"],
])("a firm admitted on %s is on %s in the year that ends on %s", (admittedOn, day, end) => expect(termOf(admittedOn, day, 12)).toBe(end));

test("terms follow one another, however late one is renewed; renewal opens before the end", () => {
  expect(nextTerm("2026-12-31", 12)).toBe("2027-12-31");
  expect(nextTerm("2027-02-28", 12)).toBe("2028-02-29");
  expect(renewalOpensOn("2026-12-31", { termMonths: 12, graceDays: 60, renewalOpensDays: 60 })).toBe("2026-11-01");
});

describe("the times a firm belonged", () => {
  const anew = (day: string) => fact("ADMITTED", day, term("2029-12-31"));
  const periods = (facts: StandingFact[]) => membershipPeriods(standingSpans(facts)).map(({ from, to, endedAs }) => `${from} ${to} ${endedAs}`);

  test.each<[string, StandingFact[], string[]]>([
    ["never left", [admitted], ["2026-01-01 2027-03-01 LAPSED"]],
    ["suspended meanwhile", [admitted, fact("SUSPENDED", "2026-03-01", { until: "2026-04-30" })], ["2026-01-01 2027-03-01 LAPSED"]],
    ["admitted anew after it lapsed", [admitted, anew("2028-01-01")], ["2026-01-01 2027-03-01 LAPSED", "2028-01-01 2030-03-01 LAPSED"]],
    ["admitted anew after it was expelled", [admitted, fact("EXPELLED", "2026-05-01"), anew("2029-05-01")], ["2026-01-01 2026-04-30 EXPELLED", "2029-05-01 2030-03-01 LAPSED"]],
    ["admitted anew on the day it had left", [admitted, fact("WITHDRAWN", "2026-05-01"), anew("2026-05-01")], ["2026-01-01 2030-03-01 LAPSED"]],
  ])("%s", (_, facts, expected) => expect(periods(facts)).toEqual(expected));

  test("a new admission changes no day before it, ends what was announced, and is bound by no notice of before", () => {
    const facts = [admitted, fact("SUSPENDED", "2026-03-01"), fact("WITHDRAWN", "2026-05-01")];
    const [before, after] = [standingSpans(facts), standingSpans([...facts, anew("2026-08-01")])];
    for (let day = "2025-12-30"; day < "2026-08-01"; day = dayAfter(day, 1)) expect(spanOn(after, day)?.status).toBe(spanOn(before, day)?.status);
    expect(spanOn(after, "2026-08-01")).toEqual({ status: "ACTIVE", from: "2026-08-01", to: "2029-12-31" });
  });

  test("belonging from a day on is seen in every span that reaches it", () => {
    const spans = standingSpans([admitted, fact("WITHDRAWN", "2026-05-01")]);
    expect(["2025-01-01", "2026-04-30", "2026-05-01"].map((day) => belongsFrom(spans, day))).toEqual([true, true, false]);
  });
});
