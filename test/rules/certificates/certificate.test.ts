import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { termEnd } from "../../../server/kernel/days.ts";
import { CertificateState, mayBecome, statusOn } from "../../../server/modules/certificates/certificate.rules.ts";

const states = Object.keys(CertificateState) as CertificateState[];

describe("a certificate", () => {
  test("changes only as this table says; a withdrawal is final", () => {
    const table = Object.fromEntries(states.map((from) => [from, states.filter((to) => mayBecome(from, to))]));
    expect(table).toEqual({ ORDERED: ["ISSUED"], ISSUED: ["SUSPENDED", "WITHDRAWN"], SUSPENDED: ["ISSUED", "WITHDRAWN"], WITHDRAWN: [] });
  });

  test.each([
    ["ISSUED", "2027-06-30", "VALID"],
    ["ISSUED", "2027-07-01", "EXPIRED"],
    ["SUSPENDED", "2027-06-30", "SUSPENDED"],
    ["SUSPENDED", "2027-07-01", "EXPIRED"],
    ["WITHDRAWN", "2027-06-30", "WITHDRAWN"],
    ["WITHDRAWN", "2027-07-01", "WITHDRAWN"],
    ["ORDERED", "2027-06-30", null],
  ] as const)("that is %s and holds through 2027-06-30 stands on %s as %s", (state, day, status) => {
    expect(statusOn({ state, expiresOn: "2027-06-30" }, day)).toBe(status);
  });

  test.each([
    ["2026-07-01", 12, "2027-06-30"],
    ["2026-01-01", 12, "2026-12-31"],
    ["2026-03-15", 12, "2027-03-14"],
    ["2026-08-31", 1, "2026-09-29"],
    ["2026-01-31", 1, "2026-02-27"],
    ["2028-01-31", 1, "2028-02-28"],
    ["2028-02-29", 12, "2029-02-27"],
    ["2028-02-29", 48, "2032-02-28"],
    ["2026-12-10", 1, "2027-01-09"],
  ])("issued on %s for %i months holds through %s", (issuedOn, months, expiresOn) => {
    expect(termEnd(issuedOn, months)).toBe(expiresOn);
  });

  test("holds longer the later it is issued and the more months it has", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, day, fc.integer({ min: 1, max: 119 }), (one, other, months) => {
      const [first, second] = [one, other].sort() as [string, string];
      expect(termEnd(first, months) <= termEnd(second, months)).toBe(true);
      expect(termEnd(first, months) < termEnd(first, months + 1)).toBe(true);
    }));
  });
});
