import type { Command } from "commander";

interface Options {
  email: string;
  name: string;
  json?: boolean;
}

/** `officer create --email <address> --name <name> [--json]`: the first officer's way into a fresh installation; officers invite everybody else. */
export function register(program: Command): void {
  const officer = program.commands.find((command) => command.name() === "officer") ?? program.command("officer").description("let the association's officers in");
  officer
    .command("create")
    .description("make an invitation link for the first officer; exit 1 when there is one already (needs the database)")
    .requiredOption("--email <address>", "the address they will sign in with")
    .requiredOption("--name <name>", "what they are called")
    .option("--json", "print the link as JSON")
    .action(async ({ email, name, json = false }: Options) => {
      const [{ withDatabase }, { inviteFirstOfficer }, { problemCodes }] = await Promise.all([
        import("./database.ts"), import("../first-officer.ts"), import("../kernel/problem-codes.ts"),
      ]);
      const outcome = await withDatabase((config) => inviteFirstOfficer(config, email));
      if (!outcome.ok) process.exitCode = 1;
      if (json) process.stdout.write(`${JSON.stringify(outcome.ok ? { name, ...outcome.value } : { problems: outcome.problems })}\n`);
      else process.stdout.write(outcome.ok ? inWords(name, outcome.value) : `${outcome.problems.map(({ code }) => problemCodes[code]).join("\n")}\n`);
    });
}

const inWords = (name: string, { link, expiresAt }: { link: string; expiresAt: Date }) =>
  `Hand this link to ${name}. It lets one person in, once, until ${expiresAt.toISOString()}:\n${link}\n`;
