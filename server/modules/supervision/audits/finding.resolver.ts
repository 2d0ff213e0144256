import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import { ConnectionArgs } from "../../../platform/graphql/connection.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { DateTimeScalar, LocalizedScalar } from "../../../platform/graphql/scalars.ts";
import type { Permission } from "../../identity/index.ts";
import { MemberObject } from "../../members/api.ts";
import { memberById } from "../../members/index.ts";
import { AuditRuleObject, FindingConnection, FindingFactObject, FindingFilterInput, FindingObject } from "./audit.object.ts";
import { FindingStanding } from "./audit.rules.ts";
import { factAlone, sentenceOf } from "./fact.rules.ts";
import { type Finding, findingById, findings, matterOfFinding } from "./finding.queries.ts";
import { tellingOf } from "./telling.queries.ts";

nodeOf("fnd", FindingObject, "finding:read", findingById);

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
    return tellingOf(ctx, finding).then(({ rule }) => rule);
  }

  @FieldResolver(() => FindingStanding, { description: "What has become of what it is about." })
  async standing(@Root() finding: Finding, @Ctx() ctx: Context): Promise<FindingStanding> {
    return (await ctx.load(matterOfFinding, finding.id)).standing;
  }

  @FieldResolver(() => [DateTimeScalar], { description: "The instants as of which other audits found the same, newest first." })
  async alsoFoundAt(@Root() finding: Finding, @Ctx() ctx: Context): Promise<Date[]> {
    return (await ctx.load(matterOfFinding, finding.id)).alsoFoundAt;
  }

  @FieldResolver(() => LocalizedScalar, { description: "The finding in words." })
  async sentence(@Root() finding: Finding, @Ctx() ctx: Context): Promise<Localized> {
    const { rule, groups } = await tellingOf(ctx, finding);
    return sentenceOf(rule, finding.facts, groups);
  }

  @FieldResolver(() => [FindingFactObject], { description: "The figures it stands on." })
  async facts(@Root() finding: Finding, @Ctx() ctx: Context): Promise<FindingFactObject[]> {
    const { rule, groups } = await tellingOf(ctx, finding);
    return Object.entries(finding.facts).map(([name, value]) => {
      const words = factAlone(rule, name, value, groups);
      return { name, value: words && String(value), words };
    });
  }
}
