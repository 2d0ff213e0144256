import { describe, expect, test } from "vitest";
import { chasingDays } from "../../../server/modules/norms/pledge-chasing.rules.ts";
import { codedClauses, type ClauseDraft, pledgeHits } from "../../../server/modules/norms/pledge-publishing.rules.ts";
import { clauseOf, unsignable } from "../../../server/modules/norms/pledge.rules.ts";

const all = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });
const clause = (code: string | null, change: Partial<ClauseDraft> = {}): ClauseDraft => ({ code, title: all("t"), duty: all("d"), prohibited: [], checkedBy: all("c"), ...change });

test.each([
  ["nobody knows", null, { number: 1 }, "TEXT_CHANGED"],
  ["does not bind yet", { number: 2, inForceOn: "2026-08-01" }, { number: 1 }, "NOT_YET_IN_FORCE"],
  ["was superseded", { number: 1, inForceOn: "2026-01-01" }, { number: 2 }, "PLEDGE_SUPERSEDED"],
  ["was never in force", { number: 1, inForceOn: "2026-01-01" }, null, "TEXT_CHANGED"],
] as const)("a version that %s cannot be signed", (_, asked, inForce, code) => {
  expect(unsignable(asked, inForce, "2026-07-01")).toBe(code);
});

test("a clause is found by its code in its own version", () => {
  const version = { clauses: codedClauses([clause("C1"), clause(null)], new Set(["C1", "C5"])) };
  expect(version.clauses.map(({ code }) => code)).toEqual(["C1", "C6"]);
  expect([clauseOf(version, "C6")?.code, clauseOf(version, "C2"), clauseOf(null, "C1")]).toEqual(["C6", null, null]);
});

test("the days of reminders are in order and each once; none are decided while nobody decided", () => {
  expect(chasingDays({ id: "pledge-chasing", version: 1, effectiveFrom: "2026-01-01", reminderDays: [14, -3, 14, 1], newcomerDays: 30 })).toEqual({ reminderDays: [-3, 1, 14], newcomerDays: 30 });
  expect(chasingDays(null)).toEqual({ reminderDays: [], newcomerDays: 0 });
});

describe("the words of a pledge", () => {
  const hits = (clauses: ClauseDraft[]) => pledgeHits({ title: all("t"), preamble: all("p"), consent: all("c"), clauses: codedClauses(clauses, new Set()) }).map(({ part, language, reason }) => `${part} ${language} ${reason}`);

  test("may forbid what they may not ask for", () => {
    const act = { "zh-Hant": "統一提價百分之五", "zh-Hans": "统一提价百分之五", en: "agreements on uniform prices" };
    expect(hits([clause(null, { prohibited: [act] })])).toEqual([]);
    expect(hits([clause(null, { duty: act })])).toEqual(["C1 zh-Hant PRICE", "C1 zh-Hans PRICE", "C1 en PRICE"]);
  });
});
