import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../server/platform/config.ts";

/** A program of the house that a test watches from outside. */
export interface Watched {
  child: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves with what it printed once that matches; fails when it ends before, or after a minute unless said. */
  says(pattern: RegExp, limitMs?: number): Promise<string>;
  /** Resolves with its exit code, or with the signal that ended it. */
  ended: Promise<number | string>;
}

export interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** The account to run it under, where we may choose. */
  uid?: number;
  /** As `npm start` does, which then stands between us and the program. */
  throughNpm?: boolean;
}

/** Every process this file started, so that a failing test leaves none behind. */
const started: ChildProcess[] = [];

export function killRemaining(): void {
  for (const child of started.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}

/** Runs a TypeScript program of the project in a bare environment. */
export function run(program: string, args: string[], { env = {}, cwd = projectRoot, uid, throughNpm = false }: RunOptions = {}): Watched {
  const [command, ...words] = throughNpm ? ["npm", "start"] : [process.execPath, "--import", "tsx", program, ...args];
  const child = spawn(command ?? "", words, {
    cwd, stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env["PATH"], HOME: "/nonexistent", ...env }, ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  started.push(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const ended = new Promise<number | string>((resolve) => child.once("close", (code, signal) => resolve(code ?? signal ?? "")));
  const says = async (pattern: RegExp, limitMs = 60_000) => {
    let over = false;
    void ended.then(() => (over = true));
    for (let waited = 0; waited < limitMs; waited += 20) {
      if (pattern.test(printed)) return printed;
      if (over) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`It never said ${pattern}, but:\n${printed}`);
  };
  return { child, output: () => printed, says, ended };
}

/** Whether this system shows its processes as files, which the tests on orphans read. */
export const showsProcesses = existsSync("/proc/self/stat");

/** The numbers of all processes that a process started, and they in turn. */
export function descendantsOf(pid: number): number[] {
  const parents = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), parentOf(Number(name))] as const);
  const below = (ancestor: number): number[] => parents.filter(([, parent]) => parent === ancestor).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

export const lives = (pid: number): boolean => statOf(pid) !== null && !/^\) Z/.test(statOf(pid) ?? "");

const parentOf = (pid: number): number => Number(statOf(pid)?.split(" ")[2] ?? 0);

/** What the system says of a process after its name, which may hold anything: `) S 1 …`. */
function statOf(pid: number): string | null {
  try {
    const text = readFileSync(join("/proc", String(pid), "stat"), "utf8");
    return text.slice(text.lastIndexOf(")"));
  } catch {
    return null;
  }
}
