import type { Language } from "../kernel/language.ts";

/** The language of a terminal, from the locale its environment names. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || "";
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(locale)) return "zh-Hant";
  return /^zh/i.test(locale) ? "zh-Hans" : "en";
}

/** Rows as lines with straight columns; a Chinese character is two columns wide. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  const padded = (cell: string, column: number) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell));
  return rows.map((row) => `  ${row.map(padded).join("  ")}`.trimEnd());
}

const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (wide.test(letter) ? 2 : 1), 0);
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
