import type { Command } from "commander";
import type { Options } from "./assessment-score-report.ts";

/** `assessment score`: the score tree of an answers file under a scheme file, by the portal's own rules, offline. */
export function register(program: Command): void {
  const assessment = program.commands.find((command) => command.name() === "assessment") ?? program.command("assessment").description("judge service quality");
  assessment
    .command("score")
    .description("score an answers file under a scheme file; exit 1 and the list of problems when it is invalid")
    .requiredOption("--scheme <file>", "scheme, as seeds/reference/schemes/service-quality.v1.json")
    .requiredOption("--answers <file>", "answers, as seeds/reference/examples/answers.json")
    .option("--json", "print the whole tree as JSON")
    .option("--language <language>", "zh-Hant, zh-Hans or en", "en")
    .action(async (options: Options) => {
      const { scoreReport } = await import("./assessment-score-report.ts");
      const { valid, text } = await scoreReport(options);
      if (!valid) process.exitCode = 1;
      process.stdout.write(`${text}\n`);
    });
}
