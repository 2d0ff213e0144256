import { describe, expect, test } from "vitest";
import { mayActForMember, mayReadMember } from "../../../server/modules/members/member.policy.ts";
import { type Admission, admissionFaults, type MemberStatus, writtenAdmission } from "../../../server/modules/members/member.rules.ts";

const firm: Admission = {
  name: { "zh-Hant": "合豐糧油批發", "zh-Hans": "合丰粮油批发", en: "Hefeng Grain and Oil Wholesale" },
  creditCode: "91350100M000100Y43",
  region: "350000",
  sizeClass: "SMALL",
  productLines: ["GRAIN_OIL"],
  admittedOn: "2025-03-01",
  language: "zh-Hans",
};

describe("admission", () => {
  test.each<[string, Partial<Admission>, unknown[]]>([
    ["a firm with all its particulars is entered", {}, []],
    ["a name is needed in each language", { name: { ...firm.name, en: "  " } }, [{ code: "REQUIRED", path: "name" }]],
    ["a name has an end", { name: { ...firm.name, en: "x".repeat(201) } }, [{ code: "TOO_LONG", path: "name" }]],
    ["the credit code must check", { creditCode: "91350100M000100Y44" }, [{ code: "CREDIT_CODE_WRONG", path: "creditCode" }]],
    ["the region must exist", { region: "990000" }, [{ code: "INVALID", path: "region" }]],
    ["a wholesaler deals in something", { productLines: [] }, [{ code: "REQUIRED", path: "productLines" }]],
    ["admission has a day of the calendar", { admittedOn: "2025-02-30" }, [{ code: "INVALID", path: "admittedOn" }]],
    ["its papers are in a language of the house", { language: "fr" as Admission["language"] }, [{ code: "INVALID", path: "language" }]],
    ["all that is wrong is said at once", { region: "", productLines: [] }, [{ code: "INVALID", path: "region" }, { code: "REQUIRED", path: "productLines" }]],
  ])("%s", (_, change, faults) => {
    expect(admissionFaults({ ...firm, ...change })).toEqual(faults);
  });

  test("a code is stored as the standard writes it and a product line once", () => {
    expect(writtenAdmission({ ...firm, creditCode: "91350100-m000100y43", productLines: ["GRAIN_OIL", "GRAIN_OIL"] })).toEqual(firm);
  });
});

describe("who may do what to a member", () => {
  const officer = { memberId: null, scope: "all" } as const;
  const own = { memberId: "mem_1", scope: "member" } as const;
  const rival = { memberId: "mem_2", scope: "member" } as const;
  const stranger = { memberId: null, scope: "public" } as const;

  test("officers read every member, a member itself alone, strangers none", () => {
    expect([officer, own, rival, stranger].map((person) => mayReadMember(person, { id: "mem_1" }))).toEqual([true, true, false, false]);
  });

  test.each<[MemberStatus, boolean]>([
    ["ACTIVE", true], ["GRACE", true], ["SUSPENDED", true], ["LAPSED", false], ["EXPELLED", false], ["WITHDRAWN", false],
  ])("a firm that is %s takes on obligations: %s", (status, may) => {
    expect(mayActForMember(own, { id: "mem_1", status })).toBe(may);
    expect(mayActForMember(officer, { id: "mem_1", status })).toBe(false);
    expect(mayActForMember(rival, { id: "mem_1", status })).toBe(false);
  });
});
