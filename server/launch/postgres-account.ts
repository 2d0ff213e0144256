import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The account PostgreSQL runs under. It refuses to run as root, so root lends it a harmless one. */
export interface Account {
  uid: number;
  gid: number;
  borrowed: boolean;
}

/** Our own account; for root, the owner of the existing cluster or else `nobody`. Throws when there is none to lend. */
export function accountFor(cluster: string): Account {
  const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1];
  if (uid !== 0) return { uid, gid, borrowed: false };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, borrowed: true };
  const lent = ["nobody", "daemon", "postgres"].map(accountNamed).find((account) => account !== null && reaches(account, "/"));
  if (lent) return lent;
  throw new Error("PostgreSQL refuses to run as root and no account `nobody` exists: start as an ordinary user, or set DATABASE_URL.");
}

/** Whether the account may enter a folder or run a program: asked of the system itself, so that every kind of permission counts. */
export function reaches({ uid, gid }: Account, path: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { uid, gid, cwd: "/" }).status === 0;
}

/** A folder outside closed homes, always the same one for one data folder, which the account can enter. */
export function shelterFor(account: Account, dataDir: string): string {
  const name = `guildhall-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  for (const parent of ["/var/lib", "/var/tmp", tmpdir()]) {
    const shelter = join(parent, name);
    if (makes(shelter) && reaches(account, shelter)) return realpathSync(shelter);
  }
  throw new Error(`PostgreSQL cannot enter ${dataDir} as an ordinary account, nor a folder under /var/lib: set DATA_DIR or DATABASE_URL.`);
}

function makes(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return statSync(folder).uid === 0;
  } catch {
    return false;
  }
}

function accountNamed(name: string): Account | null {
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid), borrowed: true } : null;
}
