import { constants, inflateSync } from "node:zlib";

/** Long enough never to stand in compressed bytes by chance. */
const activeAnywhere = /\/(JavaScript|OpenAction|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Encrypt)(?![A-Za-z])/;
/** Where in the document a reader begins: a page and how it lies in the window. Office programs write one; it does nothing. Bounded, so that no file is slow to judge. */
const beginning = /\/OpenAction\s{0,9}\[\s{0,9}\d{1,9}(\s{1,9}\d{1,9}\s{1,9}R)?\s{0,9}\/(XYZ|Fit|FitB?[HV]|FitB|FitR)(\s{1,9}(null|[-+.\d]{1,20})){0,4}\s{0,9}\]/g;
const activeInObjects = /\/(JS|AA|XFA)(?![A-Za-z])/;
/** Ways of writing a stream that this house does not read; none is needed where objects are kept in streams. */
const unread = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)(?![A-Za-z0-9])/;
const objectsInStreams = /\/(ObjStm|XRef)(?![A-Za-z])/;

const MOST_INFLATED = 20 * 1024 * 1024;
const ENOUGH_TO_TELL = 4096;

/** Whether a PDF acts by itself or hides what it does: scripts, actions on opening, programs, files within, encryption. */
export function isActivePdf(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  const plain = spelledOut(text);
  if (activeAnywhere.test(plain) || (objectsInStreams.test(plain) && unread.test(plain))) return true;
  const objects = objectTextOf(bytes, text);
  return objects === null || activeAnywhere.test(objects) || activeInObjects.test(objects);
}

/** A name may be written with hexadecimal escapes: `/J#61vaScript`. A mere beginning is passed over; an action, or one that stands elsewhere, is not. */
const spelledOut = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(beginning, " ");

const streams = /stream[ \t]*(\r\n|\n|\r)?/g;

/** Everything outside streams, and what streams of objects hold; null when one cannot be read, or holds more than anybody needs. */
function objectTextOf(bytes: Buffer, text: string): string | null {
  const parts: string[] = [];
  let inflated = 0;
  let at = 0;
  for (const { index, 0: keyword } of text.matchAll(streams)) {
    if (index < at || text.slice(index - 3, index) === "end") continue;
    const begin = index + keyword.length;
    const end = text.indexOf("endstream", begin);
    const header = spelledOut(text.slice(at, index));
    at = end < 0 ? text.length : end;
    parts.push(header);
    const held = objectsHeld(bytes.subarray(begin), header, text.slice(begin, at));
    if (held === null || (inflated += held.length) > MOST_INFLATED) return null;
    parts.push(held);
  }
  parts.push(spelledOut(text.slice(at)));
  return parts.join("\n");
}

/**
 * The objects a stream holds, whether it says so in its dictionary or only looks so: such a stream begins with pairs of
 * numbers. Empty for any other stream; null for one that says so and cannot be read.
 */
function objectsHeld(rest: Buffer, header: string, asWritten: string): string | null {
  const says = /\/ObjStm(?![A-Za-z])/.test(header);
  const looks = /^\s*\d+\s+\d+/.test(inflate(rest.subarray(0, ENOUGH_TO_TELL))?.subarray(0, 64).toString("latin1") ?? "");
  if (!says && !looks) return "";
  const objects = inflate(rest)?.toString("latin1") ?? null;
  if (objects === null) return says && !/\/Filter/.test(header) ? spelledOut(asWritten) : null;
  return spelledOut(objects);
}

/** Ends where the compressed data end, wherever the file claims they do. */
function inflate(data: Buffer): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: MOST_INFLATED, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return null;
  }
}
