import type { Command } from "commander";

/** `migrate [--json]`: brings the database to the present shape, as its owner. */
export function register(program: Command): void {
  program
    .command("migrate")
    .description("apply the migrations a database has not had yet (needs the database)")
    .option("--json", "print the names as JSON")
    .action(async ({ json = false }: { json?: boolean }) => {
      const [{ withDatabase }, { migrate }] = await Promise.all([import("./database.ts"), import("../migrate.ts")]);
      const applied = await withDatabase(({ migrationDatabaseUrl }) => migrate(migrationDatabaseUrl));
      if (json) process.stdout.write(`${JSON.stringify({ applied })}\n`);
      else process.stdout.write(applied.length > 0 ? `${applied.join("\n")}\n` : "The database is up to date.\n");
    });
}
