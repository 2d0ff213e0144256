import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { dayAfter } from "../../../server/kernel/days.ts";
import { publicationStanding, type Repairable, repairBar, repairOpensOn } from "../../../server/modules/publication/publication.rules.ts";
import { afterRepair, type PublicationTerms, windowOf } from "../../../server/modules/publication/publication-terms.rules.ts";
import { appealStanding, publicReasons } from "../../../server/modules/publication/public-file.rules.ts";
import { judgingBar, mayDecide, mayReturn } from "../../../server/modules/publication/repair.policy.ts";
import { commitmentDigest, commitmentLanguage, filingFaults, mayFollow, nextRepairStates, RepairState } from "../../../server/modules/publication/repair.rules.ts";

const terms: PublicationTerms = loadReferenceData().publicationTerms;
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => dayAfter("2020-01-01", days));

describe("the days of a publication", () => {
  test.each([
    ["a minor one, of which the panel wanted more than its class allows", "MINOR", 180, "2026-03-01", "2026-03-01", "2026-05-31"],
    ["a minor one of ten days", "MINOR", 10, "2026-03-01", "2026-03-01", "2026-03-10"],
    ["a minor one of a single day", "MINOR", 1, "2026-03-01", "2026-03-01", "2026-03-01"],
    ["an ordinary one of a year", "ORDINARY", 365, "2026-03-01", "2026-06-01", "2027-02-28"],
    ["an ordinary one of more than a year", "ORDINARY", 730, "2026-03-01", "2026-06-01", "2027-02-28"],
    ["a serious one of two years", "SERIOUS", 730, "2026-03-01", "2027-03-01", "2028-02-28"],
    ["a serious one of more than three years", "SERIOUS", 2000, "2026-03-01", "2027-03-01", "2029-02-28"],
    ["one from the last of a month on", "ORDINARY", 365, "2026-11-30", "2027-02-28", "2027-11-29"],
  ] as const)("are, of %s", (_, publicity, publishedDays, inForceOn, repairFromOn, untilOn) => {
    expect(windowOf(terms, { publicity, publishedDays, inForceOn })).toEqual({ fromOn: inForceOn, repairFromOn, untilOn });
  });

  test.each([[null, 90], ["MINOR", 0]] as const)("are none where nothing is public, and repair is open at once (%s, %d days)", (publicity, publishedDays) => {
    expect(windowOf(terms, { publicity, publishedDays, inForceOn: "2026-03-01" })).toEqual({ fromOn: "2026-03-01", repairFromOn: "2026-03-01", untilOn: null });
  });

  test("never last longer than the panel decided, nor than the class allows, and a longer decision never ends sooner", () => {
    fc.assert(fc.property(anyDay, fc.constantFrom("MINOR", "ORDINARY", "SERIOUS"), fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 500 }), (inForceOn, publicity, publishedDays, more) => {
      const [window, longer] = [windowOf(terms, { publicity, publishedDays, inForceOn }), windowOf(terms, { publicity, publishedDays: publishedDays + more, inForceOn })];
      const { maxMonths = 0 } = terms.classes.find(({ code }) => code === publicity) ?? {};
      expect(window.untilOn !== null && window.untilOn >= inForceOn && window.untilOn <= dayAfter(inForceOn, publishedDays - 1)).toBe(true);
      expect((window.untilOn ?? "") <= dayAfter(inForceOn, maxMonths * 31)).toBe(true);
      expect((longer.untilOn ?? "") >= (window.untilOn ?? "")).toBe(true);
    }));
  });
});

const published: Repairable = { fromOn: "2026-03-01", repairFromOn: "2026-06-01", untilOn: "2027-02-28", endedOn: null, endCause: null, isAsked: false, refusedOn: null };

describe("a publication", () => {
  test.each([
    ["2026-02-28", "TO_COME"], ["2026-03-01", "PUBLIC"], ["2027-02-28", "PUBLIC"], ["2027-03-01", "OVER"],
  ])("stands on %s as %s", (day, standing) => expect(publicationStanding(published, day)).toBe(standing));

  test.each(["REPAIRED", "SET_ASIDE"] as const)("that was %s is taken down on that very day", (endCause) => {
    const ended = { ...published, endedOn: "2026-07-01", endCause };
    expect([publicationStanding(ended, "2026-06-30"), publicationStanding(ended, "2026-07-01"), publicationStanding(ended, "2028-01-01")]).toEqual(["PUBLIC", endCause, endCause]);
  });

  test.each([
    ["the day before the shortest time is over", published, "2026-05-31", "REPAIR_TOO_EARLY"],
    ["on the day it is over", published, "2026-06-01", null],
    ["after it ended by itself, since its entry still weighs", published, "2027-06-01", null],
    ["while another application is under way", { ...published, isAsked: true }, "2026-07-01", "REPAIR_OPEN"],
    ["once repaired", { ...published, endedOn: "2026-07-01", endCause: "REPAIRED" as const }, "2026-07-01", "PUBLICATION_ENDED"],
    ["once set aside", { ...published, endedOn: "2026-04-01", endCause: "SET_ASIDE" as const }, "2026-04-01", "PUBLICATION_ENDED"],
    ["a day too soon after a refusal", { ...published, refusedOn: "2026-06-10" }, "2026-07-09", "REPAIR_REFUSED_LATELY"],
    ["long enough after a refusal", { ...published, refusedOn: "2026-06-10" }, "2026-07-10", null],
  ])("is asked to be repaired %s", (_, publication, day, bar) => {
    expect(repairBar(publication, terms.repair.retryDays, day)).toBe(bar);
    if (bar === "REPAIR_TOO_EARLY" || bar === "REPAIR_REFUSED_LATELY") expect(repairOpensOn(publication, terms.repair.retryDays) > day).toBe(true);
  });

  test("shows for a year that it was repaired, both anniversaries included", () => {
    expect(afterRepair(terms, "2026-07-01")).toEqual({ shownUntil: "2027-07-01", withheld: ["CLAUSES", "REASONS"] });
  });
});

describe("an application for repair", () => {
  test("goes only the ways that the table shows", () => {
    const states = Object.keys(RepairState) as RepairState[];
    const ways = states.flatMap((from) => states.filter((to) => mayFollow(from, to)).map((to) => `${from} → ${to}`));
    expect(ways).toEqual(["FILED → RETURNED", "FILED → GRANTED", "FILED → REFUSED", "FILED → WITHDRAWN", "FILED → LAPSED", "RETURNED → FILED", "RETURNED → WITHDRAWN", "RETURNED → LAPSED"]);
    expect(Object.keys(nextRepairStates)).toEqual(states);
  });

  test("is filed with proof, with consent and with a name, or it is told everything that is missing", () => {
    expect(filingFaults({ text: " \u200B", fileIds: [], commitmentDigest: "x", consent: false, signatoryName: "", signatoryTitle: "a".repeat(101) })).toEqual([
      { code: "REQUIRED", path: "input.text" }, { code: "NO_EVIDENCE", path: "input.fileIds" }, { code: "NO_CONSENT", path: "input.consent" },
      { code: "REQUIRED", path: "input.signatoryName" }, { code: "TOO_LONG", path: "input.signatoryTitle" },
    ]);
    expect(filingFaults({ text: "a".repeat(4_001), fileIds: Array.from({ length: 21 }, String), commitmentDigest: "x", consent: true, signatoryName: "L", signatoryTitle: "M" }).map(({ code }) => code)).toEqual(["TOO_LONG", "TOO_MANY"]);
    expect(filingFaults({ text: "Done.", fileIds: ["fil"], commitmentDigest: "x", consent: true, signatoryName: "Lin", signatoryTitle: "Head" })).toEqual([]);
  });

  test("binds to the very words that were read, in one language", () => {
    expect(commitmentLanguage(terms, commitmentDigest(terms, "zh-Hans"))).toBe("zh-Hans");
    expect(commitmentLanguage({ ...terms, commitment: { ...terms.commitment, "zh-Hans": `${terms.commitment["zh-Hans"]}。` } }, commitmentDigest(terms, "zh-Hans"))).toBeNull();
  });

  const officer = { memberId: null, scope: "all" as const };
  test.each([
    ["a panel member without any part in it", officer, { memberId: "mem_1", state: "FILED" as const, interest: null }, null, true],
    ["one who had a part in the case", officer, { memberId: "mem_1", state: "FILED" as const, interest: "PART_OF_CASE" as const }, "PART_OF_CASE", false],
    ["one of a competitor", officer, { memberId: "mem_1", state: "FILED" as const, interest: "AFFILIATED" as const }, "AFFILIATED", false],
    ["one of the firm itself", { memberId: "mem_1", scope: "all" as const }, { memberId: "mem_1", state: "FILED" as const, interest: null }, "OWN_FIRM", false],
    ["anybody while it lies with the firm", officer, { memberId: "mem_1", state: "RETURNED" as const, interest: null }, null, false],
    ["the firm", { memberId: "mem_1", scope: "member" as const }, { memberId: "mem_1", state: "FILED" as const, interest: null }, "OWN_FIRM", false],
  ])("is judged by %s", (_, person, repair, bar, may) => {
    expect([judgingBar(person, repair), mayDecide(person, repair)]).toEqual([bar, may]);
    expect(mayReturn(person, repair)).toBe(person.memberId === null && repair.state === "FILED");
  });
});

describe("what strangers are told of a grade", () => {
  const named = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });
  const leaf = (kind: string, contribution: string | null, matter: string | null = null) => ({ contribution, entry: { kind, matter, severity: null } });
  const areas = [
    { name: named("Pledge"), leaves: [leaf("PLEDGE_SIGNED", "10"), leaf("SANCTION", "-41", "sdc_1"), { contribution: "-60", entry: null }] },
    { name: named("Supervision"), leaves: [leaf("AUDITED", "20"), leaf("FINDING", "-15"), leaf("FINDING_CLOSED", "0"), leaf("COMMENDATION", null)] },
  ];

  test("names kinds, and a sanction only while its decision is on display", () => {
    const [shown, hidden] = [publicReasons(areas, new Set(["sdc_1"]), named), publicReasons(areas, new Set(), named)];
    expect([shown.best?.kind, shown.worst?.kind, shown.worst?.contribution]).toEqual(["AUDITED", "SANCTION", "-41"]);
    expect([hidden.best?.kind, hidden.worst?.kind]).toEqual(["AUDITED", "FINDING"]);
  });

  test("is nothing where nothing weighs", () => expect(publicReasons([], new Set(), named)).toEqual({ best: null, worst: null }));

  test("never holds what an entry says", () => {
    const { best } = publicReasons(areas, new Set(), named);
    expect(Object.keys(best ?? {}).sort()).toEqual(["areaName", "contribution", "kind", "kindName", "severity"]);
  });
});

test.each([
  [{ until: "2026-03-28", filedOn: null, outcome: null }, "2026-03-28", "OPEN"], [{ until: "2026-03-28", filedOn: null, outcome: null }, "2026-03-29", "FINAL"],
  [{ until: "2026-03-28", filedOn: "2026-03-20", outcome: null }, "2026-05-01", "LODGED"], [{ until: "2026-03-28", filedOn: "2026-03-20", outcome: "UPHELD" }, "2026-05-01", "UPHELD"],
  [{ until: "2026-03-28", filedOn: "2026-03-20", outcome: "WITHDRAWN" }, "2026-03-21", "FINAL"], [{ until: null, filedOn: null, outcome: null }, "2026-03-01", "FINAL"],
])("an appeal %o stands on %s as %s", (appeal, day, standing) => expect(appealStanding(appeal, day)).toBe(standing));
