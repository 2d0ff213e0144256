import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { emptyRange, append, hashesIn, hashLength, rootOf } from "./merkle.ts";

/** What a log says of itself at one moment, as C2SP tlog-checkpoint writes it. */
export interface Checkpoint {
  /** The name of the log, such as `guild.example/journal`. */
  origin: string;
  size: number;
  root: Buffer;
}

/** A checkpoint an outsider may keep: the signed note, and every leaf hash so that a first bad entry can be named. */
export interface CheckpointFile {
  origin: string;
  size: number;
  /** Base64. */
  root: string;
  note: string;
  /** Base64 of the concatenated 32-byte leaf hashes. */
  leaves: string;
}

export interface NoteSigner {
  name: string;
  /** An Ed25519 private key. */
  privateKey: KeyObject;
}

export interface NoteVerifier {
  name: string;
  /** An Ed25519 public key. */
  publicKey: KeyObject;
}

const ed25519 = Buffer.from([1]);
const dash = "\u2014";

/** A new PKCS #8 PEM key with which checkpoints are signed. */
export const newNoteKey = (): string => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

export const noteSigner = (name: string, privateKeyPem: string): NoteSigner => ({ name, privateKey: createPrivateKey(privateKeyPem) });

export const verifierOf = (signer: NoteSigner): NoteVerifier => ({ name: signer.name, publicKey: createPublicKey(signer.privateKey) });

/** The verifier as one line to hand out: `name+keyhash+key`, as C2SP signed-note writes it. */
export function verifierLine({ name, publicKey }: NoteVerifier): string {
  const key = Buffer.concat([ed25519, rawKey(publicKey)]);
  return `${name}+${keyHash(name, publicKey).toString("hex")}+${key.toString("base64")}`;
}

/** Reads a verifier line; null when it is not one or its key hash does not fit. */
export function readVerifierLine(line: string): NoteVerifier | null {
  const [, name, hash, key] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44}=*)$/.exec(line.trim()) ?? [];
  if (name === undefined || key === undefined) return null;
  const bytes = Buffer.from(key, "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: bytes.subarray(1).toString("base64url") }, format: "jwk" });
  return keyHash(name, publicKey).toString("hex") === hash ? { name, publicKey } : null;
}

/** The signed note of a checkpoint. */
export function signCheckpoint({ origin, size, root }: Checkpoint, signer: NoteSigner): string {
  const text = `${origin}\n${size}\n${root.toString("base64")}\n`;
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const line = Buffer.concat([keyHash(signer.name, createPublicKey(signer.privateKey)), signature]).toString("base64");
  return `${text}\n${dash} ${signer.name} ${line}\n`;
}

/** The checkpoint a note states, signed or not; null when the text is no checkpoint. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*\n(?:\u2014 \S+ \S+\n)+$/.exec(note) ?? [];
  if (origin === undefined || size === undefined || root === undefined) return null;
  return { origin, size: Number(size), root: Buffer.from(root, "base64") };
}

/** The checkpoint of a note that this verifier's key signed; null when there is no such signature. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint | null {
  return openNote(note, verifier) === null ? null : readCheckpoint(note);
}

/** The text of a signed note, last newline included, when this verifier's key signed it; else null. */
export function openNote(note: string, { name, publicKey }: NoteVerifier): string | null {
  const end = note.lastIndexOf("\n\n") + 1;
  const text = note.slice(0, end);
  const hash = keyHash(name, publicKey);
  const signed = note.slice(end + 1).split("\n").some((line) => {
    const [, signedBy, signature] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(signature ?? "", "base64");
    return signedBy === name && bytes.subarray(0, 4).equals(hash) && verify(null, Buffer.from(text), publicKey, bytes.subarray(4));
  });
  return signed ? text : null;
}

/** Seals all leaves of a log into a file for outsiders. */
export function checkpointFile(origin: string, leaves: readonly Buffer[], signer: NoteSigner): CheckpointFile {
  const root = rootOf(leaves.reduce(append, emptyRange));
  const note = signCheckpoint({ origin, size: leaves.length, root }, signer);
  return { origin, size: leaves.length, root: root.toString("base64"), note, leaves: Buffer.concat(leaves).toString("base64") };
}

/** What a checkpoint file holds once all its parts agree, or the sentence that says why they do not. */
export function openCheckpointFile(text: string, verifier: NoteVerifier): { checkpoint: Checkpoint; leaves: Buffer[] } | { problem: string } {
  const file = parsed(text);
  if (file === null) return { problem: "This is not a checkpoint file." };
  const checkpoint = openCheckpoint(file.note, verifier);
  if (checkpoint === null) return { problem: "The note of the checkpoint is not signed by the key of this journal." };
  const bytes = Buffer.from(file.leaves, "base64");
  const leaves = hashesIn(bytes);
  const agrees = file.origin === checkpoint.origin && file.size === checkpoint.size && file.root === checkpoint.root.toString("base64");
  const whole = bytes.length === checkpoint.size * hashLength && rootOf(leaves.reduce(append, emptyRange)).equals(checkpoint.root);
  if (!agrees || !whole) return { problem: "The checkpoint file disagrees with its signed note." };
  return { checkpoint, leaves };
}

function parsed(text: string): CheckpointFile | null {
  try {
    const { origin, size, root, note, leaves } = JSON.parse(text) as Partial<CheckpointFile>;
    const words = [origin, root, note, leaves].every((value) => typeof value === "string");
    return words && typeof size === "number" ? ({ origin, size, root, note, leaves } as CheckpointFile) : null;
  } catch {
    return null;
  }
}

const rawKey = (publicKey: KeyObject): Buffer => Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");

/** The first four bytes of the digest of name, newline, algorithm and key. */
const keyHash = (name: string, publicKey: KeyObject): Buffer =>
  createHash("sha256").update(`${name}\n`).update(ed25519).update(rawKey(publicKey)).digest().subarray(0, 4);
