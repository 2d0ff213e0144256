import type { Language } from "../../kernel/language.ts";
import { entryInWords, kindOfEvent, type TimelineEntry } from "./timeline.rules.ts";

const headings = ["day", "kind", "event", "words", "record"];

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A cell that a spreadsheet would reckon with is marked as text, since titles of cases are what people typed. */
const defused = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => `"${defused(cell).replace(/"/g, '""')}"`;

/** A timeline as a table for spreadsheets, as RFC 4180 has it, its sentences in one language. */
export function timelineCsv(entries: readonly TimelineEntry[], language: Language): string {
  const rows = entries.map((entry) => [entry.on, kindOfEvent(entry.event), entry.event, entryInWords(entry)[language], entry.record?.id ?? ""]);
  return BYTE_ORDER_MARK + [headings, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}
