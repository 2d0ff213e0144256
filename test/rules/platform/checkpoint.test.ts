import { createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  checkpointFile, newNoteKey, noteSigner, openCheckpoint, openCheckpointFile, openNote, readCheckpoint, readVerifierLine, signCheckpoint, verifierLine, verifierOf,
} from "../../../server/platform/checkpoint.ts";
import { leafHash } from "../../../server/platform/merkle.ts";

const signer = noteSigner("guild.example/journal", newNoteKey());
const verifier = verifierOf(signer);
const stranger = verifierOf(noteSigner("guild.example/journal", newNoteKey()));
const checkpoint = { origin: "guild.example/journal", size: 12, root: leafHash(Buffer.from("root")) };
const leaves = Array.from({ length: 12 }, (_, index) => leafHash(Buffer.from(String(index))));

describe("a signed note", () => {
  test("made elsewhere is opened: the example of Go's note package", () => {
    const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
    const key = readVerifierLine("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    expect(key && openNote(`${text}\n\u2014 PeterNeumann ${signature}\n`, key)).toBe(text);
    expect(key && openNote(`${text}!\n\n\u2014 PeterNeumann ${signature}\n`, key)).toBeNull();
    expect(readVerifierLine("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")?.name).toBe("sum.golang.org");
  });

  test("has the form of the specification, byte for byte", () => {
    const [origin, size, root, blank, signature, end] = signCheckpoint(checkpoint, signer).split("\n");
    expect([origin, size, root, blank, end]).toEqual(["guild.example/journal", "12", checkpoint.root.toString("base64"), "", ""]);
    expect(signature).toMatch(/^\u2014 guild\.example\/journal [A-Za-z0-9+/]{91}=$/);
  });

  test("is opened by the key that signed it and by no other", () => {
    const note = signCheckpoint(checkpoint, signer);
    expect(openCheckpoint(note, verifier)).toEqual(checkpoint);
    expect(openCheckpoint(note, stranger)).toBeNull();
    expect(openCheckpoint(note, { ...verifier, name: "other.example" })).toBeNull();
    expect(openCheckpoint(note.replace("\n12\n", "\n13\n"), verifier)).toBeNull();
    expect(readCheckpoint("12\n")).toBeNull();
  });

  test("names its key in one line that reads back", () => {
    const read = readVerifierLine(verifierLine(verifier));
    expect(read?.publicKey.equals(createPublicKey(signer.privateKey))).toBe(true);
    expect(readVerifierLine(verifierLine(verifier).replace("guild", "gui1d"))).toBeNull();
    expect(readVerifierLine("nonsense")).toBeNull();
  });
});

describe("a checkpoint file", () => {
  const file = checkpointFile("guild.example/journal", leaves, signer);
  const opened = (changes: object, by = verifier) => openCheckpointFile(JSON.stringify({ ...file, ...changes }), by);

  test("gives back its leaves", () => {
    expect(opened({})).toMatchObject({ checkpoint: { size: 12 }, leaves });
  });

  test.each([
    ["another size", { size: 11 }],
    ["another origin", { origin: "x" }],
    ["a missing leaf", { leaves: Buffer.concat(leaves.slice(1)).toString("base64") }],
    ["a changed leaf", { leaves: Buffer.concat([leafHash(Buffer.from("x")), ...leaves.slice(1)]).toString("base64") }],
    ["no note", { note: undefined }],
    ["an unsigned note", { note: file.note.split("\n\n")[0] + "\n\n" }],
  ])("with %s is refused with a reason", (_, changes) => {
    expect(opened(changes)).toHaveProperty("problem");
  });

  test("of a stranger, or not a file at all, is refused", () => {
    expect(opened({}, stranger)).toHaveProperty("problem");
    expect(openCheckpointFile("PK\u0003", verifier)).toEqual({ problem: "This is not a checkpoint file." });
    expect(openCheckpointFile("null", verifier)).toHaveProperty("problem");
  });
});
