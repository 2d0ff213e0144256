import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { sha256 } from "../kernel/digest.ts";

/** Files kept by their digest, outside the web root; equal bytes are kept once and nothing is ever overwritten. */
export class FileStore {
  constructor(private readonly root: string) {}

  /** Keeps the bytes durably and answers their SHA-256. */
  async put(bytes: Buffer): Promise<string> {
    const digest = sha256(bytes);
    const path = this.pathOf(digest);
    if (await exists(path)) return digest;
    await mkdir(join(this.root, digest.slice(0, 2)), { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
    try {
      await writeDurably(draft, bytes);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return digest;
  }

  get(digest: string): Promise<Buffer> {
    return readFile(this.pathOf(digest));
  }

  stream(digest: string): Readable {
    return createReadStream(this.pathOf(digest));
  }

  /** Forgets the bytes; whoever asks for it knows that no record names them, see `forgetBytes`. */
  async remove(digest: string): Promise<void> {
    await rm(this.pathOf(digest), { force: true });
  }

  private pathOf(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error("Not a file's digest.");
    return join(this.root, digest.slice(0, 2), digest);
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const exists = (path: string) => stat(path).then(() => true, () => false);
