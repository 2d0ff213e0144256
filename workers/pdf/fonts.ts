import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Language } from "../../server/kernel/language.ts";

export type Weight = "light" | "regular" | "bold";
export type Family = "TC" | "SC";

/** One cut of Noto Sans, opened once per process and shared by all papers. */
interface Face {
  source: PDFKit.Mixins.PDFFontSource;
  has(codePoint: number): boolean;
}

/** What pdfkit keeps of an opened font; handing it to the next document saves reading ten megabytes again. */
interface OpenedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

const folders = { light: "300Light", regular: "400Regular", bold: "700Bold" } as const satisfies Record<Weight, string>;
const locate = createRequire(import.meta.url).resolve;
const opened = new Map<string, Face>();

/** The family that has every character of the text: the language's own where it can, the other one for a name in the other script. */
export function familyFor(text: string, language: Language, weight: Weight): Family {
  const own: Family = language === "zh-Hant" ? "TC" : "SC";
  const other: Family = own === "TC" ? "SC" : "TC";
  const missing = (family: Family) => [...text].filter((letter) => !isLayout(letter) && !face(family, weight).has(letter.codePointAt(0) as number)).length;
  const lacking = missing(own);
  return lacking > 0 && missing(other) < lacking ? other : own;
}

export function face(family: Family, weight: Weight): Face {
  const name = `Noto Sans ${family} ${weight}`;
  const known = opened.get(name);
  if (known !== undefined) return known;
  const cut = open(family, folders[weight]);
  opened.set(name, cut);
  return cut;
}

function open(family: Family, cut: string): Face {
  const path = locate(`@expo-google-fonts/noto-sans-${family.toLowerCase()}/${cut}/NotoSans${family}_${cut}.ttf`);
  const document = new PDFDocument({ font: "", autoFirstPage: false }).font(readFileSync(path)) as unknown as { _font: { font: OpenedFont } };
  const { font } = document._font;
  const known = new Map<number, boolean>();
  const has = (codePoint: number) => known.get(codePoint) ?? known.set(codePoint, font.hasGlyphForCodePoint(codePoint)).get(codePoint) === true;
  return { source: font as unknown as PDFKit.Mixins.PDFFontSource, has };
}

const isLayout = (letter: string): boolean => /\s/u.test(letter);
