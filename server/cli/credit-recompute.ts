import type { Command } from "commander";
import type { Recomputed } from "../modules/credit/index.ts";

interface Options {
  member: string;
  at: string;
  json?: boolean;
}

/** `credit recompute --member <id> --at <date> [--json]`: a past compliance grade, reckoned anew from what is stored. */
export function register(program: Command): void {
  const credit = program.commands.find((command) => command.name() === "credit") ?? program.command("credit").description("check compliance grades");
  credit
    .command("recompute")
    .description("reckon a past grade anew from its stored inputs and version of the scheme; exit code 1 when it comes out otherwise, or there was none (needs the database)")
    .requiredOption("--member <id>", "whose grade")
    .requiredOption("--at <date>", "the grade as it stood at the end of this day, or at this instant")
    .option("--json", "print both as JSON")
    .action(async ({ member, at, json = false }: Options) => {
      const [{ withDatabase }, { recomputeGrade }] = await Promise.all([import("./database.ts"), import("../grade-recompute.ts")]);
      const recomputed = await withDatabase((config) => recomputeGrade(config, member, at));
      if (!recomputed?.same) process.exitCode = 1;
      process.stdout.write(`${json ? JSON.stringify(recomputed ?? { problem: "NO_GRADE" }, null, 2) : inWords(recomputed)}\n`);
    });
}

function inWords(recomputed: Recomputed | null): string {
  if (!recomputed) return "The member had no grade then.";
  const { stored, again, same, schemeVersion, givenAt } = recomputed;
  const told = ({ grade, score }: Recomputed["stored"]) => (grade === null ? "not rated" : `${grade} with ${score} points`);
  return same
    ? `The grade of ${givenAt} under scheme ${schemeVersion} comes out the same: ${told(stored)}.`
    : `The grade of ${givenAt} under scheme ${schemeVersion} does not come out the same: stored is ${told(stored)}, reckoned is ${told(again)}. With --json each area can be compared.`;
}
