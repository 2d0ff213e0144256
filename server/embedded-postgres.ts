import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { spawnTied, type TiedProcess } from "./launch/life-line.ts";
import { ownerUrl } from "./launch/postgres-address.ts";
import { openCluster, serverEnvironment, type Cluster } from "./launch/postgres-cluster.ts";
import { awaitFormerServer } from "./launch/postgres-former.ts";

/** A PostgreSQL of our own, living exactly as long as the process that started it. */
export interface EmbeddedPostgres {
  /** Owner's connection to the database `guildhall`. */
  url: string;
  /** Resolves with the server's last words if it ends without `stop`. */
  died: Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

/**
 * Starts PostgreSQL from its npm binaries on a free port of the loopback address, making its cluster at the first call.
 * Throws with the server's own words when it will not start, or when another process is using the same data folder.
 */
export async function startEmbeddedPostgres({ dataDir, settings = {}, log = () => undefined }: Options): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(resolve(dataDir), log);
  await awaitFormerServer(cluster.folder, log);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = run(cluster, port, settings);
    const refusal = await Promise.race([server.ready, server.died]);
    if (refusal === null) {
      return { url: ownerUrl(cluster.password, port), died: server.died, stop: server.stop };
    }
    if (attempt === 5 || !passing.test(refusal)) throw new Error(`PostgreSQL did not start: ${refusal}`);
    await sleep(200);
  }
}

/** Refusals that end by themselves: the port was taken since we looked, or a killed server's processes still linger. */
const passing = /could not bind|Address already in use|shared memory block .* is still in use/;

/** Errors of single statements are reported by whoever sent them; what remains in the log is about the server itself. */
const defaults = { unix_socket_directories: "", log_min_messages: "log", log_line_prefix: "", log_checkpoints: "off" };

function run({ folder, account, binaries }: Cluster, port: number, settings: Record<string, string>) {
  const parameters = Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = [binaries.postgres, "-D", folder, "-h", "127.0.0.1", "-p", String(port), ...parameters];
  const child = spawnTied("server", command, { uid: account.uid, gid: account.gid, cwd: "/", env: serverEnvironment });
  child.stdout.resume();

  let stopping = false;
  const words: string[] = [];
  const exit = once(child, "exit");
  const ready = new Promise<null>((done) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      words.push(line);
      if (words.length > 20) words.shift();
      if (line.includes("ready to accept connections")) done(null);
    });
  });
  const died = new Promise<string>((done) => void exit.then(() => {
    if (!stopping) done(words.join("\n") || "it ended without a word");
  }));
  const stop = async () => {
    stopping = true;
    await end(child, exit);
  };
  return { ready, died, stop };
}

/** Asks for a fast shutdown, which closes connections and writes a checkpoint; insists after twenty seconds. */
async function end(child: TiedProcess, exit: Promise<unknown>): Promise<void> {
  child.stdin.end();
  const insist = setTimeout(() => child.pid && process.kill(-child.pid, "SIGQUIT"), 20_000);
  await exit;
  clearTimeout(insist);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
