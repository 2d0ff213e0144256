import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A random secret made at the first call and found again at every later one, in a file only this account may read. */
export function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  return keptFile(file, () => randomBytes(32).toString("base64url")).toString("utf8").trim();
}

/** The bytes of a file, made whole when it is not there; two at once agree on one. Only this account may read it, unless said. */
export function keptFile(file: string, make: () => string | Buffer, mode = 0o600): Buffer {
  if (!existsSync(file)) {
    mkdirSync(join(file, ".."), { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, make(), { mode });
    publish(draft, file);
  }
  return readFileSync(file);
}

/** A link, unlike a rename, leaves alone what another process has put there meanwhile. */
function publish(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
