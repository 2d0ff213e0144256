import { createHash, type KeyObject } from "node:crypto";
import { signCms, verifyCms, type CertificateChain } from "./cms.ts";

/**
 * The place of a signature in a PDF. A drawn paper holds an empty place of fixed size, so that its bytes depend on its
 * facts alone; signing fills the place and moves nothing. The signature covers every byte but the place itself.
 */

/** Bytes of CMS the place has room for: a signature of 4096 bits with a chain of three certificates. */
const room = 6144;
const emptyRange = "/ByteRange [0 /********** /********** /**********]";
const emptyTime = "(D:00000000000000Z)";

/** Values for the signature dictionary in pdfkit's own terms: plain strings become names, String objects texts, bytes hexadecimal. */
export const signaturePlace = (statement: string) => ({
  Type: "Sig",
  Filter: "Adobe.PPKLite",
  SubFilter: "ETSI.CAdES.detached",
  ByteRange: [0, "**********", "**********", "**********"],
  Contents: new Uint8Array(room),
  M: new String(emptyTime.slice(1, -1)),
  Reason: new String(statement),
});

/** Fills the signature's place in a drawn paper. Throws when the paper has none, or two. */
export async function signPdf(paper: Buffer, chain: CertificateChain, privateKey: KeyObject, at: Date): Promise<Buffer> {
  const signed = Buffer.from(paper);
  const from = placeOf(paper, `/Contents <${"00".repeat(room)}>`) + "/Contents ".length;
  const to = from + 2 * room + 2;
  const range = `/ByteRange [0 ${from} ${to} ${paper.length - to}`;
  signed.write(`${range.padEnd(emptyRange.length - 1)}]`, placeOf(paper, emptyRange), "latin1");
  signed.write(pdfTime(at), placeOf(paper, emptyTime), "latin1");
  const cms = await signCms(digestAround(signed, from, to), chain, privateKey);
  if (cms.length > room) throw new Error(`The signature needs ${cms.length} bytes, its place has ${room}: the certificate chain is too long.`);
  signed.write(cms.toString("hex"), from + 1, "latin1");
  return signed;
}

/** The signature of a paper as its bytes claim it, not yet verified. */
export interface PdfSignature {
  cms: Buffer;
  /** SHA-256 of every byte around the signature. */
  digest: Buffer;
  signedAt: Date;
  statement: string;
}

export type SignatureFlaw = "BYTES_APPENDED" | "BYTES_MISSING" | "SIGNATURE_DAMAGED";

/** Finds the first signature in a PDF, or says why it does not cover the whole file. */
export function readPdfSignature(pdf: Buffer): PdfSignature | { flaw: SignatureFlaw } {
  const text = pdf.toString("latin1");
  const range = /\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]/.exec(text);
  if (range === null) return { flaw: "SIGNATURE_DAMAGED" };
  const [from, to, rest] = range.slice(1).map(Number) as [number, number, number];
  if (to + rest < pdf.length) return { flaw: "BYTES_APPENDED" };
  if (to + rest > pdf.length || from >= to) return { flaw: "BYTES_MISSING" };
  const cms = cmsIn(text.slice(from, to));
  const signedAt = dateIn(text);
  const statement = /\/Reason \(([^()\\]{1,200})\)/.exec(text)?.[1];
  if (cms === null || signedAt === null || statement === undefined) return { flaw: "SIGNATURE_DAMAGED" };
  return { cms, digest: digestAround(pdf, from, to), signedAt, statement };
}

/** The chain among the trusted whose key made this signature over exactly these bytes. */
export function signerOf({ cms, digest, signedAt }: PdfSignature, trusted: readonly CertificateChain[]): CertificateChain | null {
  const inForce = ([signer]: CertificateChain) => new Date(signer.validFrom) <= signedAt && signedAt <= new Date(signer.validTo);
  return trusted.find((chain) => inForce(chain) && verifyCms(cms, digest, chain)) ?? null;
}

/** Whether the file bears this signer's certificate, whole or with one half damaged: then it claims to be ours. */
export function bearsCertificate(pdf: Buffer, [signer]: CertificateChain): boolean {
  const hex = signer.raw.toString("hex");
  const half = Math.floor(hex.length / 2);
  return pdf.includes(hex.slice(0, half), 0, "latin1") || pdf.includes(hex.slice(half), 0, "latin1");
}

/** The CMS in `<…>`; null unless it is written just as `signPdf` writes it, with nothing but zeros after it. */
function cmsIn(contents: string): Buffer | null {
  const hex = /^<(308[12][0-9a-f]+)>$/.exec(contents)?.[1];
  if (hex === undefined || hex.length !== 2 * room) return null;
  const bytes = Buffer.from(hex, "hex");
  const length = bytes[1] === 0x82 ? 4 + bytes.readUInt16BE(2) : 3 + bytes.readUInt8(2);
  return bytes.subarray(length).every((byte) => byte === 0) ? bytes.subarray(0, length) : null;
}

function dateIn(text: string): Date | null {
  const parts = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1);
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

const pdfTime = (at: Date): string => `(D:${at.toISOString().slice(0, 19).replace(/[-T:]/g, "")}Z)`;

const digestAround = (pdf: Buffer, from: number, to: number): Buffer =>
  createHash("sha256").update(pdf.subarray(0, from)).update(pdf.subarray(to)).digest();

function placeOf(paper: Buffer, empty: string): number {
  const place = paper.indexOf(empty, 0, "latin1");
  if (place < 0 || paper.indexOf(empty, place + 1, "latin1") >= 0) throw new Error("The paper has no place for one signature.");
  return place;
}
