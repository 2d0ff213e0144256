import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ownerUrl, passwordFile } from "./postgres-address.ts";

/**
 * Clears the way for a new server: waits for the one of a killed launcher to end, and removes the note of one that is
 * long gone when its number now belongs to a stranger. Throws when a living launcher is using the cluster.
 */
export async function awaitFormerServer(cluster: string, log: (line: string) => void): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const former = readNote(cluster);
    if (former === null || !lives(former.pid)) return;
    if (!serves(former.pid, cluster)) {
      log("the note of an earlier server is removed: that server is gone");
      return rmSync(noteOf(cluster), { force: true });
    }
    const patience = former.state === "stopping" ? 30_000 : 2_000;
    if (waited >= patience) throw new Error(`Another Guildhall (PostgreSQL process ${former.pid}) is using ${cluster}: stop it, or set DATA_DIR to another folder.`);
    if (waited === 0) log("an earlier server is still ending");
    await sleep(50);
  }
}

/** The owner's connection to the embedded server of a data folder, while one is running for it. */
export function runningServerUrl(dataDir: string): string | null {
  const place = join(dataDir, "postgres");
  if (!existsSync(place) || !existsSync(passwordFile(dataDir))) return null;
  const cluster = realpathSync(place);
  const note = readNote(cluster);
  if (note === null || note.state !== "ready" || !lives(note.pid) || !serves(note.pid, cluster)) return null;
  return ownerUrl(readFileSync(passwordFile(dataDir), "utf8"), note.port);
}

const noteOf = (cluster: string) => join(cluster, "postmaster.pid");

interface Note {
  pid: number;
  port: number;
  state: string;
}

/** What postmaster.pid tells: the process on its first line, the port on its fourth, the state on its eighth. */
function readNote(cluster: string): Note | null {
  if (!existsSync(noteOf(cluster))) return null;
  const lines = readFileSync(noteOf(cluster), "utf8").split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), state: lines[7]?.trim() ?? "" } : null;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the process is the server of this cluster, told by its command line, which anyone may read. */
function serves(pid: number, cluster: string): boolean {
  try {
    const words = existsSync("/proc/self/cmdline")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return words.includes(`-D ${cluster} `);
  } catch {
    return false;
  }
}
