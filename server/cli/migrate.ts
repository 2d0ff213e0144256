import type { Command } from "commander";

/** `migrate [--json]`: brings the database to the present shape, as its owner, and enters the reference data; run again, it changes nothing. */
export function register(program: Command): void {
  program
    .command("migrate")
    .description("apply the migrations and the reference data a database has not had yet (needs the database)")
    .option("--json", "print the names as JSON")
    .action(async ({ json = false }: { json?: boolean }) => {
      const [{ withDatabase }, { migrate }, { runStep, tsx }] = await Promise.all([
        import("./database.ts"), import("../migrate.ts"), import("../launch/run-step.ts"),
      ]);
      await withDatabase(async ({ migrationDatabaseUrl }) => {
        const applied = await migrate(migrationDatabaseUrl);
        const told = await runStep(tsx("seeds/run.ts", "reference", "--url", migrationDatabaseUrl), process.env);
        const reference = told.trim().split("\n").map((line) => line.replace(/^reference data: /, ""));
        if (json) process.stdout.write(`${JSON.stringify({ applied, reference })}\n`);
        else process.stdout.write(`${applied.length > 0 ? applied.join("\n") : "The database is up to date."}\n${told}`);
      });
    });
}
