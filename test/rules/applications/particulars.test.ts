import { describe, expect, test } from "vitest";
import { ApplicationPart, blank, missingParts, missingProblem, type Particulars, particularsFaults, writtenParticulars } from "../../../server/modules/applications/particulars.ts";

const today = "2026-03-02";
const whole: Particulars = {
  name: { "zh-Hant": "合記糧油", "zh-Hans": "", en: "" }, creditCode: "91350100M000100Y43", region: "350000", sizeClass: "SMALL", productLines: ["GRAIN_OIL"],
  sites: [{ name: "Store", use: "SHOP", region: "350000", address: "1 Road", openedOn: "2025-01-01" }], contact: { name: "Ho", phone: "", email: "ho@hop.example" },
};
const licence = [{ kind: "BUSINESS_LICENCE" }];

describe("what a firm states", () => {
  test("is stored as it is read, once each, and cleared by null; what is absent stays away", () => {
    expect(writtenParticulars({ creditCode: "９１３５０１００-m000 100y43", productLines: ["GRAIN_OIL", "GRAIN_OIL"], region: null, sizeClass: undefined, contact: { name: " Ho ", phone: "＋852　2345–6789", email: "" } }))
      .toEqual({ creditCode: "91350100M000100Y43", productLines: ["GRAIN_OIL"], region: null, contact: { name: "Ho", phone: "+852 2345-6789", email: "" } });
    expect(writtenParticulars(Object.fromEntries(Object.keys(blank).map((field) => [field, null])))).toEqual(blank);
    expect(writtenParticulars({})).toEqual({});
  });

  test("is kept of a draft however little it is, as long as nothing of it is wrong", () => {
    expect(particularsFaults(blank, today)).toEqual([]);
    expect(particularsFaults(whole, today)).toEqual([]);
    expect(particularsFaults({ ...whole, creditCode: "1", contact: { name: "", phone: "1", email: "x" } }, today)).toEqual([
      { code: "CREDIT_CODE_WRONG", path: "creditCode" }, { code: "REQUIRED", path: "contact.name" }, { code: "INVALID", path: "contact.phone" }, { code: "INVALID", path: "contact.email" },
    ]);
  });

  test("one language is enough for the name, and every part is asked for by itself", () => {
    expect(missingParts(whole, licence)).toEqual([]);
    expect(missingParts(blank, [])).toEqual(Object.values(ApplicationPart));
    expect(missingParts(whole, [{ kind: "OTHER" }])).toEqual(["BUSINESS_LICENCE"]);
    for (const field of Object.keys(blank) as (keyof Particulars)[]) expect(missingParts({ ...whole, [field]: blank[field] }, licence)).toHaveLength(1);
  });

  test("a missing part points at its field", () => {
    expect(Object.values(ApplicationPart).map((part) => missingProblem(part).path)).toEqual(["name", "creditCode", "region", "sizeClass", "productLines", "sites", "contact", "evidence"]);
  });
});
