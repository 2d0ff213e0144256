/** A value of a PDF: a name with its slash, a string with its opening parenthesis, a number, a list, a dictionary, nothing; or one that is not said here. */
export type PdfValue = string | number | null | PdfValue[] | PdfDictionary | typeof unsaid;
/** A reference to another object, or a word. */
const unsaid = Symbol("unsaid");
export type PdfDictionary = Map<string, PdfValue>;

export interface PdfStream {
  dictionary: PdfDictionary;
  /** Where its bytes begin and end in the file. */
  begin: number;
  end: number;
}

/** The file is not written as the format says: what one reader makes of it, another may not. */
export class Unreadable extends Error {}

const space = /[\0\t\n\f\r ]+/y;
const comment = /%[^\r\n]*/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const hexString = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const stringPart = /[^\\()]+|\\[^]|[()]/y;
const streamBegins = /[ \t]*(\r\n|\n|\r)?/y;
const streamEnds = /[\0\t\n\f\r ]{0,16}endstream/y;

const numeric = /^[-+.\d][-+.\deE]*$/;
/** Words between the objects of a file. Whatever else stands there is not a PDF, or not only one. */
const between: ReadonlySet<string> = new Set(["obj", "endobj", "xref", "f", "n", "trailer", "startxref", "true", "false", "null", "R"]);
const within: ReadonlySet<string> = new Set(["true", "false", "null"]);
/** Keys that say how a stream is written: were one there twice, readers would differ on which holds. */
const decisive: ReadonlySet<string> = new Set(["/Type", "/Filter", "/DecodeParms", "/Length", "/First", "/N"]);
const DEEPEST = 100;

/** A name may be written with hexadecimal escapes: `/J#61vaScript`. */
export const spelledOut = (text: string): string => text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Reads a PDF from its first byte to its last, skipping nothing. Throws where it is not written as the format says. */
export class PdfReader {
  /** What no dictionary holds: remarks and strings, as they are written. */
  readonly asides: string[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  /** The streams of a whole file, and the dictionaries that are none. */
  *objects(): Generator<PdfStream | PdfDictionary> {
    for (let value = this.next(between); value !== undefined; value = this.next(between)) {
      if (!(value instanceof Map)) continue;
      this.skip();
      yield this.startsStream() ? this.stream(value) : value;
    }
  }

  /** The dictionaries among bare values, one after the other, as a stream of objects holds them. */
  *values(): Generator<PdfDictionary> {
    for (let value = this.next(within); value !== undefined; value = this.next(within)) yield* dictionariesIn(value);
  }

  private startsStream(): boolean {
    word.lastIndex = this.at;
    return this.text.startsWith("stream", this.at) && word.exec(this.text)?.[0] === "stream";
  }

  /** Its length is believed only where its end really stands. */
  private stream(dictionary: PdfDictionary): PdfStream {
    this.at += "stream".length;
    this.take(streamBegins);
    const begin = this.at;
    const length = dictionary.get("/Length");
    if (typeof length === "number" && Number.isSafeInteger(length) && length >= 0) {
      this.at = begin + length;
      if (this.take(streamEnds) !== null) return { dictionary, begin, end: begin + length };
    }
    const end = this.text.indexOf("endstream", begin);
    if (end < 0) throw new Unreadable();
    this.at = end + "endstream".length;
    return { dictionary, begin, end };
  }

  /** The next value; undefined at the end. */
  private next(words: ReadonlySet<string>, depth = 0): PdfValue | undefined {
    this.skip();
    const mark = this.text[this.at];
    if (mark === undefined) return undefined;
    if (mark === "/") return spelledOut(this.expect(name));
    if (mark === "(") return this.string();
    if (mark === "[") return this.list(depth + 1);
    if (mark === "<") return this.text[this.at + 1] === "<" ? this.dictionary(depth + 1) : this.hexString();
    return wordValue(this.expect(word), words);
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const values = this.upTo(">>", depth);
    const pairs: PdfDictionary = new Map();
    for (let at = 0; at < values.length; at += 2) {
      const key = values[at];
      const value = values[at + 1];
      if (typeof key !== "string" || !key.startsWith("/") || value === undefined || (decisive.has(key) && pairs.has(key))) throw new Unreadable();
      pairs.set(key, value);
    }
    return pairs;
  }

  private list(depth: number): PdfValue[] {
    this.at += 1;
    return this.upTo("]", depth);
  }

  private upTo(closing: string, depth: number): PdfValue[] {
    if (depth > DEEPEST) throw new Unreadable();
    const values: PdfValue[] = [];
    for (this.skip(); !this.text.startsWith(closing, this.at); this.skip()) {
      if (this.isReference(values)) continue;
      const value = this.next(within, depth);
      if (value === undefined) throw new Unreadable();
      values.push(value);
    }
    this.at += closing.length;
    return values;
  }

  /** `12 0 R`: one value, of which the two numbers are read already. */
  private isReference(values: PdfValue[]): boolean {
    word.lastIndex = this.at;
    if (this.text[this.at] !== "R" || word.exec(this.text)?.[0] !== "R") return false;
    if (typeof values.pop() !== "number" || typeof values.pop() !== "number") throw new Unreadable();
    this.at += 1;
    values.push(unsaid);
    return true;
  }

  private string(): string {
    const begin = this.at;
    for (let open = 0; ; ) {
      const part = this.expect(stringPart);
      if (part === "(") open += 1;
      if (part === ")") open -= 1;
      if (open === 0) break;
    }
    const written = this.text.slice(begin, this.at);
    this.asides.push(written);
    return `(${plainString(written.slice(1, -1))}`;
  }

  private hexString(): string {
    const digits = this.expect(hexString).replace(/[^0-9A-Fa-f]/g, "");
    return `(${withoutWidth(Buffer.from(digits.padEnd(digits.length + (digits.length % 2), "0"), "hex").toString("latin1"))}`;
  }

  private skip(): void {
    for (;;) {
      const remark = this.take(comment);
      if (remark !== null) this.asides.push(remark);
      else if (this.take(space) === null) return;
    }
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private expect(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === null) throw new Unreadable();
    return found;
  }
}

/** Every dictionary in a value, at whatever depth. */
export function* dictionariesIn(value: PdfValue): Generator<PdfDictionary> {
  if (value instanceof Map) {
    yield value;
    for (const held of value.values()) yield* dictionariesIn(held);
  } else if (Array.isArray(value)) {
    for (const held of value) yield* dictionariesIn(held);
  }
}

function wordValue(text: string, words: ReadonlySet<string>): PdfValue {
  if (numeric.test(text)) return Number(text);
  if (!words.has(text)) throw new Unreadable();
  return text === "null" ? null : unsaid;
}

/** What a string says once its escapes are read; letters of two bytes lose the first, which is enough to see a path. */
const plainString = (written: string): string =>
  withoutWidth(written.replace(/\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([^]))/g, (_, octal?: string, _end?: string, mark?: string) => (octal === undefined ? (mark ?? "") : String.fromCharCode(Number.parseInt(octal, 8) & 255))));

const withoutWidth = (text: string): string => text.replace(/^(\xFE\xFF|\xEF\xBB\xBF)/, "").replace(/\0/g, "");
