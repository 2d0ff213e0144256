import { describe, expect, test } from "vitest";
import { languages } from "../../../server/kernel/language.ts";
import {
  languageRead, type PledgeDefinition, type PledgeState, pledgeState, pledgeText, sealOf, signingFaults, textDigests,
} from "../../../server/modules/norms/pledge.rules.ts";

const inThree = (text: string) => ({ "zh-Hant": `${text}繁`, "zh-Hans": `${text}简`, en: text });
const pledge: PledgeDefinition = {
  version: 1, state: "ADOPTED", inForceOn: "2026-01-01", signBy: "2026-03-31",
  title: inThree("Pledge"), preamble: inThree("We join freely."), consent: inThree("I have read it."),
  clauses: [{ code: "C1", title: inThree("Honesty"), duty: inThree("We tell the truth."), prohibited: [inThree("fraud")], checkedBy: inThree("complaints") }],
};
const changed = (change: Partial<PledgeDefinition>) => textDigests({ ...pledge, ...change }).en;
const clause = (change: object) => [{ ...pledge.clauses[0], ...change }] as PledgeDefinition["clauses"];

describe("the digest of what was read", () => {
  test("tells the language, and is that of no other text", () => {
    const digests = textDigests(pledge);
    for (const language of languages) expect(languageRead(digests, digests[language])).toBe(language);
    expect(languageRead(digests, "0".repeat(64))).toBeNull();
    expect(languageRead(digests, "")).toBeNull();
  });

  test.each([
    ["the number of the version", { version: 2 }],
    ["the title", { title: inThree("Promise") }],
    ["the preamble", { preamble: inThree("We join.") }],
    ["the consent", { consent: inThree("I agree.") }],
    ["a clause's duty", { clauses: clause({ duty: inThree("We tell much.") }) }],
    ["what is forbidden", { clauses: clause({ prohibited: [] }) }],
    ["how it is checked", { clauses: clause({ checkedBy: inThree("nothing") }) }],
    ["the clauses' number", { clauses: [] }],
  ])("changes with %s", (_, change) => {
    expect(changed(change)).not.toBe(changed({}));
  });

  test("leaves out what is no part of the text", () => {
    expect(changed({ signBy: "2027-03-31", state: "DRAFT", inForceOn: "2027-01-01" })).toBe(changed({}));
    expect(changed({ title: { ...inThree("Pledge"), "zh-Hans": "另" } })).toBe(changed({}));
  });

  test("covers every word a reader sees", () => {
    expect(pledgeText(pledge, "zh-Hant")).toEqual({
      version: 1, language: "zh-Hant", title: "Pledge繁", preamble: "We join freely.繁", consent: "I have read it.繁",
      clauses: [{ code: "C1", title: "Honesty繁", duty: "We tell the truth.繁", prohibited: ["fraud繁"], checkedBy: "complaints繁" }],
    });
  });
});

describe("a signatory", () => {
  const form = { readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  test.each([
    ["hands in all that is needed", {}, []],
    ["has not read to the end", { readToEnd: false }, [{ code: "NOT_READ", path: "readToEnd" }]],
    ["does not consent", { consent: false }, [{ code: "NO_CONSENT", path: "consent" }]],
    ["gives no name", { signatoryName: " " }, [{ code: "REQUIRED", path: "signatoryName" }]],
    ["gives a name without end", { signatoryTitle: "x".repeat(101) }, [{ code: "TOO_LONG", path: "signatoryTitle" }]],
    ["hears all faults at once", { readToEnd: false, signatoryTitle: "" }, [{ code: "NOT_READ", path: "readToEnd" }, { code: "REQUIRED", path: "signatoryTitle" }]],
  ])("%s", (_, change, faults) => {
    expect(signingFaults({ ...form, ...change })).toEqual(faults);
  });
});

test("the seal breaks with any word of the record", () => {
  const statement = {
    number: "PL-2026-000001-K", memberId: "mem_1", memberName: "Acme", creditCode: "91350100M000100Y43", versionNumber: 1, language: "en" as const,
    textDigest: "a", signatoryName: "Lin Mei", signatoryTitle: "Manager", consentText: "I agree.", userId: "usr_1",
    signedAt: new Date("2026-01-05T02:00:00Z"), address: "203.0.113.7",
  };
  const other = { versionNumber: 2, language: "zh-Hant" as const, signedAt: new Date("2026-01-05T02:00:01Z"), address: null };
  const changes = Object.keys(statement).map((key) => ({ ...statement, [key]: key in other ? other[key as keyof typeof other] : "other" }));
  expect(new Set([statement, ...changes].map(sealOf)).size).toBe(Object.keys(statement).length + 1);
  expect(sealOf({ ...statement })).toBe(sealOf(statement));
});

test.each<[number | null, number | null, PledgeState]>([
  [null, 1, "UNSIGNED"], [null, null, "UNSIGNED"], [1, 1, "SIGNED"], [1, 2, "OUTDATED"], [2, 2, "SIGNED"], [1, null, "SIGNED"],
])("who signed version %s while %s is in force stands as %s", (signed, inForce, state) => {
  expect(pledgeState(signed, inForce)).toBe(state);
});
