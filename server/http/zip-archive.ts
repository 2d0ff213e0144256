import { once } from "node:events";
import { createInflateRaw } from "node:zlib";

/** A file in an archive, as both of its headers describe it. */
export interface ZipEntry {
  name: string;
  /** How long it says it is when unfolded. */
  size: number;
  isPacked: boolean;
  packed: Buffer;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** After a file whose sizes were not known before it was packed, they may follow it. */
const DESCRIPTOR = 24;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;

/**
 * What an archive holds; null when its list cannot be read, when a file's own header says something else than the list, or
 * when bytes lie between the files: then one program unpacks this and another one that.
 */
export function entriesOf(bytes: Buffer, most: number): ZipEntry[] | null {
  const end = endOf(bytes);
  const listed = end === null ? null : listOf(bytes, end, most);
  if (listed === null) return null;
  const entries: ZipEntry[] = [];
  let expected = 0;
  for (const one of listed.toSorted((former, latter) => former.local - latter.local)) {
    const found = one.local >= expected && one.local <= expected + (expected && DESCRIPTOR) ? entryOf(bytes, one) : null;
    if (found === null) return null;
    entries.push(found.entry);
    expected = found.end;
  }
  const isWhole = end !== null && bytes.readUInt32LE(end + 16) - expected <= DESCRIPTOR;
  return isWhole ? entries : null;
}

/** The list at the archive's end; null when it does not fill the place it says it has. */
function listOf(bytes: Buffer, end: number, most: number): Listed[] | null {
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) return null;
  const list: Listed[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (list.length < count) {
    const listed = listedAt(bytes, at);
    if (listed === null || listed.local >= bytes.readUInt32LE(end + 16)) return null;
    list.push(listed);
    at = listed.end;
  }
  return at === end ? list : null;
}

/** Where the closing record begins. Only its own comment may follow it. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - 65_535); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length ? at : null;
  }
  return null;
}

interface Listed {
  name: Buffer;
  flags: number;
  method: number;
  packedSize: number;
  size: number;
  /** Where its own header begins. */
  local: number;
  end: number;
}

function listedAt(bytes: Buffer, at: number): Listed | null {
  if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
  const begin = at + ENTRY_LENGTH;
  const end = begin + bytes.readUInt16LE(at + 28);
  return {
    name: bytes.subarray(begin, end), flags: bytes.readUInt16LE(at + 8), method: bytes.readUInt16LE(at + 10),
    packedSize: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), local: bytes.readUInt32LE(at + 42),
    end: end + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
}

function entryOf(bytes: Buffer, listed: Listed): { entry: ZipEntry; end: number } | null {
  const { name, flags, method, packedSize, size, local } = listed;
  if (local + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(local) !== LOCAL || !saysTheSame(bytes, listed)) return null;
  const begin = local + LOCAL_LENGTH + name.length + bytes.readUInt16LE(local + 28);
  const end = begin + packedSize;
  if (end > bytes.length || (flags & ENCRYPTED) !== 0 || (method !== 0 && method !== 8)) return null;
  return { entry: { name: name.toString("utf8"), size, isPacked: method === 8, packed: bytes.subarray(begin, end) }, end };
}

/** Whether a file's own header says what the list says of it. */
function saysTheSame(bytes: Buffer, { name, flags, method, packedSize, size, local }: Listed): boolean {
  const named = local + LOCAL_LENGTH;
  return bytes.readUInt16LE(local + 6) === flags
    && bytes.readUInt16LE(local + 8) === method
    && agrees(bytes.readUInt32LE(local + 18), packedSize, flags)
    && agrees(bytes.readUInt32LE(local + 22), size, flags)
    && bytes.subarray(named, named + bytes.readUInt16LE(local + 26)).equals(name);
}

const agrees = (own: number, listed: number, flags: number): boolean => own === listed || ((flags & SIZES_FOLLOW) !== 0 && own === 0);

/**
 * Unfolds a file as far as it says it goes; null when it goes on, ends before, or cannot be unfolded. Its bytes are only kept
 * where they are wanted, so that a large one takes no room.
 */
export async function unfolded({ size, isPacked, packed }: ZipEntry, isWanted: boolean): Promise<Buffer | null> {
  if (!isPacked) return packed.length === size ? packed : null;
  const inflate = createInflateRaw();
  const kept: Buffer[] = [];
  let length = 0;
  inflate.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (isWanted) kept.push(chunk);
    if (length > size) inflate.destroy();
  });
  const over = Promise.race([once(inflate, "end"), once(inflate, "close")]).then(() => length === size, () => false);
  inflate.end(packed);
  return (await over) ? Buffer.concat(kept) : null;
}
