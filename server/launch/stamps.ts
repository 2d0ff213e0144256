import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { projectRoot } from "../platform/config.ts";

/** Whether the step that leaves this file behind was last done for exactly this digest. */
export function isStamped(file: string, digest: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === digest;
}

/** Remembers that a step is done, so that the next start can leave it out. */
export function stamp(file: string, digest: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, digest);
}

/** One digest over the names and bytes of files and whole folders of the project; those whose path matches `except` are left out. */
export async function digestOf(paths: readonly string[], except: RegExp): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesIn(join(projectRoot, path))))).flat();
  const names = files.map((file) => relative(projectRoot, file)).filter((name) => !except.test(name)).sort();
  const bytes = await Promise.all(names.map((name) => readFile(join(projectRoot, name))));
  const hash = createHash("sha256");
  names.forEach((name, place) => hash.update(`${name}\0${bytes[place]?.length}\0`).update(bytes[place] ?? ""));
  return hash.digest("hex");
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
