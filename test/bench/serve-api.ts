/** The real API as `server/main.ts` serves it, on a free port. Run as `serve-api.ts <database> <folder>`. */
import type { AddressInfo } from "node:net";
import { createApp } from "../../server/app.ts";
import { routes } from "../../server/http/routes.ts";
import { doorkeeper } from "../../server/http/sessions.ts";
import { openHouse } from "../../server/open-house.ts";
import { readConfig } from "../../server/platform/config.ts";

const [, , databaseUrl = "", dataDir = ""] = process.argv;
const config = { ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: "warn", REQUEST_BUDGET: "100000000000" }), databaseUrl, migrationDatabaseUrl: databaseUrl };
const { log, source, services } = await openHouse(config, "api");
const app = await createApp({ source, config, services, log, ...doorkeeper(source, config), routes: routes(config) });
await app.listen({ host: "127.0.0.1", port: 0 });
process.send?.((app.server.address() as AddressInfo).port);
process.once("disconnect", () => process.exit(0));
