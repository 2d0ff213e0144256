/** Prepares the database for the queue, as its owner: a step of `migrate` and of `npm start` wherever there is no Redis. */
import { loadServerConfig } from "../server/platform/config.ts";
import { prepareQueueTables } from "./queue-tables.ts";

const { redisUrl, migrationDatabaseUrl } = loadServerConfig();
if (redisUrl === null) await prepareQueueTables(migrationDatabaseUrl);
process.stdout.write(`queue: ${redisUrl === null ? "prepared" : "in Redis"}\n`);
