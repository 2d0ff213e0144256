import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { Weighs } from "../../platform/graphql/weighs.ts";
import { MemberObject, MembershipPeriodObject } from "../members/api.ts";
import { creditCodeFault, memberById, membershipPeriods, spansByMember } from "../members/index.ts";
import { ApplicationClockObject, ApplicationEvidenceObject, ApplicationObject, ApplicationStepObject } from "./application.object.ts";
import { type ApplicationRow, applicationsByCode, evidenceByApplication, memberByCode, membersAlike, stepsByApplication } from "./application.queries.ts";
import type { DecisionClockService } from "./decision-clock.service.ts";

/** What belongs to an application, and what the portal has checked of it by itself. */
@Resolver(() => ApplicationObject)
export class ApplicationFieldsResolver {
  constructor(private readonly clocks: DecisionClockService) {}

  @FieldResolver(() => [ApplicationEvidenceObject], { description: "Its files in the order they came, those taken off among them." })
  evidence(@Root() { id }: ApplicationRow, @Ctx() ctx: Context) {
    return ctx.load(evidenceByApplication, id);
  }

  @FieldResolver(() => [ApplicationStepObject], { description: "What happened to it, in order." })
  steps(@Root() { id }: ApplicationRow, @Ctx() ctx: Context) {
    return ctx.load(stepsByApplication, id);
  }

  @FieldResolver(() => ApplicationClockObject, { nullable: true, description: "By when it is to be decided; null once it has ended." })
  clock(@Root() row: ApplicationRow, @Ctx() ctx: Context) {
    return this.clocks.read(ctx, row);
  }

  @FieldResolver(() => MemberObject, { nullable: true, description: "The member it became; null unless it was admitted." })
  member(@Root() { memberId }: ApplicationRow, @Ctx() ctx: Context) {
    return memberId === null ? null : ctx.load(memberById, memberId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer is the person named as its contact, and so has no say in it." })
  isViewerNamed(@Root() { isNamed }: ApplicationRow): boolean {
    return isNamed;
  }

  @FieldResolver(() => Boolean, { description: "Whether the credit code has the form and the check character of GB 32100-2015." })
  isCreditCodeSound(@Root() { creditCode }: ApplicationRow): boolean {
    return creditCodeFault(creditCode) === null;
  }

  @FieldResolver(() => MemberObject, { nullable: true, description: "The member entered under the same credit code, now or formerly; null when the code is nobody's." })
  memberOfCode(@Root() { creditCode }: ApplicationRow, @Ctx() ctx: Context) {
    return ctx.load(memberByCode, creditCode);
  }

  @FieldResolver(() => [MembershipPeriodObject], { description: "The times the firm was a member before this was handed in, in order, under the credit code; none for one that never was." })
  async formerMemberships(@Root() { creditCode, submittedOn }: ApplicationRow, @Ctx() ctx: Context) {
    const member = await ctx.load(memberByCode, creditCode);
    if (member === null || submittedOn === null) return [];
    return membershipPeriods(await ctx.load(spansByMember, member.id)).filter(({ to }) => to < submittedOn);
  }

  @Weighs(500)
  @FieldResolver(() => [MemberObject], { description: "The 5 members at most whose names are most like the firm's, the most alike first; the member it became is not among them." })
  async membersAlike(@Root() { name, memberId }: ApplicationRow, @Ctx() ctx: Context) {
    return (await ctx.load(membersAlike, JSON.stringify(Object.values(name)))).filter(({ id }) => id !== memberId);
  }

  @FieldResolver(() => [ApplicationObject], { description: "The 10 latest others under the same credit code, latest first." })
  async others(@Root() { id, creditCode }: ApplicationRow, @Ctx() ctx: Context) {
    return creditCode === "" ? [] : (await ctx.load(applicationsByCode, creditCode)).filter((other) => other.id !== id);
  }
}
