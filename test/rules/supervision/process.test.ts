import { describe, expect, test } from "vitest";
import { choiceFault, readChoice, writtenChoice } from "../../../server/modules/supervision/appeals/appeal.rules.ts";
import { CaseState, imposedBy, mayFollow, type Proposal, proposalFaults } from "../../../server/modules/supervision/cases/case.rules.ts";
import { competes, conflictsOf, tallyOf } from "../../../server/modules/supervision/panels/panel.rules.ts";
import { effectiveFrom, lastDayOf, settledOn } from "../../../server/modules/supervision/sanctions/decision.rules.ts";
import { isMilder, isProcedural, mitigated, type ProceduralLadder } from "../../../server/modules/supervision/sanctions/ladder.rules.ts";
import { loadReferenceData } from "../../../seeds/reference/load.ts";

const found = loadReferenceData().sanctionLadders.at(-1);
if (!found || !isProcedural(found)) throw new Error("no ladder");
const ladder: ProceduralLadder = found;
const step = (code: string) => {
  const one = ladder.steps.find((each) => each.code === code);
  if (!one) throw new Error(code);
  return one;
};

describe("what speaks for a member", () => {
  test.each([
    ["nothing", "SUSPENSION", [], "SUSPENSION", 0, 730],
    ["one step down passes over what is switched off", "SUSPENSION", ["SELF_REPORTED"], "CIRCULATED_CRITICISM", 1, 365],
    ["two steps down, and no more", "MEMBERSHIP_CANCELLED", ["SELF_REPORTED", "CORRECTED_BEFORE_INSPECTION"], "CIRCULATED_CRITICISM", 2, 365],
    ["fewer days of publication, rounded up", "CIRCULATED_CRITICISM", ["COOPERATED", "HARM_REMOVED"], "CIRCULATED_CRITICISM", 0, 219],
    ["both", "CIRCULATED_CRITICISM", ["SELF_REPORTED", "COOPERATED"], "WARNING", 1, 72],
    ["never below the mildest", "INTERNAL_ADMONITION", ["SELF_REPORTED"], "INTERNAL_ADMONITION", 0, 0],
    ["what the ladder does not know counts nothing", "WARNING", ["FRIENDLY"], "WARNING", 0, 90],
  ] as const)("%s", (_, code, mitigations, reached, stepsDown, publishedDays) => {
    const result = mitigated(ladder, step(code), mitigations);
    expect([result.step.code, result.stepsDown, result.publishedDays]).toEqual([reached, stepsDown, publishedDays]);
  });

  test("never makes a sanction graver or its publication longer", () => {
    const codes = ladder.mitigations.list.map(({ code }) => code);
    for (const one of ladder.steps.filter(({ enabled }) => enabled)) {
      for (let mask = 0; mask < 2 ** codes.length; mask += 1) {
        const result = mitigated(ladder, one, codes.filter((_, at) => (mask >> at) % 2 === 1));
        expect(isMilder(ladder, one.code, result.step.code)).toBe(false);
        expect(result.step.enabled).toBe(true);
        expect(result.publishedDays).toBeLessThanOrEqual(one.publishedDays);
      }
    }
  });
});

test("no state is skipped, and nothing follows the end", () => {
  const states = Object.keys(CaseState) as (keyof typeof CaseState)[];
  const ways = states.flatMap((from) => states.filter((to) => mayFollow(from, to)).map((to) => `${from}>${to}`));
  expect(ways).toEqual([
    "OPENED>NOTICE_SERVED", "OPENED>CLOSED", "NOTICE_SERVED>DRAFTED", "NOTICE_SERVED>CLOSED", "DRAFTED>DRAFTED", "DRAFTED>DECIDED", "DRAFTED>CLOSED", "DECIDED>SERVED", "DECIDED>CLOSED",
    "SERVED>IN_FORCE", "SERVED>CLOSED", "IN_FORCE>CLOSED",
  ]);
});

describe("a proposal", () => {
  const charges = [{ document: "PLEDGE" as const, versionId: "plv_1", version: 1, code: "C3" }];
  const proposal: Proposal = { outcome: "SANCTION", step: "WARNING", months: null, amount: null, legalBasis: null, mitigations: [], upheld: ["C3"], reasons: "Proved." };
  const penal: ProceduralLadder = { ...ladder, steps: ladder.steps.map((each) => ({ ...each, enabled: true })) };

  test("of a penalty in money states its basis and its amount even where the association has switched it on", () => {
    const faults = (changes: Partial<Proposal>) => proposalFaults({ ...proposal, step: "MONETARY_PENALTY", ...changes }, penal, charges).map(({ code, path }) => `${code} ${path}`);
    expect(faults({})).toEqual(["NO_LEGAL_BASIS legalBasis", "REQUIRED amount"]);
    expect(faults({ legalBasis: " ", amount: "500" })).toEqual(["NO_LEGAL_BASIS legalBasis"]);
    expect(faults({ legalBasis: "Clause 9 of the membership contract.", amount: "500" })).toEqual([]);
    expect(proposalFaults({ ...proposal, step: "MONETARY_PENALTY", legalBasis: "Clause 9.", amount: "500" }, ladder, charges)).toEqual([{ code: "STEP_NOT_ENABLED", path: "step" }]);
  });

  test("needs a term only where what it comes down to has one", () => {
    expect(proposalFaults({ ...proposal, step: "SUSPENSION", mitigations: ["SELF_REPORTED"] }, ladder, charges)).toEqual([]);
    expect(imposedBy({ ...proposal, step: "SUSPENSION", months: 3 }, ladder)).toMatchObject({ months: 3 });
    expect(imposedBy({ ...proposal, step: "SUSPENSION", months: 3, mitigations: ["SELF_REPORTED"] }, ladder)).toMatchObject({ months: null });
    expect(imposedBy({ ...proposal, outcome: "DISMISSED", step: null }, ladder)).toBeNull();
  });
});

describe("a panel", () => {
  const firm = { id: "mem_1", region: "110000", productLines: ["GRAIN_OIL"] };
  const person = { userId: "usr_1", firms: [], interested: false };

  test.each([
    ["nobody in particular", person, [], []],
    ["who had a hand in it", person, ["usr_1"], ["INVOLVED"]],
    ["of the firm", { ...person, firms: [firm] }, [], ["OWN_FIRM"]],
    ["of a competitor", { ...person, firms: [{ id: "mem_2", region: "110000", productLines: ["TEA", "GRAIN_OIL"] }] }, [], ["COMPETITOR"]],
    ["of a firm elsewhere", { ...person, firms: [{ id: "mem_2", region: "310000", productLines: ["GRAIN_OIL"] }] }, [], []],
    ["of another trade", { ...person, firms: [{ id: "mem_2", region: "110000", productLines: ["TEA"] }] }, [], []],
    ["with an interest", { ...person, interested: true }, [], ["INTERESTED"]],
    ["all at once", { userId: "usr_1", firms: [firm, { ...firm, id: "mem_2" }], interested: true }, ["usr_1"], ["INVOLVED", "OWN_FIRM", "COMPETITOR", "INTERESTED"]],
  ])("%s", (_, who, involved, conflicts) => expect(conflictsOf(who, { firm, involved, sameRegion: true })).toEqual(conflicts));

  test("competition can be of all regions", () => expect(competes({ ...firm, region: "310000" }, firm, false)).toBe(true));

  test.each([
    [[], { kind: "BELOW_QUORUM", votes: 0 }],
    [["A", "A"], { kind: "BELOW_QUORUM", votes: 2 }],
    [["A", "A", "B"], { kind: "DECIDED", choice: "A", votes: 3 }],
    [["A", "B", "C"], { kind: "NO_MAJORITY", votes: 3 }],
    [["A", "A", "B", "B"], { kind: "NO_MAJORITY", votes: 4 }],
  ])("votes %j come to %j", (votes, tally) => expect(tallyOf(votes, 3)).toEqual(tally));
});

describe("the days of a decision", () => {
  const served = { servedOn: "2026-07-01", appealUntil: "2026-07-29", inForceOn: null, endsOn: null, setAsideOn: null };

  test.each([
    ["at once where no appeal suspends it", served, false, null, "2026-07-01"],
    ["the day after the time to appeal, where one would", served, true, null, "2026-07-30"],
    ["unknown while an appeal is open", served, true, { endedOn: null }, null],
    ["the day an appeal ended", served, true, { endedOn: "2026-08-10" }, "2026-08-10"],
    ["never before it is served", { ...served, servedOn: null }, false, null, null],
  ])("it takes effect %s", (_, decision, suspends, appeal, from) => expect(effectiveFrom(decision, suspends, appeal)).toBe(from));

  test.each([
    ["when the time to appeal is over", { ...served, inForceOn: "2026-07-01" }, null, "2026-07-30"],
    ["when its term is over", { ...served, inForceOn: "2026-07-01", endsOn: "2026-12-31" }, null, "2027-01-01"],
    ["not while an appeal is open", { ...served, inForceOn: "2026-07-01" }, { endedOn: null }, null],
    ["when an appeal ended", { ...served, inForceOn: "2026-07-01" }, { endedOn: "2026-07-09" }, "2026-07-09"],
    ["when it was set aside", { ...served, inForceOn: "2026-07-01", setAsideOn: "2026-07-20" }, { endedOn: "2026-07-20" }, "2026-07-20"],
    ["not before it takes effect", served, null, null],
  ])("there is nothing left to do %s", (_, decision, appeal, day) => expect(settledOn(decision, appeal)).toBe(day));

  test("a month of suspension ends the day before the same day of the next", () => expect([lastDayOf("2026-07-01", 1), lastDayOf("2026-01-31", 1), lastDayOf("2026-07-01", null)]).toEqual(["2026-07-31", "2026-02-27", null]));
});

describe("an appeal", () => {
  const suspended = { step: "SUSPENSION", months: 6 };
  test.each([
    ["stands", { outcome: "UPHELD", step: null, months: null }, null],
    ["gives way to a milder step", { outcome: "REDUCED", step: "WARNING", months: null }, null],
    ["gives way to a shorter term", { outcome: "REDUCED", step: "SUSPENSION", months: 2 }, null],
    ["but not to as long a term", { outcome: "REDUCED", step: "SUSPENSION", months: 6 }, "NOT_MILDER"],
    ["nor to a graver step", { outcome: "REDUCED", step: "MEMBERSHIP_CANCELLED", months: null }, "NOT_MILDER"],
    ["nor to one that is switched off", { outcome: "REDUCED", step: "MONETARY_PENALTY", months: null }, "STEP_NOT_ENABLED"],
    ["nor to nothing named", { outcome: "REDUCED", step: null, months: null }, "REQUIRED"],
  ] as const)("%s", (_, choice, code) => expect(choiceFault(choice, ladder, suspended)?.code ?? null).toBe(code));

  test("votes are counted alike only where every part is alike", () => {
    const choices = [{ outcome: "REDUCED", step: "SUSPENSION", months: 2 }, { outcome: "REDUCED", step: "WARNING", months: null }, { outcome: "UPHELD", step: null, months: null }] as const;
    expect(choices.map((choice) => readChoice(writtenChoice(choice)))).toEqual(choices);
    expect(new Set(choices.map(writtenChoice)).size).toBe(3);
  });
});
