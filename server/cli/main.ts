/** `npm run -s guildhall -- <command>`: the house from a terminal. Each command is a file; heavy modules load when it runs. */
import { Command } from "commander";
import { register as assessmentScore } from "./assessment-score.ts";
import { register as certificateVerify } from "./certificate-verify.ts";
import { register as creditRecompute } from "./credit-recompute.ts";
import { register as doctor } from "./doctor.ts";
import { register as journalVerify } from "./journal-verify.ts";
import { register as migrate } from "./migrate.ts";
import { register as officerCreate } from "./officer-create.ts";
import { register as userRenew } from "./user-renew.ts";

const commands = [assessmentScore, certificateVerify, creditRecompute, doctor, journalVerify, migrate, officerCreate, userRenew];

const program = new Command("guildhall")
  .description("Looks after the house: checks, migrations, verification of what it sealed.")
  .showHelpAfterError()
  .configureHelp({ sortSubcommands: true });
for (const register of commands) register(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
