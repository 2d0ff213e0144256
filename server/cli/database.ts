import { startEmbeddedPostgres } from "../embedded-postgres.ts";
import { runningServerUrl } from "../launch/postgres-former.ts";
import { loadConfig, type ServerConfig } from "../platform/config.ts";

/**
 * Gives a command the database: the one the environment names, or the embedded one, which is started for as long as the
 * command takes when `npm start` is not running.
 */
export async function withDatabase<Result>(work: (config: ServerConfig) => Promise<Result>): Promise<Result> {
  const config = loadConfig();
  const { databaseUrl, migrationDatabaseUrl, dataDir } = config;
  if (databaseUrl !== null) return work({ ...config, databaseUrl, migrationDatabaseUrl: migrationDatabaseUrl ?? databaseUrl });
  const running = runningServerUrl(dataDir);
  if (running !== null) return work({ ...config, databaseUrl: running, migrationDatabaseUrl: running });
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    return await work({ ...config, databaseUrl: server.url, migrationDatabaseUrl: server.url });
  } finally {
    await server.stop();
  }
}
