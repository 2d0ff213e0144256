import { spawn, type ChildProcessByStdio, type SpawnOptions } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/**
 * A shell holds the program and listens on its own standard input, whose other end is ours. The system closes that end
 * however we die, and the shell then ends the program. Only the shell knows the program's number, so no stranger is hit.
 */
const script = (ending: string) => `
  "$@" 3<&- </dev/null & program=$!
  exec 3<&0
  (read -r _ <&3; kill ${ending}) & watch=$!
  wait $program; code=$?
  kill $watch 2>/dev/null
  exit $code`;

const endings = {
  /** PostgreSQL's fast shutdown, for the one process that orders its own children. */
  server: script("-INT $program"),
  /** Everything the program has started goes with it. */
  family: script("-TERM -$$"),
};

export type TiedProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a program that ends when our end of its standard input closes: by `stdin.end()`, or because we died.
 * It has a session of its own, so that Ctrl-C reaches us alone and we decide what goes first.
 */
export function spawnTied(kind: keyof typeof endings, command: readonly string[], options: SpawnOptions = {}): TiedProcess {
  const child = spawn("/bin/sh", ["-c", endings[kind], "sh", ...command], { ...options, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => undefined);
  child.once("exit", () => child.stdin.destroy());
  return child;
}
