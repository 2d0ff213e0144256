import type { Context } from "../../../platform/context.ts";
import { roundOf, schemeOfVersion } from "../../assessments/index.ts";
import { ruleSetsLoader } from "./audit.queries.ts";
import type { AuditRule } from "./audit.rules.ts";
import { type GroupTitles, toldToday } from "./fact.rules.ts";
import type { Finding } from "./finding.queries.ts";

/** What it takes to say a finding in words. */
export interface Telling {
  /** The rule it was made under, in the words of today. */
  rule: AuditRule;
  groups: GroupTitles;
}

export async function tellingOf(ctx: Context, finding: Pick<Finding, "rule" | "ruleSetVersion" | "facts">): Promise<Telling> {
  const rule = toldToday(await ctx.load(ruleSetsLoader, "all"), finding.ruleSetVersion, finding.rule);
  if (!rule) throw new Error(`Rule ${finding.rule} is not in set ${finding.ruleSetVersion}.`);
  const namesGroups = Object.values(rule.kinds ?? {}).includes("GROUP");
  return { rule, groups: namesGroups ? await groupTitles(ctx, String(finding.facts["period"])) : {} };
}

/** The groups of the scheme by which a period is assessed. */
async function groupTitles(ctx: Context, period: string): Promise<GroupTitles> {
  const round = await ctx.load(roundOf, period);
  const scheme = round && (await ctx.load(schemeOfVersion, round.schemeVersion));
  return Object.fromEntries((scheme?.groups ?? []).map(({ id, name }) => [id, name]));
}
