import fc from "fast-check";
import { expect, test } from "vitest";
import { creditCodeCheck, creditCodeFault, writtenCreditCode } from "../../../server/modules/members/credit-code.rules.ts";
import { isSoundCode, writtenCode } from "../../../web/src/features/applications/credit-code.ts";

const character = fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ");
const stem = fc.tuple(character, character, fc.stringMatching(/^[0-9]{6}$/), fc.array(character, { minLength: 9, maxLength: 9 })).map((parts) => parts.flat().join(""));

test("the page says of a credit code what the house says, right or wrong, however it is typed", () => {
  fc.assert(fc.property(stem, character, fc.boolean(), (first, last, isRight) => {
    const code = first + (isRight ? creditCodeCheck(first) : last);
    for (const typed of [code, code.toLowerCase(), `${code.slice(0, 8)} ${code.slice(8, 12)}-${code.slice(12)}`, code.slice(1)]) {
      expect(writtenCode(typed)).toBe(writtenCreditCode(typed));
      expect(isSoundCode(typed)).toBe(creditCodeFault(writtenCreditCode(typed)) === null);
    }
  }));
  expect([isSoundCode("91350100M000100Y43"), isSoundCode("91350100M000100Y44"), isSoundCode("")]).toEqual([true, false, false]);
});
