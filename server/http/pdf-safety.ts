import { constants, inflateSync } from "node:zlib";
import { dictionariesIn, type PdfDictionary, PdfReader, type PdfStream, type PdfValue, spelledOut, Unreadable } from "./pdf-syntax.ts";

/** Long enough never to stand in compressed bytes by chance: looked for in every byte of the file, whatever the byte is part of. */
const activeAnywhere = /\/(JavaScript|OpenAction|Launch|GoTo[RE]|Rendition|EmbeddedFiles?|FileAttachment|RichMedia|SubmitForm|ImportData|Encrypt)(?![A-Za-z])/;
/** Where in the document a reader begins: a page and how it lies in the window. Office programs write one; it does nothing. Bounded, so that no file is slow to judge. */
const beginning = /\/OpenAction\s{0,9}\[\s{0,9}\d{1,9}(\s{1,9}\d{1,9}\s{1,9}R)?\s{0,9}\/(XYZ|Fit|FitB?[HV]|FitB|FitR)(\s{1,9}(null|[-+.\d]{1,20})){0,4}\s{0,9}\]/g;
const activeInObjects = /\/(JS|AA|XFA)(?![A-Za-z])/;
/** Ways of writing a stream that this house does not read; none is needed where objects are kept in streams. */
const unread = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)(?![A-Za-z0-9])/;
const objectsInStreams = /\/(ObjStm|XRef)(?![A-Za-z])/;
/** A file on another machine: to look for it tells that machine who the reader is. */
const elsewhere = /^\s*(\\\\|\/\/|file:(\/\/[^/]|\/{4}|\/*\\))/i;
const paths = ["/F", "/UF", "/URI", "/Unix", "/DOS", "/Mac"];

/**
 * Every stream of objects names `/First` in its dictionary. Where these words stand in a remark, a string or the bytes of another
 * stream, or an object begins there, the file shows one thing to us and another to a reader that starts in the middle.
 */
const namesObjects = /\/(ObjStm|First)(?![A-Za-z])/;
const blank = "(?:[\\0\\s]|%[^\\r\\n]{0,200}[\\r\\n]){1,50}";
const objectBegins = new RegExp(`\\d${blank}\\d{1,10}${blank}obj(?![a-z])`);

const MOST_STREAMS = 8_000;
const MOST_INFLATED = 20 * 1024 * 1024;

export type PdfVerdict = "HARMLESS" | "ACTIVE" | "OPAQUE";

/** Whether a PDF acts by itself, or hides from us what it does: scripts, actions on opening, programs, files within or elsewhere, encryption. */
export function judgePdf(bytes: Buffer): PdfVerdict {
  const text = bytes.toString("latin1");
  const plain = withoutBeginning(spelledOut(text));
  if (activeAnywhere.test(plain)) return "ACTIVE";
  if (objectsInStreams.test(plain) && unread.test(plain)) return "OPAQUE";
  try {
    return new Search(bytes, text, /\/XRef(?![A-Za-z])/.test(plain)).acts() ? "ACTIVE" : "HARMLESS";
  } catch (error) {
    if (error instanceof Unreadable) return "OPAQUE";
    throw error;
  }
}

const withoutBeginning = (text: string): string => text.replace(beginning, " ");

/** Looks through everything outside streams, and through what streams of objects hold. Throws where something cannot be looked through. */
class Search {
  private at = 0;
  private streams = 0;
  private unfolded = 0;

  /** `tabled`: whether the file has a table of objects in streams, without which a reader finds none there. */
  constructor(private readonly bytes: Buffer, private readonly text: string, private readonly tabled: boolean) {}

  acts(): boolean {
    const reader = new PdfReader(this.text);
    for (const found of reader.objects()) {
      if (found instanceof Map ? pointsElsewhere(found) : this.actsIn(found)) return true;
    }
    refuseHidden(reader);
    return isActive(this.text.slice(this.at));
  }

  private actsIn(stream: PdfStream): boolean {
    if ((this.streams += 1) > MOST_STREAMS) throw new Unreadable();
    const before = this.text.slice(this.at, stream.begin);
    this.at = stream.end;
    return isActive(before) || pointsElsewhere(stream.dictionary) || this.actsWithin(stream);
  }

  private actsWithin(stream: PdfStream): boolean {
    const holdsObjects = mayHoldObjects(stream.dictionary, this.tabled);
    const isSeen = holdsObjects && isPlain(stream);
    if (!isSeen && hidesObjects(this.text.slice(stream.begin, stream.end))) throw new Unreadable();
    if (!holdsObjects) return false;
    const objects = objectsOf(stream, this.bytes, MOST_INFLATED - this.unfolded);
    this.unfolded += objects.length;
    return isActive(objects) || activeAnywhere.test(withoutBeginning(spelledOut(objects))) || somePointElsewhere(objects);
  }
}

const isActive = (text: string): boolean => activeInObjects.test(spelledOut(text));

const mayHoldObjects = (dictionary: PdfDictionary, tabled: boolean): boolean =>
  dictionary.get("/Type") === "/ObjStm" || dictionary.has("/First") || (tabled && dictionary.has("/N"));

const isPlain = ({ dictionary }: PdfStream): boolean => simple(dictionary.get("/Filter")) === null;

function hidesObjects(text: string): boolean {
  const plain = spelledOut(text);
  return namesObjects.test(plain) || objectBegins.test(plain);
}

/** What would change how a stream of objects is read. */
const changing = ["/DecodeParms", "/DP", "/F", "/FFilter", "/FDecodeParms"];

/** The text of a stream of objects, which is plain or packed once and simply. Its data end where they end, wherever the file claims they do. */
function objectsOf(stream: PdfStream, bytes: Buffer, most: number): string {
  const { dictionary, begin, end } = stream;
  if (changing.some((key) => simple(dictionary.get(key)) !== null)) throw new Unreadable();
  if (isPlain(stream)) return bytes.toString("latin1", begin, end);
  if (simple(dictionary.get("/Filter")) !== "/FlateDecode") throw new Unreadable();
  return inflated(bytes.subarray(begin), most);
}

/** A list of one is that one. */
const simple = (value: PdfValue | undefined): PdfValue => (Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : (value ?? null));

function inflated(data: Buffer, most: number): string {
  const isZlib = data.length > 2 && (data.readUInt8(0) & 15) === 8 && data.readUInt16BE(0) % 31 === 0;
  if (!isZlib || most <= 0) throw new Unreadable();
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    throw new Unreadable();
  }
}

function somePointElsewhere(objects: string): boolean {
  const reader = new PdfReader(objects);
  for (const dictionary of reader.values()) if (pointsElsewhere(dictionary)) return true;
  refuseHidden(reader);
  return false;
}

function pointsElsewhere(dictionary: PdfDictionary): boolean {
  for (const held of dictionariesIn(dictionary)) {
    for (const path of paths) {
      const value = held.get(path);
      if (typeof value === "string" && value.startsWith("(") && elsewhere.test(value.slice(1))) return true;
    }
  }
  return false;
}

function refuseHidden({ asides }: PdfReader): void {
  if (asides.some((aside) => namesObjects.test(spelledOut(aside)))) throw new Unreadable();
}
