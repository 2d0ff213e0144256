import { join } from "node:path";
import { projectRoot } from "../platform/config.ts";
import { runStep } from "./run-step.ts";
import { digestOf, isStamped, stamp } from "./stamps.ts";

/** Builds the web pages when their sources, the contract or a package changed since the last build; answers whether it did. */
export async function buildWebWhenStale(say: (line: string) => void): Promise<boolean> {
  const digest = await digestOf(["web", "schema", "package-lock.json"], /^web\/(dist|src\/gql)\//);
  // The memory lies with what was built and goes with it: a build empties the folder first.
  const memory = join(projectRoot, "web/dist/.sources");
  if (isStamped(memory, digest)) return false;
  say("the web pages are being built; this is done once and takes about half a minute");
  await runStep(["npm", "run", "-s", "build:web"], { ...process.env, NODE_ENV: "production" });
  stamp(memory, digest);
  return true;
}
