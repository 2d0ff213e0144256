import { describe, expect, test } from "vitest";
import { mayDecide, mayJudge, mayWrite } from "../../../server/modules/norms/norm-draft.policy.ts";
import { type Adoption, adoptionFaults } from "../../../server/modules/norms/norm-adoption.rules.ts";
import { coded, draftFaults, type NormDraft } from "../../../server/modules/norms/norm-draft.rules.ts";
import { TextState } from "../../../server/modules/norms/norm.rules.ts";
import { isOpen, isReviewDue, mayFollow, standingOn } from "../../../server/modules/norms/norm-standing.rules.ts";

const states = Object.keys(TextState) as TextState[];

test("a version takes one step after another, and back only to be written anew", () => {
  expect(states.flatMap((from) => states.filter((to) => mayFollow(from, to)).map((to) => `${from} → ${to}`))).toEqual([
    "DRAFT → CONSULTATION", "CONSULTATION → DRAFT", "CONSULTATION → ADOPTED",
  ]);
});

describe("where a version stands", () => {
  const version = (number: number, state: TextState, inForceOn: string | null, consultationClosesOn: string | null = null) => ({ id: `v${number}`, number, state, inForceOn, consultationClosesOn });
  const versions = [version(1, "ADOPTED", "2026-01-01"), version(2, "ADOPTED", "2026-07-01", "2026-05-31"), version(3, "CONSULTATION", null, "2026-08-31")];
  test.each([
    ["2025-12-31", ["ADOPTED", "ADOPTED", "CONSULTATION"]],
    ["2026-01-01", ["IN_FORCE", "ADOPTED", "CONSULTATION"]],
    ["2026-07-01", ["SUPERSEDED", "IN_FORCE", "CONSULTATION"]],
    ["2026-08-31", ["SUPERSEDED", "IN_FORCE", "CONSULTATION"]],
    ["2026-09-01", ["SUPERSEDED", "IN_FORCE", "CONSULTED"]],
  ])("on %s follows from the days alone", (day, standings) => {
    expect(versions.map((each) => standingOn(each, versions, day))).toEqual(standings);
  });

  test("as a draft is that, whatever days it has", () => {
    expect(standingOn(version(4, "DRAFT", "2020-01-01", "2020-01-01"), versions, "2026-07-01")).toBe("DRAFT");
    expect(isOpen({ state: "DRAFT", consultationClosesOn: "2099-01-01" }, "2026-01-01")).toBe(false);
  });
});

test.each([[null, "2099-01-01", false], ["2026-07-01", "2026-06-30", false], ["2026-07-01", "2026-07-01", true], ["2026-07-01", "2027-01-01", true]] as const)(
  "a review by %s is due on %s: %s",
  (reviewDueOn, day, due) => expect(isReviewDue({ reviewDueOn }, day)).toBe(due),
);

const all = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });
const article = (code: string | null) => ({ code, title: all("a"), text: all("b") });
const draft = (...chapters: NormDraft["chapters"]): NormDraft => ({ title: all("Norm"), preamble: all("We agree."), reviewDueOn: null, externalNorms: [], chapters });

describe("the codes of a draft", () => {
  test("are given after the highest ever given, to chapters and articles alike", () => {
    const text = coded(draft({ code: "N1", title: all("x"), articles: [article("N1.1"), article(null), article(null)] }, { code: null, title: all("y"), articles: [article(null)] }), new Set(["N1", "N1.1", "N1.9", "N4"]));
    expect(text.chapters.map(({ code, articles }) => [code, ...articles.map((each) => each.code)])).toEqual([["N1", "N1.1", "N1.10", "N1.11"], ["N5", "N5.1"]]);
  });

  test("that were never theirs are refused, and so are codes of another form", () => {
    const faults = draftFaults(draft({ code: "N1", title: all("x"), articles: [article("N1.1"), article("N1.2"), article("N2")] }), new Set(["N1", "N1.1", "N2"]));
    expect(faults).toEqual([{ code: "CODE_RETIRED", path: "chapters.0.articles.1.code" }, { code: "CODE_RETIRED", path: "chapters.0.articles.2.code" }]);
  });

  test("and texts lose what nobody sees", () => {
    const { chapters, title } = coded({ ...draft({ code: null, title: all(" a\u200Bb\n"), articles: [article(null)] }), title: all("x\u202Ey") }, new Set());
    expect([title.en, chapters[0]?.title.en, chapters[0]?.code]).toEqual(["xy", "ab", "N1"]);
  });
});

test.each([
  ["nothing", {}, []],
  ["no words in one language", { preamble: { ...all("x"), en: " " } }, [{ code: "REQUIRED", path: "preamble.en" }]],
  ["a title without end", { title: { ...all("x"), "zh-Hant": "長".repeat(201) } }, [{ code: "TOO_LONG", path: "title.zh-Hant" }]],
  ["no chapter", { chapters: [] }, [{ code: "REQUIRED", path: "chapters" }]],
  ["a chapter without articles", { chapters: [{ code: null, title: all("x"), articles: [] }] }, [{ code: "REQUIRED", path: "chapters.0.articles" }]],
  ["too many standards", { externalNorms: Array.from({ length: 41 }, () => ({ number: "GB/T 1", title: all("x") })) }, [{ code: "TOO_MANY", path: "externalNorms" }]],
  ["a standard without a number", { externalNorms: [{ number: " ", title: all("x") }] }, [{ code: "REQUIRED", path: "externalNorms.0.number" }]],
])("a draft is at fault in %s", (_, change, faults) => {
  expect(draftFaults({ ...draft({ code: null, title: all("x"), articles: [article(null)] }), ...change }, new Set())).toEqual(faults);
});

describe("an adoption", () => {
  const hit = { part: "N3.7", language: "en" as const, sentence: "Prices are fixed.", reason: "PRICE" as const };
  const ready: Adoption = {
    state: "CONSULTATION", consultationClosesOn: "2026-05-31", inForceOn: "2026-07-01", today: "2026-06-01", lastInForceOn: "2026-01-01", reviewDueOn: "2028-12-31",
    unanswered: [], hits: [], justifiedBy: null, adopter: "usr_1", editors: ["usr_1"],
  };
  test.each<[string, Partial<Adoption>, { code: string; path: string }[]]>([
    ["goes through", {}, []],
    ["waits for the state", { state: "DRAFT" }, [{ code: "NORM_STATE", path: "id" }]],
    ["waits for the closing day", { today: "2026-05-31" }, [{ code: "CONSULTATION_OPEN", path: "id" }]],
    ["names no day that has passed", { inForceOn: "2026-05-31" }, [{ code: "DAY_PASSED", path: "inForceOn" }]],
    ["names a day after the last version's", { lastInForceOn: "2026-07-01" }, [{ code: "BEFORE_LAST_VERSION", path: "inForceOn" }]],
    ["is reviewed after it begins", { reviewDueOn: "2026-07-01" }, [{ code: "DAY_PASSED", path: "reviewDueOn" }]],
    ["answers every comment", { unanswered: ["nmc_1", "nmc_2"] }, [{ code: "COMMENT_UNANSWERED", path: "nmc_1" }, { code: "COMMENT_UNANSWERED", path: "nmc_2" }]],
    ["holds no such sentence", { hits: [hit] }, [{ code: "PRICE_SETTING", path: "N3.7.en" }]],
    ["holds it if a second person justified it", { hits: [hit], justifiedBy: "usr_2" }, []],
    ["is not justified by who adopts", { hits: [hit], justifiedBy: "usr_2", adopter: "usr_2" }, [{ code: "PRICE_SETTING", path: "N3.7.en" }]],
    ["is not justified by who wrote", { hits: [hit], justifiedBy: "usr_3", editors: ["usr_1", "usr_3"] }, [{ code: "PRICE_SETTING", path: "N3.7.en" }]],
  ])("%s", (_, change, faults) => {
    expect(adoptionFaults({ ...ready, ...change }).map(({ code, path }) => ({ code, path }))).toEqual(faults);
  });
});

test("who may write, decide and judge follows from the state and from who wrote", () => {
  const officer = { scope: "all" as const, userId: "usr_1" };
  const version = (state: TextState, editors: string[] = []) => ({ state, editors });
  expect(states.map((state) => [mayWrite(officer, version(state)), mayDecide(officer, version(state)), mayJudge(officer, version(state))])).toEqual([[true, false, false], [false, true, true], [false, false, false]]);
  expect(mayJudge(officer, version("CONSULTATION", ["usr_1"]))).toBe(false);
  expect(mayWrite({ scope: "member", userId: "usr_2" }, version("DRAFT"))).toBe(false);
});
