import type { Command } from "commander";

/** `migrate [--json]`: brings the database to the present shape, as its owner, prepares the queue in it where there is no Redis, and enters the reference data; run again, it changes nothing. */
export function register(program: Command): void {
  program
    .command("migrate")
    .description("apply the migrations and the reference data a database has not had yet, and prepare its queue (needs the database)")
    .option("--json", "print the names as JSON")
    .action(async ({ json = false }: { json?: boolean }) => {
      const [{ withDatabase }, { migrate }, { runStep, tsx }] = await Promise.all([
        import("./database.ts"), import("../migrate.ts"), import("../launch/run-step.ts"),
      ]);
      await withDatabase(async ({ databaseUrl, migrationDatabaseUrl }) => {
        const env = { ...process.env, DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: migrationDatabaseUrl };
        const applied = await migrate(migrationDatabaseUrl);
        const queue = await runStep(tsx("workers/prepare-queue.ts"), env);
        const told = await runStep(tsx("seeds/run.ts", "reference"), env);
        const reference = told.trim().split("\n").map((line) => line.replace(/^reference data: /, ""));
        if (json) process.stdout.write(`${JSON.stringify({ applied, queue: queue.trim().replace(/^queue: /, ""), reference })}\n`);
        else process.stdout.write(`${applied.length > 0 ? applied.join("\n") : "The database is up to date."}\n${queue}${told}`);
      });
    });
}
