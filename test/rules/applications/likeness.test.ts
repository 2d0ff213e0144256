import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeness, nameCore, namePairs, namePieces } from "../../../server/modules/applications/name-likeness.rules.ts";

const share = (one: string, other: string) => likeness(namePairs(one), namePairs(other));

describe("how alike two firms are called", () => {
  test.each([
    ["廣州合穗糧油批發有限公司", "廣州合穗糧油"],
    ["杭州聚江（百貨）貿易有限责任公司", "杭州聚江 百貨"],
    ["Guangzhou Hesui Grain and Oil Wholesale Co., Ltd.", "guangzhou hesui grain oil"],
    ["Ｈｏｐ　Ｋｅｅ Trading Company Limited", "hop kee"],
  ])("%s tells itself by %s", (name, core) => expect(nameCore(name)).toBe(core));

  test.each([
    ["the same but for the kind of firm", "廣州合穗糧油批發有限公司", "廣州合穗糧油貿易公司", true],
    ["one character more", "广州新合穗粮油贸易有限公司", "广州合穗粮油批发有限公司", true],
    ["one letter less", "Guangzhou Hesu Grain and Oil Ltd", "Guangzhou Hesui Grain and Oil Wholesale Co., Ltd.", true],
    ["only the place", "廣州順德五金有限公司", "廣州合穗糧油批發有限公司", false],
    ["only the kind of firm", "天一批發有限公司", "海河批發有限公司", false],
    ["nothing at all", "", "海河批發有限公司", false],
  ])("%s", (_, one, other, alike) => expect(share(one, other) >= 0.5).toBe(alike));

  test("lies between 0 and 1, is the same both ways, and whole only of the same name", () => {
    const names = fc.string({ unit: fc.constantFrom(..."合穗糧油廣州新順hesui "), maxLength: 14 });
    fc.assert(fc.property(names, names, (one, other) => {
      const value = share(one, other);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(share(other, one)).toBe(value);
      expect(share(one, one)).toBe(nameCore(one) === "" ? 0 : 1);
    }));
  });

  test("an alike name holds one of its pieces", () => {
    expect(namePieces("广州新合穗粮油贸易有限公司")).toContain("合穗粮");
    expect(namePieces("Hop Kee Grain and Oil Ltd.")).toEqual(["grain"]);
    expect(namePieces("合記")).toEqual(["合記"]);
    expect(namePieces(" ")).toEqual([]);
  });
});
