import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface WorkersOptions {
  databaseUrl: string;
  redisUrl?: string | null;
  dataDir: string;
}

/** A real workers' process, as `npm start` runs it, up and ready; it ends with the test run at the latest. */
export async function startWorkers({ databaseUrl, redisUrl, dataDir }: WorkersOptions): Promise<ChildProcess> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: "error", WORKER_LOCK_MS: "1500", ...(redisUrl ? { REDIS_URL: redisUrl } : { REDIS_URL: "" }) };
  const child = spawn(process.execPath, ["--import", "tsx", "--import", "./server/launch/tied-to-parent.ts", "workers/main.ts"], { cwd: root, env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const gone = once(child, "exit").then(() => {
    throw new Error(`The workers ended before they were ready: ${complaint}`);
  });
  await Promise.race([once(child, "message"), gone]);
  gone.catch(() => undefined);
  return child;
}

/** Ends a process at once, as a power cut would. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
