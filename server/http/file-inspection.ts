import { fileTypeFromBuffer } from "file-type";
import type { ProblemCode } from "../kernel/problem-codes.ts";
import { cleanName } from "./file-name.ts";
import { judgePdf } from "./pdf-safety.ts";
import { judgeZip } from "./zip-safety.ts";

/** What a file is, found from its bytes; the name and the type a browser gives are not believed. */
export interface Inspected {
  name: string;
  mediaType: string;
}

const taken: Record<string, string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** Judged as archives, which they are from their first byte on. */
const archives: ReadonlySet<string> = new Set(["xlsx", "docx"]);

export type Inspection = Inspected | { refused: ProblemCode };

/** What is said of a file that was looked through. */
const verdicts = { HARMLESS: null, ACTIVE: "FILE_UNSAFE", LINKED: "FILE_LINKED", OPAQUE: "FILE_OPAQUE", OTHER: "FILE_TYPE_REFUSED" } as const satisfies Record<string, ProblemCode | null>;

/** Finds out what an uploaded file is and whether it is safe to keep and to hand on. */
export async function inspectFile(bytes: Buffer, givenName: string): Promise<Inspection> {
  if (bytes.length === 0) return { refused: "FILE_EMPTY" };
  const packed = isZip(bytes) ? verdicts[await judgeZip(bytes)] : null;
  if (packed !== null) return { refused: packed };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined) return inspectText(bytes, givenName);
  const extension = taken[found.mime];
  if (extension === undefined || (archives.has(extension) && !isZip(bytes))) return { refused: "FILE_TYPE_REFUSED" };
  const refused = extension === "pdf" ? verdicts[judgePdf(bytes)] : null;
  if (refused !== null) return { refused };
  return { name: cleanName(givenName, extension), mediaType: found.mime };
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));

const markup = /^[\s\uFEFF]*<|<(script|svg|html|iframe|object|embed)\b/i;
// Binary files are known by these.
const binary = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** What text is written in; the second is how office programs in China save a CSV. */
const charsets = ["utf-8", "gb18030"] as const;

/** CSV and plain text have no mark of their own: they must be readable, named as what they are, and no page in disguise. */
function inspectText(bytes: Buffer, givenName: string): Inspection {
  const extension = /\.(csv|txt)$/i.exec(givenName.trim())?.[1]?.toLowerCase();
  const charset = charsets.find((one) => read(bytes, one) !== null);
  const text = charset && read(bytes, charset);
  if (extension === undefined || !text || binary.test(text) || markup.test(text)) return { refused: "FILE_TYPE_REFUSED" };
  return { name: cleanName(givenName, extension), mediaType: `${extension === "csv" ? "text/csv" : "text/plain"}; charset=${charset}` };
}

function read(bytes: Buffer, charset: (typeof charsets)[number]): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
