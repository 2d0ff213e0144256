const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const most = { entries: 2000, bytes: 300 * 1024 * 1024, ratio: 300 };
/** Macros, controls and programs that an office document can carry. */
const active = /(^|\/)(vbaProject[^/]*\.bin|activeX\/.*|oleObject[^/]*\.bin)$|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|scr)$/i;

/** Whether an archive carries programs, unfolds to more than anybody needs, or has no readable list of what is in it. */
export function isUnsafeZip(bytes: Buffer): boolean {
  const end = endOf(bytes);
  if (end === null || bytes.readUInt16LE(end + 10) > most.entries) return true;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let unfolded = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return true;
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    unfolded += bytes.readUInt32LE(at + 24);
    if (active.test(bytes.toString("latin1", at + 46, at + 46 + nameLength))) return true;
    at += 46 + nameLength + extra + comment;
  }
  return unfolded > most.bytes || unfolded > bytes.length * most.ratio;
}

/** Where the archive's closing record begins; it may be followed by a comment of at most 64 KB. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - 65_535); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return null;
}
