import { crc32, deflateRawSync, deflateSync } from "node:zlib";

export const onePixelPng = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

export const csv = (text: string) => Buffer.from(text, "utf8");

/** A small PDF of one page; `catalog` adds to its catalogue, `objects` is the body of a compressed stream of objects. */
export function pdfOf(text: string, catalog = "", objects: Buffer | null = null): Buffer {
  const held = objects
    ? Buffer.concat([Buffer.from(`5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${objects.length} >>\nstream\n`), objects, Buffer.from("\nendstream\nendobj\n")])
    : Buffer.alloc(0);
  const content = `BT /F1 12 Tf (${text}) Tj ET`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n`),
    Buffer.from(`3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`),
    held,
    Buffer.from("trailer\n<< /Root 1 0 R >>\n%%EOF\n"),
  ]);
}

/** A page as LibreOffice exports it: packed content, a table of references, and the place where a reader begins. */
export function officePdf(begins = "[1 0 R /XYZ null null 0]"): Buffer {
  const content = deflateSync(Buffer.from("BT /F1 12 Tf 56.8 773.989 Td[<01>-1<02>]TJ ET"));
  const objects = [
    Buffer.from("1 0 obj\n<</Type/Page/Parent 4 0 R/Resources<</ProcSet[/PDF/Text]>>/MediaBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceRGB/I true>>/Contents 2 0 R>>\nendobj\n"),
    Buffer.concat([Buffer.from("2 0 obj\n<</Length 3 0 R/Filter/FlateDecode>>\nstream\n"), content, Buffer.from("\nendstream\nendobj\n")]),
    Buffer.from(`3 0 obj\n${content.length}\nendobj\n`),
    Buffer.from("4 0 obj\n<</Type/Pages/Kids[ 1 0 R ]/Count 1>>\nendobj\n"),
    Buffer.from(`5 0 obj\n<</Type/Catalog/Pages 4 0 R\n/OpenAction${begins}\n/Lang(zh-CN)\n>>\nendobj\n`),
    Buffer.from("6 0 obj\n<</Creator<FEFF00430061006C0063>\n/Producer<FEFF004C0069006200720065004F00660066006900630065>\n/CreationDate(D:20260630101500+08'00')>>\nendobj\n"),
  ];
  const head = Buffer.from("%PDF-1.7\n%\u00c3\u00a4\u00c3\u00bc\n", "latin1");
  const places = objects.map((_, place) => objects.slice(0, place).reduce((at, object) => at + object.length, head.length));
  const body = Buffer.concat([head, ...objects]);
  const table = ["0000000000 65535 f ", ...places.map((at) => `${String(at).padStart(10, "0")} 00000 n `)].join("\n");
  return Buffer.concat([body, Buffer.from(`xref\n0 ${objects.length + 1}\n${table}\ntrailer\n<</Size ${objects.length + 1}/Root 5 0 R/Info 6 0 R>>\nstartxref\n${body.length}\n%%EOF\n`)]);
}

interface Told {
  /** What the list, or the list and the file's own header, say of the size; the truth unless said. */
  listed?: number;
  own?: number;
  /** The name in the file's own header. */
  ownName?: string;
}

/** A zip archive of these files, and what it tells of them. */
export function zipOf(files: readonly (readonly [name: string, bytes: Buffer, told?: Told])[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, bytes, told = {}] of files) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const own = Buffer.from(common);
    own.writeUInt32LE(told.own ?? bytes.length, 18);
    common.writeUInt32LE(told.listed ?? bytes.length, 18);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), own, Buffer.from(told.ownName ?? name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

/** A word processor's document, with more files in it. */
export const docxOf = (...more: (readonly [string, Buffer, Told?])[]): Buffer =>
  zipOf([
    ["[Content_Types].xml", Buffer.from('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')],
    ["word/document.xml", Buffer.from("<w:document/>")],
    ...more,
  ]);
