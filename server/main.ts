import { createApp } from "./app.ts";
import { doorkeeper } from "./http/sessions.ts";
import { routes } from "./http/routes.ts";
import { openHouse } from "./open-house.ts";
import { loadServerConfig, type ServerConfig } from "./platform/config.ts";

const PATIENCE_MS = 8_000;

/** Serves until it is asked to stop; then finishes what it is answering, for eight seconds at most. */
async function serve(config: ServerConfig): Promise<void> {
  const { log, source, services } = await openHouse(config, "api");
  const app = await createApp({ source, config, services, log, ...doorkeeper(source, config), routes: routes(config) });

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
