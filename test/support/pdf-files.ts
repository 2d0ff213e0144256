import { deflateSync } from "node:zlib";

interface Written {
  /** The objects kept in one stream; the first is the catalogue. */
  objects?: readonly string[];
  /** How the stream of objects says it is packed, and how it is. */
  says?: string;
  pack?: (plain: Buffer) => Buffer;
  /** What stands before the stream of objects. */
  before?: string;
  /** Whether the stream says what it is. */
  type?: string;
}

export const script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
const page = ["<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"];
/** A page whose catalogue does something when it is opened. */
export const acting = (action = script): readonly string[] => ["<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>", ...page, action];
export const harmless: readonly string[] = ["<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", ...page, "<</Type/Outlines/First 3 0 R/Last 3 0 R/Count 1/Title(The first / last)>>"];

/** As Word and LibreOffice write: objects in a packed stream, and a packed table of where they are, its rows told by their difference. */
export function modernPdf({ objects = harmless, says = "/Filter/FlateDecode", pack = (plain) => deflateSync(plain), before = "", type = "/Type/ObjStm" }: Written = {}): Buffer {
  const places = objects.map((_, at) => objects.slice(0, at).reduce((sum, object) => sum + object.length + 1, 0));
  const head = places.map((place, at) => `${at + 1} ${place} `).join("");
  const packed = pack(Buffer.from(`${head}${objects.map((object) => `${object}\n`).join("")}`, "latin1"));
  const start = Buffer.from(`%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n${before}`, "latin1");
  const held = Buffer.concat([Buffer.from(`9 0 obj\n<<${type}/N ${objects.length}/First ${head.length}/Length ${packed.length}${says}>>\nstream\n`), packed, Buffer.from("\nendstream\nendobj\n")]);
  const rows = [[0, 0, 0], ...objects.map((_, at) => [2, 9, at])];
  const differences = rows.map((row, at) => Buffer.from([2, ...row.map((value, column) => (value - (rows[at - 1]?.[column] ?? 0)) & 255)]));
  const table = deflateSync(Buffer.concat(differences));
  const says2 = `/Filter/FlateDecode/DecodeParms<</Columns 3/Predictor 12>>/W[1 1 1]/Size ${rows.length}/Root 1 0 R/Length ${table.length}`;
  const last = Buffer.concat([Buffer.from(`10 0 obj\n<</Type/XRef${says2}>>\nstream\n`), table, Buffer.from(`\nendstream\nendobj\nstartxref\n${start.length + held.length}\n%%EOF\n`)]);
  return Buffer.concat([start, held, last]);
}

/** Each byte as a row of its own, as a picture is packed. */
export const predicted = (plain: Buffer): Buffer => deflateSync(Buffer.from([...plain].flatMap((byte) => [0, byte])));

/** An old PDF whose objects all lie open. */
export const openPdf = (...objects: readonly string[]): Buffer =>
  Buffer.from(`%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join("")}trailer<</Root 1 0 R>>\n%%EOF\n`, "latin1");
