import { Decimal } from "decimal.js";
import type { GraphQLScalarType } from "graphql";
import { Kind } from "graphql";
import { describe, expect, test } from "vitest";
import { isDecimalText } from "../../../server/kernel/decimal.ts";
import { DateScalar, DateTimeScalar, DecimalScalar, LocalizedScalar } from "../../../server/platform/graphql/scalars.ts";

const refuses = (scalar: GraphQLScalarType, values: unknown[]) =>
  test.each(values.map((value) => [value]))("refuses %j", (value) => {
    expect(() => scalar.parseValue(value)).toThrow();
  });

describe("Date", () => {
  test("is the same text on both sides", () => {
    expect(DateScalar.parseValue("2024-02-29")).toBe("2024-02-29");
    expect(DateScalar.serialize("2026-12-31")).toBe("2026-12-31");
  });
  refuses(DateScalar, ["2026-02-29", "2026-13-01", "2026-2-1", "20260201", "0000-01-01", "", 20260201, null, "2026-02-01T00:00:00Z"]);
});

describe("DateTime", () => {
  test("reads any zone and writes UTC", () => {
    expect(DateTimeScalar.parseValue("2026-03-31T17:00:00+08:00")).toEqual(new Date("2026-03-31T09:00:00Z"));
    expect(DateTimeScalar.serialize(new Date("2026-03-31T09:00:00Z"))).toBe("2026-03-31T09:00:00.000Z");
    expect(DateTimeScalar.serialize("2026-03-31T09:00:00.000000+00:00")).toBe("2026-03-31T09:00:00.000Z");
  });
  refuses(DateTimeScalar, ["2026-03-31", "2026-03-31T17:00:00", "2026-02-30T00:00:00Z", "2026-03-31T25:00:00Z", 0, {}, "now"]);
});

describe("Decimal", () => {
  test.each(["0", "-12.50", "123456789012345678901234.123456789012"])("keeps %s to the last digit", (text) => {
    expect(DecimalScalar.parseValue(text)).toBe(text);
    expect(DecimalScalar.serialize(text)).toBe(text);
  });
  test("writes a decimal in full, never with an exponent", () => {
    expect(DecimalScalar.serialize(new Decimal("1e-9"))).toBe("0.000000001");
    expect(DecimalScalar.serialize(new Decimal("1e21"))).toBe("1000000000000000000000");
  });
  test("refuses a float from within and a number from without", () => {
    expect(() => DecimalScalar.serialize(0.1)).toThrow("float");
    expect(() => DecimalScalar.parseLiteral({ kind: Kind.FLOAT, value: "0.1" })).toThrow("text");
  });
  test("lets in no longer figure than the house reckons with, and writes whatever it has reckoned", () => {
    const [long, fine] = ["1".repeat(25), `0.${"1".repeat(13)}`];
    for (const text of [long, fine]) {
      expect(isDecimalText(text)).toBe(false);
      expect(() => DecimalScalar.parseValue(text)).toThrow("no decimal number");
      expect(DecimalScalar.serialize(text)).toBe(text);
    }
    expect(() => DecimalScalar.serialize("NaN")).toThrow("contract says Decimal");
  });
  refuses(DecimalScalar, ["1e5", "NaN", "Infinity", "", " 1", "1,000", "0x10", ".5", 1, "١"]);
});

describe("Localized", () => {
  test("has all three languages", () => {
    const text = { "zh-Hant": "會館", "zh-Hans": "会馆", en: "Guildhall" };
    expect(LocalizedScalar.parseValue(text)).toEqual(text);
  });
  refuses(LocalizedScalar, ["Guildhall", null, {}, { en: "Guildhall" }, { "zh-Hant": "會館", "zh-Hans": "会馆", en: 1 }, { "zh-Hant": "", "zh-Hans": "", fr: "" }]);
});
