/** Reads a QR code from its modules after ISO/IEC 18004, knowing nothing of the library that drew it. Versions 1 to 6 at level M, undamaged. */

type Modules = readonly (readonly boolean[])[];

/** Blocks and data codewords of each, by version, at level M. */
const blocksOf = [[1, 16], [1, 28], [1, 44], [2, 32], [2, 43], [4, 27]] as const;
const levelM = 0;
const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The text a QR code carries. Throws when it is none this reader knows. */
export function readQrCode(modules: Modules): string {
  const blocks = blocksOf[(modules.length - 17) / 4 - 1];
  const { level, mask } = formatOf(modules);
  if (blocks === undefined || level !== levelM) throw new Error(`A QR code of ${modules.length} modules at level ${level} is not read here.`);
  const [count, length] = blocks;
  const codewords = codewordsOf(modules, masks[mask] ?? (() => false));
  const data = Array.from({ length: count }, (_, block) => Array.from({ length }, (__, place) => codewords[place * count + block] ?? 0)).flat();
  return textIn(data.map((word) => word.toString(2).padStart(8, "0")).join(""));
}

/** The fifteen bits beside the upper left finder, their mask taken off. */
function formatOf(modules: Modules): { level: number; mask: number } {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column]).concat([7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8]));
  const bits = places.reduce((number, [row = 0, column = 0]) => number * 2 + Number(modules[row]?.[column] ?? false), 0) ^ 0x5412;
  return { level: bits >> 13, mask: (bits >> 10) & 7 };
}

/** Bytes in the order in which they are laid: up and down in columns of two, from the right, around what is no data. */
function codewordsOf(modules: Modules, mask: (row: number, column: number) => boolean): number[] {
  const size = modules.length;
  const rights = Array.from({ length: (size - 1) / 2 }, (_, index) => size - 1 - 2 * index).map((right) => (right <= 6 ? right - 1 : right));
  const places = rights.flatMap((right, index) =>
    Array.from({ length: size }, (_, step) => (index % 2 === 0 ? size - 1 - step : step)).flatMap((row) => [[row, right], [row, right - 1]] as const));
  const bits = places.filter(([row, column]) => !isFixed(size, row, column)).map(([row, column]) => Number((modules[row]?.[column] ?? false) !== mask(row, column)));
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, word) => Number.parseInt(bits.slice(word * 8, word * 8 + 8).join(""), 2));
}

/** Finders with their format bits, timing, and the one alignment pattern of versions 2 to 6. */
function isFixed(size: number, row: number, column: number): boolean {
  const finder = (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9);
  const aligned = size > 21 && Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2;
  return finder || aligned || row === 6 || column === 6;
}

/** Segments of digits, of capitals and of bytes, until the end mark. */
function textIn(bits: string): string {
  let [place, text] = [0, ""];
  const take = (length: number) => Number.parseInt(bits.slice(place, (place += length)), 2);
  const segments: Record<number, () => void> = {
    1: () => { for (let left = take(10); left > 0; left -= 3) text += String(take([0, 4, 7, 10][Math.min(left, 3)] ?? 10)).padStart(Math.min(left, 3), "0"); },
    2: () => {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left === 1 ? 6 : 11);
        text += left === 1 ? letters.charAt(pair) : letters.charAt(Math.floor(pair / 45)) + letters.charAt(pair % 45);
      }
    },
    4: () => { text += Buffer.from(Array.from({ length: take(8) }, () => take(8))).toString("utf8"); },
  };
  for (let mode = take(4); mode > 0; mode = take(4)) {
    const segment = segments[mode];
    if (segment === undefined) throw new Error(`A segment of mode ${mode} is not read here.`);
    segment();
  }
  return text;
}
