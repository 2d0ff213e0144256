import { Command } from "commander";
import { loadServerConfig } from "../server/platform/config.ts";
import { seedReference } from "./reference.ts";

/** `node --import tsx seeds/run.ts reference|demo|volume`: brings a database what every installation needs, the demo story, or measure. */
const program = new Command("seed").option("--url <url>", "the database to fill, as its owner; MIGRATION_DATABASE_URL or DATABASE_URL unless said");

const tell = (line: string) => void process.stdout.write(`${line}\n`);
const database = () => program.opts<{ url?: string }>().url ?? loadServerConfig().migrationDatabaseUrl;

program.command("reference").description("norms, pledge, schemes and all else an installation needs").action(() => seedReference(database(), tell));

program.command("demo").description("the demo association; never in production").action(async () => {
  const { seedDemo } = await import("./demo/run.ts");
  await seedDemo({ ...loadServerConfig(), databaseUrl: database() }, tell);
});

program.command("volume").description("the same shapes by the ten thousand, for measurement").option("--members <count>", "how many members", "10000")
  .action(async ({ members }: { members: string }) => {
    const { seedVolume } = await import("./volume/run.ts");
    await seedVolume({ url: database(), members: Number(members), tell });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
