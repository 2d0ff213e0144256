import { describe, expect, test } from "vitest";
import { normDiff, type PartDiff } from "../../../server/modules/norms/norm-diff.rules.ts";
import type { Chapter } from "../../../server/modules/norms/norm.rules.ts";
import { type Piece, textDiff, tokensOf } from "../../../server/modules/norms/text-diff.rules.ts";

const all = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });
/** `[-gone-]` and `{+new+}`, the rest as it is. */
const written = (pieces: readonly Piece[]) => pieces.map(({ change, text }) => (change === "REMOVED" ? `[-${text}-]` : change === "ADDED" ? `{+${text}+}` : text)).join("");
const side = (pieces: readonly Piece[], without: "ADDED" | "REMOVED") => pieces.filter(({ change }) => change !== without).map(({ text }) => text).join("");

describe("two texts", () => {
  test.each([
    ["en", "Members keep records.", "Members keep records.", "Members keep records."],
    ["en", "Members keep records.", "Members keep clear records.", "Members keep {+clear +}records."],
    ["en", "Goods are kept three years.", "Goods are kept five years.", "Goods are kept [-three-]{+five+} years."],
    ["en", "It's new.", "It's old.", "It's [-new-]{+old+}."],
    ["zh-Hant", "會員須查驗供應商資質。", "會員應查驗供應商的資質。", "會員[-須-]{+應+}查驗供應商{+的+}資質。"],
    ["zh-Hans", "保存三年。", "保存五年以上。", "保存[-三-]{+五+}年{+以上+}。"],
    ["zh-Hans", "依据GB/T 33491执行", "依据GB/T 27922执行", "依据GB/T [-33491-]{+27922+}执行"],
    ["en", "", "New.", "{+New.+}"],
    ["en", "Gone.", "", "[-Gone.-]"],
    ["en", "", "", ""],
  ] as const)("in %s: %s → %s", (language, before, after, marked) => {
    expect(written(textDiff(before, after, language))).toBe(marked);
  });

  test("are both found again in the pieces, whatever they are", () => {
    const letters = ["a", "b", " ", "會", "員", "。", "x1", "\n"];
    const word = (seed: number) => Array.from({ length: 12 + (seed % 9) }, (_, place) => letters[(seed * 7 + place * place * 3 + seed * place) % letters.length] ?? "").join("");
    for (let seed = 0; seed < 200; seed += 1)
      for (const language of ["en", "zh-Hant"] as const) {
        const [before, after] = [word(seed), word(seed * 3 + 1)];
        const pieces = textDiff(before, after, language);
        expect([side(pieces, "ADDED"), side(pieces, "REMOVED")]).toEqual([before, after]);
        expect(pieces.every(({ change }, place) => change !== pieces[place - 1]?.change)).toBe(true);
      }
  });

  test("so long that a comparison would take too much are replaced whole, around what they begin and end with", () => {
    const [before, after] = [`始${"甲".repeat(2500)}終`, `始${"乙".repeat(2500)}終`];
    expect(textDiff(before, after, "zh-Hant").map(({ change, text }) => [change, text.length])).toEqual([["SAME", 1], ["REMOVED", 2500], ["ADDED", 2500], ["SAME", 1]]);
  });

  test("lose nothing when they are cut into words", () => {
    for (const text of ["It's 3.5 kg, e.g. “rice”—fresh!", "會員 GB/T 1 號，😀。"]) for (const language of ["en", "zh-Hant"] as const) expect(tokensOf(text, language).join("")).toBe(text);
  });
});

describe("two versions", () => {
  const article = (code: string, text = code) => ({ code, title: all(`t ${code}`), text: all(text) });
  const chapter = (code: string, ...articles: ReturnType<typeof article>[]): Chapter => ({ code, title: all(`c ${code}`), articles });
  const version = (...chapters: Chapter[]) => ({ title: all("Norm"), preamble: all("We agree."), chapters });
  const before = version(chapter("N1", article("N1.1"), article("N1.2"), article("N1.3")), chapter("N2", article("N2.1")));
  const changes = (after: ReturnType<typeof version>) =>
    normDiff(before, after, "en").parts.filter(({ change, isMoved }) => change !== "SAME" || isMoved).map(({ code, change, isMoved }: PartDiff) => `${code} ${change}${isMoved ? " MOVED" : ""}`);

  test("that are the same differ nowhere", () => {
    expect(changes(before)).toEqual([]);
    expect(normDiff(before, before, "en").parts.map(({ code }) => code)).toEqual(["N1", "N1.1", "N1.2", "N1.3", "N2", "N2.1"]);
  });

  test.each([
    ["an article added", version(chapter("N1", article("N1.1"), article("N1.2"), article("N1.3"), article("N1.4")), chapter("N2", article("N2.1"))), ["N1.4 ADDED"]],
    ["an article removed", version(chapter("N1", article("N1.1"), article("N1.3")), chapter("N2", article("N2.1"))), ["N1.2 REMOVED"]],
    ["an article changed", version(chapter("N1", article("N1.1", "other"), article("N1.2"), article("N1.3")), chapter("N2", article("N2.1"))), ["N1.1 CHANGED"]],
    ["an article moved within its chapter", version(chapter("N1", article("N1.2"), article("N1.3"), article("N1.1")), chapter("N2", article("N2.1"))), ["N1.1 SAME MOVED"]],
    ["an article moved to another chapter", version(chapter("N1", article("N1.1"), article("N1.2")), chapter("N2", article("N1.3"), article("N2.1"))), ["N1.3 SAME MOVED"]],
    ["an article moved and changed", version(chapter("N1", article("N1.1"), article("N1.2")), chapter("N2", article("N2.1"), article("N1.3", "other"))), ["N1.3 CHANGED MOVED"]],
    ["a chapter removed", version(chapter("N1", article("N1.1"), article("N1.2"), article("N1.3"))), ["N2 REMOVED", "N2.1 REMOVED"]],
    ["everything new", version(chapter("N3", article("N3.1"))), ["N1 REMOVED", "N1.1 REMOVED", "N1.2 REMOVED", "N1.3 REMOVED", "N2 REMOVED", "N2.1 REMOVED", "N3 ADDED", "N3.1 ADDED"]],
  ])("differ by %s", (_, after, expected) => {
    expect(changes(after)).toEqual(expected);
  });

  test("show what was removed where it stood, and both texts of what changed", () => {
    const after = version(chapter("N1", article("N1.1"), article("N1.3", "N1.3 new")), chapter("N2", article("N2.1")));
    const { parts } = normDiff(before, after, "en");
    expect(parts.map(({ code }) => code)).toEqual(["N1", "N1.1", "N1.2", "N1.3", "N2", "N2.1"]);
    expect(written(parts.find(({ code }) => code === "N1.3")?.text ?? [])).toBe("N1.3{+ new+}");
    expect(parts.find(({ code }) => code === "N1.2")).toMatchObject({ chapter: "N1", change: "REMOVED" });
  });

  test("are compared in their titles and preambles too", () => {
    const { title, preamble } = normDiff(before, { ...before, title: all("Norm 2"), preamble: all("We all agree.") }, "en");
    expect([written(title), written(preamble)]).toEqual(["Norm{+ 2+}", "We {+all +}agree."]);
  });
});
