import { mkdirSync, readdirSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../../server/kernel/digest.ts";
import { FileStore } from "../../../server/platform/files.ts";

let root: string;
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), "guildhall-files-")); });
afterAll(() => rm(root, { recursive: true }));

test("equal bytes are kept once, and found by their digest", async () => {
  const files = new FileStore(root);
  const digests = await Promise.all([files.put(Buffer.from("a receipt")), files.put(Buffer.from("a receipt"))]);
  expect(digests).toEqual([sha256("a receipt"), sha256("a receipt")]);
  expect(await readdir(join(root, sha256("a receipt").slice(0, 2)))).toEqual([sha256("a receipt")]);
  expect((await files.get(sha256("a receipt"))).toString()).toBe("a receipt");
});

test("a file that could not be kept leaves nothing behind", async () => {
  const bytes = Buffer.alloc(32 * 1024 * 1024, "a long receipt ");
  const [digest, folder] = [sha256(bytes), join(root, sha256(bytes).slice(0, 2))];
  const kept = new FileStore(root).put(bytes).catch((error: unknown) => error);
  while (!drafts(folder).length) await turn();
  mkdirSync(join(folder, digest)); // What stands in its place now cannot be replaced by a file.
  expect(await kept).toBeInstanceOf(Error);
  expect(drafts(folder)).toEqual([]);
});

function drafts(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.includes("."));
  } catch {
    return [];
  }
}
