import { join } from "node:path";
import { createApp } from "./app.ts";
import { compose } from "./compose.ts";
import { entities } from "./entities.ts";
import { anonymous } from "./platform/actor.ts";
import { loadServerConfig, type ServerConfig } from "./platform/config.ts";
import { openDatabase } from "./platform/database.ts";
import { createLog } from "./platform/log.ts";

const PATIENCE_MS = 8_000;

/** Serves until it is asked to stop; then finishes what it is answering, for eight seconds at most. */
async function serve(config: ServerConfig): Promise<void> {
  const log = createLog({ level: config.logLevel, mode: config.mode, name: "api" });
  const source = await openDatabase({ url: config.databaseUrl, entities });
  const services = compose({ filesRoot: join(config.dataDir, "files"), zone: config.zone });
  const app = await createApp({ source, config, services, log, authenticate: ({ ip }) => Promise.resolve(anonymous("zh-Hant", ip)) });

  const stop = async () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await app.close();
    await source.destroy();
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());

  await app.listen({ host: config.host, port: config.port });
  log.info({ address: config.publicUrl }, "serving");
  process.send?.("ready");
}

try {
  await serve(loadServerConfig());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
