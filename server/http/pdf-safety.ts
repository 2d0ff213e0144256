import { inflateSync } from "node:zlib";

/** Long enough never to stand in compressed bytes by chance. */
const activeAnywhere = /\/(JavaScript|OpenAction|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Encrypt)(?![A-Za-z])/;
const activeInObjects = /\/(JS|AA|XFA)(?![A-Za-z])/;
const MOST_INFLATED = 20 * 1024 * 1024;

/** Whether a PDF acts by itself or hides what it does: scripts, actions on opening, programs, files within, encryption. */
export function isActivePdf(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  const objects = objectTextOf(text);
  if (objects === null) return true;
  return activeAnywhere.test(spelledOut(text)) || activeAnywhere.test(objects) || activeInObjects.test(objects);
}

/** A name may be written with hexadecimal escapes: `/J#61vaScript`. */
const spelledOut = (text: string): string => text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const streams = /stream\r?\n/g;

/** Everything outside streams, and what streams of objects hold; null when they hold more than anybody needs, or cannot be read. */
function objectTextOf(text: string): string | null {
  const parts: string[] = [];
  let inflated = 0;
  let at = 0;
  for (const { index, 0: keyword } of text.matchAll(streams)) {
    if (index < at || text.slice(index - 3, index) === "end") continue;
    const begin = index + keyword.length;
    const end = text.indexOf("endstream", begin);
    const header = text.slice(at, index);
    parts.push(header);
    at = end < 0 ? text.length : end;
    if (!/\/ObjStm(?![A-Za-z])/.test(spelledOut(header.slice(header.lastIndexOf("obj"))))) continue;
    const held = inflate(text.slice(begin, at), header);
    if (held === null || (inflated += held.length) > MOST_INFLATED) return null;
    parts.push(held);
  }
  parts.push(text.slice(at));
  return spelledOut(parts.join("\n"));
}

function inflate(held: string, header: string): string | null {
  if (!/\/(FlateDecode|Fl)(?![A-Za-z])/.test(header)) return held;
  try {
    return inflateSync(Buffer.from(held, "latin1"), { maxOutputLength: MOST_INFLATED, finishFlush: 2 }).toString("latin1");
  } catch {
    return null;
  }
}
