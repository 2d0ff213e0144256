import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const [WIDTH, HEIGHT] = [420, 300];
const colours = { paper: [252, 248, 236], frame: [176, 40, 40], line: [120, 112, 100] } as const;

/** The scan of a licence of an invented firm: a framed sheet with a seal and lines, other for each code, and no words that could be taken for real ones. */
export function licencePicture(code: string): Buffer {
  const lengths = [...createHash("sha256").update(code).digest().subarray(0, 8)];
  const rows = Array.from({ length: HEIGHT }, (_, y) => Buffer.concat([Buffer.from([0]), ...Array.from({ length: WIDTH }, (__, x) => Buffer.from(colourAt(x, y, lengths)))]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))]);
}

function colourAt(x: number, y: number, lengths: readonly number[]): readonly number[] {
  if (isFrame(x, y) || isSeal(x, y) || isHeading(x, y)) return colours.frame;
  return isLine(x, y, lengths) ? colours.line : colours.paper;
}

function isFrame(x: number, y: number): boolean {
  const edge = Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y);
  return edge >= 12 && edge < 16;
}

function isSeal(x: number, y: number): boolean {
  const away = Math.hypot(x - 330, y - 225);
  return Math.abs(away - 38) < 2 || away < 8;
}

const isHeading = (x: number, y: number): boolean => y >= 44 && y < 58 && Math.abs(x - WIDTH / 2) < 70;

function isLine(x: number, y: number, lengths: readonly number[]): boolean {
  const length = lengths[Math.floor((y - 90) / 22)];
  return length !== undefined && (y - 90) % 22 < 6 && x >= 48 && x < 110 + length * 0.6;
}

/** One part of a PNG: its length, name, bytes and check sum. */
function chunk(name: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
