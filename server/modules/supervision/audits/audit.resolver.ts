import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { ConnectionArgs } from "../../../platform/graphql/connection.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { problemsOf } from "../../../platform/graphql/problem.ts";
import { DateScalar } from "../../../platform/graphql/scalars.ts";
import { ViewerMay } from "../../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../../platform/outcome.ts";
import type { Permission } from "../../identity/index.ts";
import type { AuditPlan, AuditRun } from "./audit.entity.ts";
import {
  AuditPlanMakeInput, AuditPlanMakePayload, AuditPlanObject, AuditPlanPausePayload, AuditPlanResumePayload, AuditReportObject, AuditRuleCountObject,
  AuditRuleSetObject, AuditRunConnection, AuditRunObject, AuditRunOrderPayload,
} from "./audit.object.ts";
import { countsByRun, planById, plans, reportsByRun, ruleSetLoader, ruleSets, ruleSetVersion, runById, runs } from "./audit.queries.ts";
import type { AuditService } from "./audit.service.ts";

const ofHouse = (actor: { scope: string }) => actor.scope === "all";

nodeOf("apl", AuditPlanObject, "audit:read", (ctx, id) => ctx.load(planById, id));
nodeOf("aur", AuditRunObject, "audit:read", (ctx, id) => ctx.load(runById, id));

export const AuditPlanViewerMay = ViewerMay<AuditPlan>(AuditPlanObject, { "audit:plan": ofHouse, "audit:run": ofHouse });

const idArg = () => Arg("id", () => ID, { description: "Which one." });

@Resolver(() => AuditPlanObject)
export class AuditPlanResolver {
  constructor(private readonly audits: AuditService) {}

  @May<Permission>("audit:read")
  @Query(() => [AuditPlanObject], { description: "Every plan, oldest first." })
  auditPlans(@Ctx() ctx: Context) {
    return plans(ctx);
  }

  @May<Permission>("audit:read")
  @Query(() => AuditRuleSetObject, { nullable: true, description: "One version of the rules; null when there is none." })
  auditRuleSet(@Ctx() ctx: Context, @Arg("version", () => Int, { description: "Which version." }) version: number) {
    return ruleSetVersion(ctx, version);
  }

  @May<Permission>("audit:read")
  @Query(() => [AuditRuleSetObject], { description: "Every version of the rules, newest first." })
  auditRuleSets(@Ctx() ctx: Context) {
    return ruleSets(ctx);
  }

  @May<Permission>("audit:plan")
  @Mutation(() => AuditPlanMakePayload, { description: "Makes a plan; the calendar orders its runs from then on." })
  async auditPlanMake(@Ctx() ctx: Context, @Arg("input", () => AuditPlanMakeInput, { description: "The plan." }) input: AuditPlanMakeInput) {
    return planPayload(await ctx.inTransaction((tx) => this.audits.planMake(tx, input)));
  }

  @May<Permission>("audit:plan")
  @Mutation(() => AuditPlanPausePayload, { description: "Stops the calendar from ordering a plan's runs." })
  async auditPlanPause(@Ctx() ctx: Context, @idArg() id: string) {
    return planPayload(await ctx.inTransaction((tx) => this.audits.planPause(tx, id, false)));
  }

  @May<Permission>("audit:plan")
  @Mutation(() => AuditPlanResumePayload, { description: "Lets the calendar order a plan's runs again." })
  async auditPlanResume(@Ctx() ctx: Context, @idArg() id: string) {
    return planPayload(await ctx.inTransaction((tx) => this.audits.planPause(tx, id, true)));
  }

  @FieldResolver(() => AuditRuleSetObject, { description: "What its runs look for." })
  ruleSet(@Root() plan: AuditPlan, @Ctx() ctx: Context) {
    return ctx.load(ruleSetLoader, plan.ruleSetVersion);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: "The day on which the calendar orders its next run; null while it is paused." })
  nextDueOn(@Root() plan: AuditPlan, @Ctx() ctx: Context) {
    return this.audits.nextDueOn(ctx, plan);
  }
}

const planPayload = (outcome: Outcome<AuditPlan>) => ({ auditPlan: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });

@Resolver(() => AuditRunObject)
export class AuditRunResolver {
  constructor(private readonly audits: AuditService) {}

  @May<Permission>("audit:read")
  @Query(() => AuditRunObject, { nullable: true, description: "One audit; null when there is none, or none the viewer may see." })
  auditRun(@Ctx() ctx: Context, @idArg() id: string) {
    return ctx.load(runById, id);
  }

  @May<Permission>("audit:read")
  @Query(() => AuditRunConnection, { description: "Every audit, newest first." })
  auditRuns(@Ctx() ctx: Context, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return runs(ctx, page);
  }

  @May<Permission>("audit:run")
  @Mutation(() => AuditRunOrderPayload, { description: "Orders an audit now, beside the calendar." })
  async auditRunOrder(@Ctx() ctx: Context, @Arg("planId", () => ID, { description: "By which plan." }) planId: string) {
    const outcome = await ctx.inTransaction((tx) => this.audits.runNow(tx, planId));
    return { auditRun: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @FieldResolver(() => AuditPlanObject, { description: "The plan it follows." })
  plan(@Root() run: AuditRun, @Ctx() ctx: Context) {
    return ctx.load(planById, run.planId);
  }

  @FieldResolver(() => AuditRuleSetObject, { description: "What it looks for." })
  ruleSet(@Root() run: AuditRun, @Ctx() ctx: Context) {
    return ctx.load(ruleSetLoader, run.ruleSetVersion);
  }

  @FieldResolver(() => [AuditRuleCountObject], { description: "Each breached rule with its findings so far, the most frequent first." })
  async counts(@Root() run: AuditRun, @Ctx() ctx: Context) {
    const [counts, set] = await Promise.all([ctx.load(countsByRun, run.id), ctx.load(ruleSetLoader, run.ruleSetVersion)]);
    return counts.map((count) => ({ ...count, rule: set?.rules.find(({ code }) => code === count.rule) }));
  }

  @FieldResolver(() => [AuditReportObject], { description: "Its reports by language; empty until they are drawn." })
  reports(@Root() run: AuditRun, @Ctx() ctx: Context) {
    return ctx.load(reportsByRun, run.id);
  }
}
