import type { Command } from "commander";

interface Options {
  email: string;
  json?: boolean;
}

/** `user renew --email <address> [--json]`: the way back in when nobody is left in the portal who could open it. */
export function register(program: Command): void {
  program
    .command("user")
    .description("look after people's access")
    .command("renew")
    .description("make a link by which a person sets a new password and two-step sign-in; exit 1 when there is no such person (needs the database)")
    .requiredOption("--email <address>", "the address they sign in with")
    .option("--json", "print the link as JSON")
    .action(async ({ email, json = false }: Options) => {
      const [{ withDatabase }, { renewAccess }, { problemCodes }, { instantInWords }] = await Promise.all([
        import("./database.ts"), import("../renewed-access.ts"), import("../kernel/problem-codes.ts"), import("../kernel/in-words.ts"),
      ]);
      const { outcome, zone } = await withDatabase(async (config) => ({ outcome: await renewAccess(config, email), zone: config.zone }));
      if (!outcome.ok) process.exitCode = 1;
      if (json) process.stdout.write(`${JSON.stringify(outcome.ok ? outcome.value : { problems: outcome.problems })}\n`);
      else process.stdout.write(outcome.ok ? inWords(outcome.value, instantInWords(outcome.value.expiresAt, "en", zone)) : `${outcome.problems.map(({ code }) => problemCodes[code]).join("\n")}\n`);
    });
}

const inWords = ({ name, link }: { name: string; link: string }, until: string) =>
  `Hand this link to ${name}. It opens their account once, until ${until}; using it ends their sessions, keys and second factor:\n${link}\n`;
