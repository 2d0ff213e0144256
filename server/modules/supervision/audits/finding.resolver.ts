import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import { ConnectionArgs } from "../../../platform/graphql/connection.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { LocalizedScalar } from "../../../platform/graphql/scalars.ts";
import type { Permission } from "../../identity/index.ts";
import { MemberObject } from "../../members/api.ts";
import { memberById } from "../../members/index.ts";
import { AuditRuleObject, FindingConnection, FindingFactObject, FindingFilterInput, FindingObject } from "./audit.object.ts";
import { ruleSetLoader } from "./audit.queries.ts";
import { type AuditRule, sentenceOf } from "./audit.rules.ts";
import { type Finding, findingById, findings } from "./finding.queries.ts";

nodeOf("fnd", FindingObject, "finding:read", findingById);

/** The rule a finding was made under, as its rule set had it. */
async function ruleOf(ctx: Context, finding: Finding): Promise<AuditRule> {
  const set = await ctx.load(ruleSetLoader, finding.ruleSetVersion);
  const rule = set?.rules.find(({ code }) => code === finding.rule);
  if (!rule) throw new Error(`Finding ${finding.id} names a rule its set does not have.`);
  return rule;
}

@Resolver(() => FindingObject)
export class FindingResolver {
  @May<Permission>("finding:read")
  @Query(() => FindingObject, { nullable: true, description: "One finding; null when there is none, or none the viewer may see." })
  finding(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which one." }) id: string) {
    return findingById(ctx, id);
  }

  @May<Permission>("finding:read")
  @Query(() => FindingConnection, { description: "Findings, newest first: everybody's for the association, their own for members." })
  findings(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("filter", () => FindingFilterInput, { nullable: true, description: "Which of them; absent means all." }) filter: FindingFilterInput | null,
  ) {
    return findings(ctx, page, filter ?? {});
  }

  @FieldResolver(() => MemberObject, { description: "Whom it concerns." })
  member(@Root() finding: Finding, @Ctx() ctx: Context) {
    return ctx.load(memberById, finding.memberId);
  }

  @FieldResolver(() => AuditRuleObject, { description: "The rule that was breached, as it stood then." })
  rule(@Root() finding: Finding, @Ctx() ctx: Context) {
    return ruleOf(ctx, finding);
  }

  @FieldResolver(() => LocalizedScalar, { description: "The finding in words." })
  async sentence(@Root() finding: Finding, @Ctx() ctx: Context): Promise<Localized> {
    return sentenceOf(await ruleOf(ctx, finding), finding.facts);
  }

  @FieldResolver(() => [FindingFactObject], { description: "The figures it stands on." })
  facts(@Root() finding: Finding) {
    return Object.entries(finding.facts).map(([name, value]) => ({ name, value: value === null ? null : String(value) }));
  }
}
