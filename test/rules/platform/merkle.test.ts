import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  append, emptyRange, emptyRoot, leafHash, MerkleTree, nodeHash, peaksToBytes, provesConsistency, provesInclusion, rangeFromBytes, rootOf,
} from "../../../server/platform/merkle.ts";

/** The reference tree of the certificate-transparency project: eight inputs and the root after each. */
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString("hex"));
const reference = new MerkleTree(inputs.map((input) => leafHash(Buffer.from(input, "hex"))));

/** The definition of RFC 6962 2.1, written down without any cleverness. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0] as Buffer;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}
const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

describe("the reference tree", () => {
  test("an empty tree has the digest of nothing as its root", () => {
    expect(emptyRoot.toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("gives the published root after each leaf, as a tree and as a compact range", () => {
    let range = emptyRange;
    inputs.forEach((input, index) => {
      range = append(range, leafHash(Buffer.from(input, "hex")));
      expect(rootOf(range).toString("hex")).toBe(roots[index]);
      expect(reference.rootAt(index + 1).toString("hex")).toBe(roots[index]);
    });
  });

  test.each([
    [0, 1, []],
    [0, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]],
    [5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]],
    [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
    [1, 5, ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]],
  ])("gives the published inclusion proof of leaf %i in %i leaves", (index, size, proof) => {
    expect(hex(reference.inclusionProof(index, size))).toEqual(proof);
  });

  test.each([
    [1, 1, []],
    [1, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]],
    [6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]],
    [2, 5, ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]],
  ])("gives the published consistency proof from %i to %i leaves", (earlier, size, proof) => {
    expect(hex(reference.consistencyProof(earlier, size))).toEqual(proof);
  });
});

describe("any tree", () => {
  const sizes = fc.integer({ min: 1, max: 130 });

  test("has the root the definition gives, whichever way it is built", () => {
    fc.assert(fc.property(sizes, (size) => {
      const leaves = leavesOf(size);
      const expected = definedRoot(leaves);
      expect(new MerkleTree(leaves).rootAt()).toEqual(expected);
      expect(rootOf(leaves.reduce(append, emptyRange))).toEqual(expected);
    }));
  });

  test("goes on growing from stored peaks", () => {
    fc.assert(fc.property(sizes, sizes, (first, second) => {
      const leaves = leavesOf(first + second);
      const stored = leaves.slice(0, first).reduce(append, emptyRange);
      const restored = rangeFromBytes(stored.size, peaksToBytes(stored));
      expect(rootOf(leaves.slice(first).reduce(append, restored))).toEqual(definedRoot(leaves));
    }));
    expect(() => rangeFromBytes(3, Buffer.alloc(32))).toThrow(RangeError);
  });

  test("proves each of its leaves, and no other leaf, place, size or root", () => {
    fc.assert(fc.property(sizes, fc.nat(), fc.nat(), (size, at, spoil) => {
      const tree = new MerkleTree(leavesOf(size));
      const index = at % size;
      const [leaf, root, proof] = [leavesOf(size)[index] as Buffer, tree.rootAt(), tree.inclusionProof(index)];
      expect(provesInclusion(leaf, index, size, proof, root)).toBe(true);
      expect(provesInclusion(leafHash(leaf), index, size, proof, root)).toBe(false);
      expect(provesInclusion(leaf, index, size, [...proof, leaf], root)).toBe(false);
      expect(provesInclusion(leaf, size, size, proof, root)).toBe(false);
      expect(provesInclusion(leaf, index, size, proof, emptyRoot)).toBe(false);
      if (size > 1) {
        const other = (index + 1 + (spoil % (size - 1))) % size;
        expect(provesInclusion(leaf, other, size, proof, root)).toBe(false);
        expect(provesInclusion(leaf, index, size, proof.slice(1), root)).toBe(false);
      }
    }));
  });

  test("proves that it begins with each tree it once was, and with no other", () => {
    fc.assert(fc.property(sizes, fc.nat(), (size, at) => {
      const tree = new MerkleTree(leavesOf(size));
      const earlier = at % (size + 1);
      const [before, now, proof] = [tree.rootAt(earlier), tree.rootAt(), tree.consistencyProof(earlier)];
      const forged = new MerkleTree([leafHash(Buffer.from("forged")), ...leavesOf(size).slice(1)]);
      expect(provesConsistency(earlier, size, proof, before, now)).toBe(true);
      expect(provesConsistency(earlier, size, proof, leafHash(before), now)).toBe(false);
      expect(provesConsistency(earlier, size, [...proof, before], before, now)).toBe(false);
      expect(provesConsistency(size + 1, size, proof, before, now)).toBe(false);
      if (earlier > 0) expect(provesConsistency(earlier, size, forged.consistencyProof(earlier), before, forged.rootAt())).toBe(false);
      if (earlier > 0 && earlier < size) expect(provesConsistency(earlier, size, proof.slice(1), before, now)).toBe(false);
    }));
  });

  test("refuses proofs for what it does not hold", () => {
    expect(() => reference.inclusionProof(8)).toThrow(RangeError);
    expect(() => reference.consistencyProof(9)).toThrow(RangeError);
    expect(() => reference.rootAt(9)).toThrow(RangeError);
  });
});
