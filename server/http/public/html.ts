/** A piece of a page whose texts are escaped already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | null | undefined | Html | readonly Part[];

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Writes HTML; whatever is put in is escaped unless it is HTML itself. Null and undefined write nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((page, text, place) => page + written(parts[place - 1]) + text));
}

function written(part: Part): string {
  if (part === null || part === undefined) return "";
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(written).join("") : escape(String(part));
}
