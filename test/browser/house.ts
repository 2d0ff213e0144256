import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { ownerUrl, passwordFile } from "../../server/launch/postgres-address.ts";
import { freePort } from "../support/free-port.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the house under test is reached. */
    houseUrl: string;
    /** The connection of the owner of its database; empty for a house that was running before. */
    houseDatabase: string;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const PATIENCE_MS = 600_000;

/** Starts the whole house with its demo story in a folder of its own, by the command of the README, and stops it afterwards. */
export default async function setup(project: TestProject) {
  if (process.env.TEST_HOUSE_URL) {
    project.provide("houseUrl", process.env.TEST_HOUSE_URL);
    project.provide("houseDatabase", "");
    return undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), "guildhall-browser-"));
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: "test", GUILDHALL_MODE: "demo", DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", REDIS_URL: "" };
  const house = spawn("npm", ["start"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  let told = "";
  house.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const url = `http://localhost:${port}`;
  const end = Date.now() + PATIENCE_MS;
  while (!(await isReady(url))) {
    if (house.exitCode !== null || Date.now() > end) throw new Error(`The house did not open:\n${told}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  project.provide("houseUrl", url);
  project.provide("houseDatabase", await databaseOf(dataDir));
  return async () => {
    const gone = once(house, "exit");
    if (house.pid) process.kill(-house.pid, "SIGINT");
    await gone;
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The database of a running house, by what its own server notes in the data folder. */
async function databaseOf(dataDir: string): Promise<string> {
  const [note, password] = await Promise.all([readFile(join(dataDir, "postgres/postmaster.pid"), "utf8"), readFile(passwordFile(dataDir), "utf8")]);
  return ownerUrl(password, Number(note.split("\n")[3]));
}

const isReady = (url: string) => fetch(`${url}/readyz`).then(({ ok }) => ok, () => false);
