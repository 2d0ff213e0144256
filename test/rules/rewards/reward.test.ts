import { describe, expect, test } from "vitest";
import { type EffectInForce, strongest } from "../../../server/modules/rewards/effects.rules.ts";
import { mayConfirmRound, mayDecide, mayRead, mayRevoke, mayWorkOn } from "../../../server/modules/rewards/reward.policy.ts";
import { deedFaults, RewardState, stateOn } from "../../../server/modules/rewards/reward.rules.ts";

const inAll = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });

describe("a deed", () => {
  const sound = { deed: inAll("Helped."), deedOn: "2026-07-04", clause: "C1", evidence: "A letter." };
  const faults = (change: object) => deedFaults({ ...sound, ...change }, "2026-12-31", 180).map(({ code, path }) => `${code} ${path}`);

  test.each<[string, object, string[]]>([
    ["on the first day that counts", {}, []],
    ["a day before it", { deedOn: "2026-07-03" }, ["DEED_DAY deedOn"]],
    ["of today", { deedOn: "2026-12-31" }, []],
    ["of tomorrow", { deedOn: "2027-01-01" }, ["DEED_DAY deedOn"]],
    ["of no day", { deedOn: "2026-02-30" }, ["INVALID deedOn"]],
    ["without words", { deed: inAll(" "), evidence: "\u200b" }, ["REQUIRED deed.zh-Hant", "REQUIRED deed.zh-Hans", "REQUIRED deed.en", "REQUIRED evidence"]],
    ["with too many", { deed: { ...inAll("x"), en: "x".repeat(301) }, evidence: "x".repeat(2001) }, ["TOO_LONG deed.en", "TOO_LONG evidence"]],
  ])("%s", (_, change, expected) => expect(faults(change)).toEqual(expected));
});

describe("a reward", () => {
  test.each([
    ["IN_FORCE", "2026-12-31", "2026-12-31", "IN_FORCE"], ["IN_FORCE", "2026-12-30", "2026-12-31", "EXPIRED"], ["REVOKED", "2026-12-30", "2026-12-31", "REVOKED"],
    ["PROPOSED", null, "2026-12-31", "PROPOSED"], ["DECLINED", null, "2026-12-31", "DECLINED"],
  ] as const)("%s through %s reads on %s as %s", (state, through, day, expected) => expect(stateOn(state, through, day)).toBe(expected));

  const officer = { scope: "all" as const, userId: "usr_b", memberId: null };
  const firm = { scope: "member" as const, userId: "usr_f", memberId: "mem_a" };
  const of = (state: RewardState) => ({ memberId: "mem_a", state, proposedBy: "usr_a" });

  test("is decided by another person than its proposer, and by nobody of the firm", () => {
    const may = (viewer: Parameters<typeof mayDecide>[0]) => Object.keys(RewardState).filter((state) => mayDecide(viewer, of(state as RewardState)));
    expect(may(officer)).toEqual(["PROPOSED"]);
    for (const viewer of [{ ...officer, userId: "usr_a" }, { ...officer, userId: null }, { ...officer, memberId: "mem_a" }, firm]) expect(may(viewer)).toEqual([]);
  });

  test("is revoked while it is in force, and read by the firm once it was given", () => {
    const states = Object.keys(RewardState) as RewardState[];
    expect(states.filter((state) => mayRevoke(officer, of(state)))).toEqual(["IN_FORCE"]);
    expect(states.filter((state) => mayRevoke({ ...officer, memberId: "mem_a" }, of(state)))).toEqual([]);
    expect(states.filter((state) => mayRead(firm, of(state)))).toEqual(["IN_FORCE", "EXPIRED", "REVOKED"]);
    expect(states.filter((state) => mayRead({ ...firm, memberId: "mem_b" }, of(state)))).toEqual([]);
    expect(states.filter((state) => mayRead(officer, of(state)))).toEqual(states);
  });

  test("of a round is confirmed while the round is open, by who did not open it", () => {
    const round = { state: "OPEN" as const, openedBy: "usr_a" };
    expect([mayWorkOn(officer, round), mayWorkOn(firm, round), mayWorkOn(officer, { ...round, state: "CONFIRMED" })]).toEqual([true, false, false]);
    expect([mayConfirmRound(officer, round), mayConfirmRound({ ...officer, userId: "usr_a" }, round), mayConfirmRound(officer, { ...round, state: "DROPPED" })]).toEqual([true, false, false]);
  });
});

describe("of several effects", () => {
  const effect = (code: EffectInForce["code"], value: number | null, through: string): EffectInForce => ({ code, value, words: inAll(""), kind: "HONOUR_LIST", through });

  test("the strongest counts: the smaller share, the more days, and the longer of equals; order plays no part", () => {
    const all = [
      effect("INSPECTION_SHARE", 50, "2027-12-31"), effect("INSPECTION_SHARE", 25, "2027-01-01"), effect("TOLERANT_PAPERS", 5, "2027-12-31"), effect("TOLERANT_PAPERS", 10, "2027-01-01"),
      effect("FAST_LANE", null, "2027-01-01"), effect("FAST_LANE", null, "2027-06-30"),
    ];
    const expected = [["FAST_LANE", null, "2027-06-30"], ["INSPECTION_SHARE", 25, "2027-01-01"], ["TOLERANT_PAPERS", 10, "2027-01-01"]];
    for (const effects of [all, all.toReversed()]) expect(strongest(effects).map(({ code, value, through }) => [code, value, through])).toEqual(expected);
  });
});
