import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../assessments/people.ts";
import { audited } from "../supervision/audited.ts";
import { creditHouse, type CreditHouse, entriesOf, memberIdOf } from "./credit-house.ts";

const CORRECT = `mutation ($id: ID!, $input: CreditEntryCorrectInput!) {
  creditEntryCorrect(id: $id, input: $input) { creditEntry { id voided severity reason corrects { id correctedBy { id } } } problems { code path } } }`;
const ENTRY = "query ($id: ID!) { node(id: $id) { ... on CreditEntry { id correctedBy { id reason } maycorrect: viewerMay(act: CREDIT_CORRECT) } } }";

let house: CreditHouse;
let officer: Person;
beforeAll(async () => {
  house = await creditHouse();
  officer = await house.officer();
});
afterAll(() => house.close());

const correct = async (person: Person, id: string, input: object) => (await person.ask(CORRECT, { id, input: { voided: false, reason: "The rule was misread.", ...input } })) as { data: { creditEntryCorrect: { creditEntry: { id: string } | null; problems: object[] } } | null; codes: string[] };
const findingEntry = async () => (await entriesOf(house, house.firm)).filter(({ kind }) => kind === "FINDING").at(-1)?.id ?? "";

describe("the correction of an entry", () => {
  test("is another entry that names the old one and says why, and the next grade counts it", async () => {
    const scoreOf = async () => (await house.firm.ask("{ viewer { member { grades { score } } } }")).data.viewer.member.grades[0].score as string;
    const before = await scoreOf();
    const id = await findingEntry();
    const { data } = await correct(officer, id, { voided: true });
    expect(data?.creditEntryCorrect).toEqual({
      creditEntry: { id: expect.stringMatching(/^cre_/) as string, voided: true, severity: expect.any(String) as string, reason: "The rule was misread.", corrects: { id, correctedBy: { id: data?.creditEntryCorrect.creditEntry?.id } } },
      problems: [],
    });
    expect(await house.world.announced("credit.entry-corrected")).toHaveLength(1);
    expect(await scoreOf()).toBe(before);
    house.travelTo("2026-11-28T03:00:00Z");
    await audited(house.world);
    expect((await entriesOf(house, house.firm)).filter((entry) => entry.id === id)).toHaveLength(1);
  });

  test("may change how grave it is or when it ends, and is corrected in its turn through itself", async () => {
    officer = await house.officer();
    const [, next] = (await entriesOf(house, house.firm)).filter(({ kind }) => kind === "FINDING" || kind === "AUDITED");
    const first = await correct(officer, next?.id ?? "", { severity: "MINOR", expiresAt: "2027-01-01T00:00:00Z" });
    const corrected = first.data?.creditEntryCorrect.creditEntry;
    expect(corrected).toMatchObject({ severity: "MINOR", voided: false });
    expect((await correct(officer, next?.id ?? "", {})).data?.creditEntryCorrect.problems).toEqual([{ code: "CONFLICT", path: "id" }]);
    expect((await correct(officer, corrected?.id ?? "", { expiresAt: null })).data?.creditEntryCorrect.problems).toEqual([]);
  });

  test("is refused without a reason, for an entry that is not there, and to whoever belongs to the firm", async () => {
    const id = (await entriesOf(house, house.firm))[0]?.id ?? "";
    expect((await correct(officer, id, { reason: "  " })).data?.creditEntryCorrect.problems).toEqual([{ code: "REQUIRED", path: "input.reason" }]);
    expect((await correct(officer, id, { reason: "x".repeat(2_001) })).data?.creditEntryCorrect.problems).toEqual([{ code: "TOO_LONG", path: "input.reason" }]);
    expect((await correct(officer, "cre_00000000000000000000000000", {})).data?.creditEntryCorrect.problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    const insider = await house.officer({ memberId: memberIdOf(house.firm) });
    expect((await correct(insider, id, {})).data?.creditEntryCorrect.problems).toEqual([{ code: "OWN_FIRM", path: "id" }]);
    expect((await correct(house.firm, id, {})).codes).toEqual(["FORBIDDEN"]);
    expect((await correct(await house.officer({ steppedUp: false }), id, {})).codes).toEqual(["STEP_UP_REQUIRED"]);
  });

  test("is seen by the member, and nothing of it by another", async () => {
    const id = (await entriesOf(house, house.firm))[0]?.id ?? "";
    expect((await house.firm.ask(ENTRY, { id })).data.node).toMatchObject({ id, maycorrect: false });
    expect((await officer.ask(ENTRY, { id })).data.node).toMatchObject({ id, maycorrect: true });
    expect((await house.bystander.ask(ENTRY, { id })).data.node).toBeNull();
  });
});
