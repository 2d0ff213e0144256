import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../platform/config.ts";
import { runStep } from "./run-step.ts";
import { digestOf, isStamped, stamp } from "./stamps.ts";

/** Builds the web pages when their sources, the contract or a package changed since the last build; answers whether it did. */
export async function buildWebWhenStale(dataDir: string, say: (line: string) => void): Promise<boolean> {
  const digest = await digestOf(["web", "schema", "package-lock.json"], /^web\/(dist|src\/gql)\//);
  const built = existsSync(join(projectRoot, "web/dist/index.html"));
  if (built && isStamped(dataDir, "web", digest)) return false;
  say("the web pages are being built; this is done once and takes about half a minute");
  await runStep(["npm", "run", "-s", "build:web"], { ...process.env, NODE_ENV: "production" });
  stamp(dataDir, "web", digest);
  return true;
}
