import { randomUUID } from "node:crypto";
import { entities } from "../server/entities.ts";
import { system } from "../server/platform/actor.ts";
import { Context } from "../server/platform/context.ts";
import { openDatabase } from "../server/platform/database.ts";
import { roundsPart, schemesPart } from "./reference/assessments.part.ts";
import { loadReferenceData } from "./reference/load.ts";
import { calendarPart } from "./reference/calendar.part.ts";
import { documentsPart } from "./reference/documents.part.ts";
import { normsPart, pledgesPart } from "./reference/norms.part.ts";
import { associationPart } from "./reference/association.part.ts";
import { auditRulesPart, creditSchemesPart } from "./reference/supervision.part.ts";
import type { ReferencePart } from "./reference/part.ts";

/** What every installation needs, each part after those it rests on. */
const parts: readonly ReferencePart[] = [associationPart, normsPart, pledgesPart, documentsPart, calendarPart, schemesPart, roundsPart, auditRulesPart, creditSchemesPart];

/** A part that was refused: which one, and why. */
export class ReferenceRefused extends Error {
  constructor(part: string, problems: readonly { code: string; path: string }[]) {
    const reasons = problems.map(({ code, path }) => `${path}: ${sentences[code] ?? code}`);
    super(`The reference data "${part}" cannot be entered.\n  ${reasons.join("\n  ")}`);
    this.name = "ReferenceRefused";
  }
}

const sentences: Record<string, string> = {
  VERSION_DIFFERS: "this version stands in the database with other words; a version is never edited, so undo the change to the file and add the next version",
};

/** Applies what every installation needs; running it again changes nothing. */
export async function seedReference(url: string, tell: (line: string) => void = () => undefined): Promise<void> {
  const data = loadReferenceData();
  const source = await openDatabase({ url, entities, poolSize: 2 });
  try {
    for (const { name, enter } of parts) {
      const ctx = new Context({ source, actor: system, requestId: `reference-${randomUUID()}` });
      const outcome = await ctx.inTransaction((tx) => enter(tx, data));
      if (!outcome.ok) throw new ReferenceRefused(name, outcome.problems);
      tell(`reference data: ${name}`);
    }
  } finally {
    await source.destroy();
  }
}
