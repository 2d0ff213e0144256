import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { sha256 } from "../kernel/digest.ts";

/** Files kept by their digest, outside the web root; equal bytes are kept once and nothing is ever overwritten. */
export class FileStore {
  /** Those known to be there; nobody removes one. */
  private readonly folders = new Set<string>();

  constructor(private readonly root: string) {}

  /** Keeps the bytes durably and answers their SHA-256. */
  async put(bytes: Buffer): Promise<string> {
    const digest = sha256(bytes);
    const path = this.pathOf(digest);
    if (!(await exists(path))) await this.write(path, bytes);
    await sync(dirname(path));
    return digest;
  }

  get(digest: string): Promise<Buffer> {
    return readFile(this.pathOf(digest));
  }

  stream(digest: string): Readable {
    return createReadStream(this.pathOf(digest));
  }

  /** Nothing stands under a digest before all its bytes are on disk. */
  private async write(path: string, bytes: Buffer): Promise<void> {
    await this.makeFolder(dirname(path));
    const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
    try {
      await writeFile(draft, bytes, { flag: "wx", mode: 0o600, flush: true });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  private async makeFolder(folder: string): Promise<void> {
    if (this.folders.has(folder)) return;
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await Promise.all([dirname(made), this.root].map(sync));
    this.folders.add(folder);
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

/** A name in a folder is on disk once the folder is. */
async function sync(folder: string): Promise<void> {
  const opened = await open(folder);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

const exists = (path: string) => stat(path).then(() => true, () => false);
