import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

/** A Redis for the run on a port of its own, or null (and a line saying so) where no redis-server is found. */
export async function startRedis(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, stop: () => Promise.resolve() };
  if (spawnSync("redis-server", ["--version"]).error) {
    console.log("No redis-server is found: the queue is tested on PostgreSQL alone.");
    return null;
  }
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), "guildhall-redis-"));
  const server = spawn("redis-server", ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--dir", dir], { stdio: ["ignore", "pipe", "ignore"] });
  for await (const chunk of server.stdout) if (String(chunk).includes("Ready to accept")) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const gone = once(server, "exit");
      server.kill("SIGTERM");
      await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
