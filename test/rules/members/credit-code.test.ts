import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCodeCheck, creditCodeFault, writtenCreditCode } from "../../../server/modules/members/credit-code.rules.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("the unified social credit code of GB 32100-2015", () => {
  test.each([
    ["published, with a letter within and a figure to check", "91350100M000100Y43", null],
    ["published, of a firm in Beijing", "91110000600037341L", null],
    ["published, of another", "91110000802100433B", null],
    ["published, of a third", "91110108740084270C", null],
    ["published, of a firm in Shenzhen", "91440300359143307G", null],
    ["the letter of another authority", "A1110000600037341L", "CHECK"],
    ["a wrong check character", "91350100M000100Y44", "CHECK"],
    ["two characters exchanged", "91350100M000010Y43", "CHECK"],
    ["too short", "91350100M000100Y4", "LENGTH"],
    ["too long", "91350100M000100Y430", "LENGTH"],
    ["a letter the alphabet leaves out", "91350100I000100Y43", "FORM"],
    ["a letter where the division's figures stand", "9135O100M000100Y43", "FORM"],
    ["nothing", "", "LENGTH"],
  ])("%s: %s", (_, code, fault) => {
    expect(creditCodeFault(code)).toBe(fault);
  });

  test("what was typed is read in full-width letters, lower case and groups", () => {
    expect(writtenCreditCode("９１３５０１００-m000 100y43")).toBe("91350100M000100Y43");
  });

  test("any single mistyped character is noticed", () => {
    const character = fc.constantFrom(...alphabet);
    const digits = fc.array(fc.constantFrom(..."0123456789"), { minLength: 6, maxLength: 6 });
    const stems = fc.tuple(character, character, digits, fc.array(character, { minLength: 9, maxLength: 9 })).map((parts) => parts.flat().join(""));
    fc.assert(fc.property(stems, fc.nat(16), character, (stem, place, wrong) => {
      const code = stem + creditCodeCheck(stem);
      expect(creditCodeFault(code)).toBeNull();
      const typed = code.slice(0, place) + wrong + code.slice(place + 1);
      if (typed !== code) expect(creditCodeFault(typed)).not.toBeNull();
    }));
  });
});
