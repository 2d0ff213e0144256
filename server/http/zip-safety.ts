import { entriesOf, unfolded, type ZipEntry } from "./zip-archive.ts";

/** `OTHER` is an archive, but no office document. */
export type ZipVerdict = "HARMLESS" | "ACTIVE" | "LINKED" | "OTHER";

const most = { entries: 2000, bytes: 300 * 1024 * 1024, ratio: 300, read: 2 * 1024 * 1024 };

/** The only kinds of parts an office document needs: its texts, pictures, fonts and signatures. Programs, controls, macros and packed objects are none of them. */
const partsTaken = /\.(xml|rels|vml|png|jpe?g|jfif|gif|emf|wmf|bmp|tiff?|svg|wdp|odttf|sigs)$|^xl\/printerSettings\/printerSettings\d*\.bin$|\/$/i;
const macros = /(^|\/)(vbaProject|vbaData|activeX|macrosheets|dialogsheets)[^/]*(\/|$|\.)/i;
/** The figures behind a chart: a document within the document, judged as one. */
const documentWithin = /^(word|xl|ppt)\/embeddings\/[^/]+\.(xlsx|docx)$/i;
const relations = /\.rels$/i;
const kinds = /^\[Content_Types\]\.xml$/i;

/** Whether an office document carries programs, fetches something by itself, unfolds to more than it says or anybody needs, or has no readable list of what is in it. */
export async function judgeZip(bytes: Buffer, isWithin = false): Promise<ZipVerdict> {
  const entries = entriesOf(bytes, most.entries);
  if (entries === null || !areFew(entries, bytes.length)) return "ACTIVE";
  if (!entries.some(({ name }) => kinds.test(name))) return "OTHER";
  for (const entry of entries) {
    const verdict = await judgePart(entry, isWithin);
    if (verdict !== "HARMLESS") return verdict;
  }
  return "HARMLESS";
}

function areFew(entries: readonly ZipEntry[], archive: number): boolean {
  const unfoldedSize = entries.reduce((sum, { size }) => sum + size, 0);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return names.size === entries.length && unfoldedSize <= most.bytes && unfoldedSize <= archive * most.ratio;
}

async function judgePart(entry: ZipEntry, isWithin: boolean): Promise<ZipVerdict> {
  const { name, size } = entry;
  if (!isTaken(name, isWithin)) return "ACTIVE";
  const holdsDocument = documentWithin.test(name);
  const isRead = relations.test(name) || kinds.test(name);
  const content = isRead && size > most.read ? null : await unfolded(entry, isRead || holdsDocument);
  if (content === null) return "ACTIVE";
  if (isRead) return judgeText(xmlOf(content), relations.test(name));
  return holdsDocument ? judgeZip(content, true) : "HARMLESS";
}

const isTaken = (name: string, isWithin: boolean): boolean =>
  !macros.test(name) && (partsTaken.test(name) || (documentWithin.test(name) && !isWithin));

function judgeText(xml: string | null, areRelations: boolean): ZipVerdict {
  if (xml === null) return "ACTIVE";
  if (areRelations) return staysWithin(xml) ? "HARMLESS" : "LINKED";
  return /macroEnabled|intlMacrosheet|vbaProject|&#/i.test(xml) ? "ACTIVE" : "HARMLESS";
}

/** Plain XML in UTF-8, as office programs write it; null for whatever could say something else to another reader. */
function xmlOf(bytes: Buffer): string | null {
  const text = bytes.toString("utf8");
  const encoding = /^\uFEFF?<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? "utf-8";
  return /[\0\uFFFD]|<!(DOCTYPE|ENTITY)/i.test(text) || !/^(utf-8|us-ascii)$/i.test(encoding) ? null : text;
}

const tags = /<[^\s<>/!?][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g;
const link = /\bType\s*=\s*["']http:\/\/(schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/hyperlink["']/;
const inside = /\bTargetMode\s*=\s*["']Internal["']/;

/** Whether everything a document refers to is in it, but for links a person follows. Each mention of elsewhere must be one that is understood. */
function staysWithin(xml: string): boolean {
  const mentions = xml.match(/TargetMode/g)?.length ?? 0;
  const understood = (xml.match(tags) ?? []).filter((tag) => tag.split("TargetMode").length === 2 && (link.test(tag) || inside.test(tag)));
  return understood.length === mentions;
}
