import { describe, expect, test } from "vitest";
import { totpStep, unusedTotpCode } from "../../../server/modules/identity/totp.ts";

/** The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("a code", () => {
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ])("of RFC 6238 at %i counts", (seconds, code) => {
    expect(totpStep(secret, code, null, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  test("counts half a minute early and late, and not longer", () => {
    const early = [1111111079, 1111111109, 1111111139, 1111111169].map((seconds) => totpStep(secret, "081804", null, at(seconds)));
    expect(early).toEqual([37037036, 37037036, 37037036, null]);
    expect(totpStep(secret, "081804", null, at(1111111049))).toBeNull();
  });

  test("counts once: neither it nor an earlier one opens again", () => {
    const step = totpStep(secret, "081804", null, at(1111111109));
    expect(totpStep(secret, "081804", step, at(1111111109))).toBeNull();
    const next = unusedTotpCode(secret, step, at(1111111109));
    const nextStep = totpStep(secret, next ?? "", step, at(1111111109));
    expect(nextStep).toBe(37037037);
    expect(totpStep(secret, "081804", nextStep, at(1111111109))).toBeNull();
    expect(unusedTotpCode(secret, nextStep, at(1111111109))).toBeNull();
    expect(unusedTotpCode(secret, nextStep, at(1111111139))).not.toBeNull();
  });

  test.each(["", "12345", "1234567", "abcdef", "0818 04", "081804\n"])("is six digits: %j is none", (code) => {
    expect(totpStep(secret, code, null, at(1111111109))).toBeNull();
  });
});
