import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../platform/config.ts";

/** A part of the house in a process of its own. */
export interface Part {
  /** Resolves when the part says `ready` for the first time. */
  ready: Promise<void>;
  /** Resolves with a sentence when the part cannot be kept running. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

interface PartOptions {
  name: string;
  /** Its program, from the project's folder. */
  entry: string;
  env: NodeJS.ProcessEnv;
  /** How far it steps back when processors are scarce, as `nice` counts; not at all unless said. */
  yields?: number;
  /** First wait before a restart, doubled at each further one; a second unless said. */
  backOffMs?: number;
}

const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;
const GRACE_MS = 10_000;

/**
 * Runs a program that says `ready` to its parent, and starts it again when it dies: after a second, two, four …, until it
 * has died five times within a minute. One that dies before it was ever ready is not tried again.
 */
export function keepRunning({ name, entry, env, yields = 0, backOffMs = 1_000 }: PartOptions): Part {
  const ready = deferred<void>();
  const failed = deferred<string>();
  const deaths: number[] = [];
  let wasReady = false;
  let stopping = false;
  let child: ChildProcess;

  const start = () => {
    child = spawnPart(entry, env);
    if (child.pid !== undefined && yields > 0) setPriority(child.pid, yields);
    child.on("message", (word) => {
      if (word !== "ready") return;
      wasReady = true;
      ready.resolve();
    });
    child.once("exit", (code, signal) => void (stopping || died(signal ?? `code ${code}`)));
  };
  const died = async (how: string) => {
    const now = performance.now();
    deaths.push(now);
    const recent = deaths.filter((death) => now - death < RESTARTS_WITHIN_MS).length;
    if (!wasReady) return failed.resolve(`${name} ended with ${how} before it was ready`);
    if (recent > RESTARTS) return failed.resolve(`${name} ended with ${how}, for the ${recent}th time within a minute`);
    const wait = backOffMs * 2 ** (recent - 1);
    process.stderr.write(`${name} ended with ${how}; it is started again in ${wait / 1_000} s\n`);
    await sleep(wait);
    if (!stopping) start();
  };
  const stop = async () => {
    stopping = true;
    await end(child);
  };
  start();
  return { ready: ready.promise, failed: failed.promise, stop };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

function spawnPart(entry: string, env: NodeJS.ProcessEnv): ChildProcess {
  const preloaded = ["--import", "tsx", "--import", "./server/launch/tied-to-parent.ts"];
  return spawn(process.execPath, [...preloaded, entry], {
    cwd: projectRoot, env, detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await exit;
  clearTimeout(insist);
}
