import { once } from "node:events";
import { projectRoot } from "../platform/config.ts";
import { spawnTied } from "./life-line.ts";

/** Runs a program of the project to its end, tied to us, and answers what it printed. Throws with its last words when it fails. */
export async function runStep(command: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawnTied("family", command, { cwd: projectRoot, env });
  const words: string[] = [];
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    words.push(text);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => void words.push(text));
  const [code] = (await once(child, "close")) as [number | null];
  if (code === 0) return printed;
  throw new Error(`it ended with ${code === null ? "a signal" : `code ${code}`}:\n${words.join("").trim().split("\n").slice(-25).join("\n")}`);
}

/** The command that runs a TypeScript program of the project. */
export const tsx = (...words: string[]): string[] => [process.execPath, "--import", "tsx", ...words];
