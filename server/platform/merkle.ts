import { hash } from "node:crypto";

/** Merkle trees as RFC 6962 section 2 (and RFC 9162 section 2.1) define them, over SHA-256. */

export const hashLength = 32;

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);
const sha256 = (bytes: Buffer): Buffer => hash("sha256", bytes, "buffer");

export const leafHash = (data: Buffer): Buffer => sha256(Buffer.concat([leafPrefix, data]));
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.concat([nodePrefix, left, right]));

/** The root of a tree without leaves. */
export const emptyRoot: Buffer = sha256(Buffer.alloc(0));

/** A tree of which only the roots of its complete subtrees are remembered, largest first: enough to append and to give the root. */
export interface CompactRange {
  readonly size: number;
  readonly peaks: readonly Buffer[];
}

export const emptyRange: CompactRange = { size: 0, peaks: [] };

/** The range with one leaf more; as many peaks merge as the old size ends in binary ones. */
export function append(range: CompactRange, leaf: Buffer): CompactRange {
  const peaks = [...range.peaks];
  let merged = leaf;
  for (let size = range.size; size % 2 === 1; size = Math.floor(size / 2)) merged = nodeHash(peaks.pop() as Buffer, merged);
  return { size: range.size + 1, peaks: [...peaks, merged] };
}

export function rootOf(range: CompactRange): Buffer {
  if (range.peaks.length === 0) return emptyRoot;
  return range.peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The peaks one after another, 32 bytes each, for storage beside the size. */
export const peaksToBytes = (range: CompactRange): Buffer => Buffer.concat(range.peaks);

/** The range that `peaksToBytes` stored. Throws RangeError when the bytes cannot belong to a tree of that size. */
export function rangeFromBytes(size: number, bytes: Buffer): CompactRange {
  if (bytes.length !== hashLength * binaryOnes(size)) throw new RangeError(`a tree of ${size} leaves does not have ${bytes.length} bytes of peaks`);
  return { size, peaks: hashesIn(bytes) };
}

/** Cuts concatenated hashes apart; a last piece that is too short is dropped. */
export function hashesIn(bytes: Buffer): Buffer[] {
  const count = Math.floor(bytes.length / hashLength);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * hashLength, (index + 1) * hashLength));
}

/** A whole tree in memory, with every complete subtree's hash, so that a proof costs a few dozen hashes at any size. */
export class MerkleTree {
  /** `levels[h]` holds the roots of the complete subtrees of 2^h leaves, from the left. */
  private readonly levels: Buffer[][] = [[]];

  constructor(leaves: Iterable<Buffer> = []) {
    for (const leaf of leaves) this.append(leaf);
  }

  get size(): number {
    return this.level(0).length;
  }

  append(leaf: Buffer): void {
    let node = leaf;
    for (let height = 0; ; height += 1) {
      const level = this.level(height);
      level.push(node);
      if (level.length % 2 === 1) return;
      node = nodeHash(level.at(-2) as Buffer, node);
    }
  }

  /** The root the tree had when it held `size` leaves. */
  rootAt(size: number = this.size): Buffer {
    this.assertSize(size);
    return size === 0 ? emptyRoot : this.hashOf(0, size);
  }

  /** PATH of RFC 6962 2.1.1: the hashes that lead from leaf `index` to the root of the first `size` leaves. */
  inclusionProof(index: number, size: number = this.size): Buffer[] {
    this.assertSize(size);
    if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
    return this.path(index, 0, size);
  }

  /** PROOF of RFC 6962 2.1.2: that the tree of `size` leaves begins with the tree of `earlier` leaves. */
  consistencyProof(earlier: number, size: number = this.size): Buffer[] {
    this.assertSize(size);
    if (earlier < 0 || earlier > size) throw new RangeError(`a tree of ${size} has no earlier size ${earlier}`);
    return earlier === 0 || earlier === size ? [] : this.subproof(earlier, 0, size, true);
  }

  private path(index: number, from: number, to: number): Buffer[] {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...this.path(index, from, middle), this.hashOf(middle, to)]
      : [...this.path(index, middle, to), this.hashOf(from, middle)];
  }

  private subproof(earlier: number, from: number, to: number, known: boolean): Buffer[] {
    if (earlier === to) return known ? [] : [this.hashOf(from, to)];
    const middle = from + splitOf(to - from);
    return earlier <= middle
      ? [...this.subproof(earlier, from, middle, known), this.hashOf(middle, to)]
      : [...this.subproof(earlier, middle, to, false), this.hashOf(from, middle)];
  }

  /** `from` is always a multiple of the power of two that holds the span, so a complete subtree is looked up. */
  private hashOf(from: number, to: number): Buffer {
    const height = Math.log2(to - from);
    if (Number.isInteger(height)) return this.level(height)[from / (to - from)] as Buffer;
    const middle = from + splitOf(to - from);
    return nodeHash(this.hashOf(from, middle), this.hashOf(middle, to));
  }

  private level(height: number): Buffer[] {
    return (this.levels[height] ??= []);
  }

  private assertSize(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size) throw new RangeError(`the tree has ${this.size} leaves, not ${size}`);
  }
}

/** RFC 9162 2.1.3.2: whether `proof` leads from the leaf at `index` to the root of a tree of `size`. */
export function provesInclusion(leaf: Buffer, index: number, size: number, proof: readonly Buffer[], root: Buffer): boolean {
  if (index < 0 || index >= size) return false;
  let node = leaf;
  const reached = climb(index, size - 1, proof, {
    left: (sibling) => { node = nodeHash(sibling, node); },
    right: (sibling) => { node = nodeHash(node, sibling); },
  });
  return reached && node.equals(root);
}

/** RFC 9162 2.1.4.2: whether `proof` shows that the tree with `root` only appended to the one with `earlierRoot`. */
export function provesConsistency(earlier: number, size: number, proof: readonly Buffer[], earlierRoot: Buffer, root: Buffer): boolean {
  if (earlier <= 0 || earlier >= size) return needsNoProof(earlier, size, earlierRoot, root) && proof.length === 0;
  const [first, ...rest] = Number.isInteger(Math.log2(earlier)) ? [earlierRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [place, last] = [earlier - 1, size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [before, after] = [first, first];
  const reached = climb(place, last, rest, {
    left: (sibling) => { [before, after] = [nodeHash(sibling, before), nodeHash(sibling, after)]; },
    right: (sibling) => { after = nodeHash(after, sibling); },
  });
  return reached && before.equals(earlierRoot) && after.equals(root);
}

/** An empty tree begins every tree, and each tree begins itself. */
const needsNoProof = (earlier: number, size: number, earlierRoot: Buffer, root: Buffer): boolean =>
  (earlier === size && earlierRoot.equals(root)) || (earlier === 0 && earlierRoot.equals(emptyRoot));

interface Siblings {
  left: (sibling: Buffer) => void;
  right: (sibling: Buffer) => void;
}

/** Goes from a node to the root, sibling by sibling, and says on which side each stands; true when the last sibling leads to the root. */
function climb(from: number, lastOfLevel: number, siblings: readonly Buffer[], { left, right }: Siblings): boolean {
  let [place, last] = [from, lastOfLevel];
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (place % 2 === 0 && place !== last) right(sibling);
    else {
      left(sibling);
      [place, last] = untilOdd(place, last);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0;
}

/** Climbs past levels on which a last, lonely node has no sibling. */
function untilOdd(place: number, last: number): [number, number] {
  let climbing: [number, number] = [place, last];
  while (climbing[0] % 2 === 0 && climbing[0] !== 0) climbing = [half(climbing[0]), half(climbing[1])];
  return climbing;
}

/** The largest power of two below `size`. */
const splitOf = (size: number): number => 2 ** (Math.ceil(Math.log2(size)) - 1);
const half = (value: number): number => Math.floor(value / 2);
const binaryOnes = (value: number): number => [...value.toString(2)].filter((digit) => digit === "1").length;
