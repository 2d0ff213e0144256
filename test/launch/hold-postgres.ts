/** Starts an embedded PostgreSQL in the folder given, prints its address, and stays until it is ended. */
import { startEmbeddedPostgres } from "../../server/embedded-postgres.ts";

const server = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? "",
  settings: { fsync: "off" },
  log: (line) => process.stdout.write(`${line}\n`),
});
process.once("SIGTERM", () => void server.stop());
process.stdout.write(`${server.url}\n`);
