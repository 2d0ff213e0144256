import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Decimal, fixed, isDecimalText, readDecimal, rounded, sum } from "../../../server/kernel/decimal.ts";
import { roundTogether } from "../../../server/kernel/statistics/round-together.ts";
import { weightedMean } from "../../../server/kernel/statistics/weighted-mean.ts";
import { weightedShares } from "../../../server/kernel/statistics/weighted-shares.ts";

describe("decimals", () => {
  test("are exact where binary numbers are not", () => {
    expect(sum(["0.1", "0.2"]).toString()).toBe("0.3");
    expect(fixed("1.005", 2)).toBe("1.01");
    expect(fixed("-1.005", 2)).toBe("-1.01");
    expect(rounded("2.500000", 4)).toBe("2.5");
  });

  test("are never written with an exponent", () => {
    expect(new Decimal("0.000000000001").toString()).toBe("0.000000000001");
    expect(new Decimal("123456789012345678901234").toString()).toBe("123456789012345678901234");
  });

  test.each(["", " 1", "1 ", "+1", "1.", ".5", "1e5", "1,000", "NaN", "Infinity", "0x1", "１", "--1"])("%j is no decimal", (text) => {
    expect(isDecimalText(text)).toBe(false);
    expect(readDecimal(text)).toBeNull();
  });
});

describe("rounding together", () => {
  const parts = fc.array(fc.record({ over: fc.nat(10_000), under: fc.integer({ min: 1, max: 997 }) }), { minLength: 1, maxLength: 30 });

  test("adds up to the rounded sum, moves nothing by a whole unit and leaves nought alone", () => {
    fc.assert(
      fc.property(parts, (pairs) => {
        const values = pairs.map(({ over, under }) => new Decimal(over).div(under));
        const together = roundTogether(values, 2);
        expect(sum(together).toString()).toBe(sum(values).toDecimalPlaces(2).toString());
        together.forEach((value, place) => {
          const exact = values[place] ?? new Decimal(0);
          expect(value.minus(exact).abs().lt("0.01")).toBe(true);
          if (exact.isZero()) expect(value.isZero()).toBe(true);
        });
      }),
    );
  });

  test("shares a hundred among three", () => {
    const third = new Decimal(100).div(3);
    expect(roundTogether([third, third, third], 2).map(String)).toEqual(["33.34", "33.33", "33.33"]);
  });
});

test("a weighted mean without weight is none", () => {
  expect(weightedMean([{ value: "80", weight: "70" }, { value: "100", weight: "30" }])?.toString()).toBe("86");
  expect(weightedMean([{ value: "80", weight: "0" }])).toBeNull();
  expect(weightedMean([])).toBeNull();
});

describe("weighted shares", () => {
  const written = (parts: Parameters<typeof weightedShares>[0]) => weightedShares(parts, 2).map(({ weight, contribution }) => [fixed(weight, 2), fixed(contribution, 2)]);

  test("share a hundred by weight, and what each earns by its points, without a remainder", () => {
    expect(written([{ weight: "1", points: "100" }, { weight: "1", points: "50" }, { weight: "1", points: "0" }])).toEqual([["33.34", "33.34"], ["33.33", "16.67"], ["33.33", "0.00"]]);
    expect(written([{ weight: "60", points: "90" }, { weight: "20", points: "100" }])).toEqual([["75.00", "67.50"], ["25.00", "25.00"]]);
  });

  test("are none where nothing weighs", () => expect(written([{ weight: "0", points: "100" }])).toEqual([]));
});
