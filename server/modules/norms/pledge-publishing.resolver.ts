import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import type { Member } from "../members/index.ts";
import { remindersByMember } from "./pledge-chasing.queries.ts";
import { PledgePublishInput, PledgePublishPayload, PledgeReminderObject } from "./pledge-publishing.object.ts";
import type { PledgePublishingService } from "./pledge-publishing.service.ts";
import { PledgeVersionObject } from "./pledge.object.ts";
import { pledgeLast } from "./pledge.queries.ts";

@Resolver(() => PledgeVersionObject)
export class PledgePublishingResolver {
  constructor(private readonly publishing: PledgePublishingService) {}

  @May<Permission>("norm:review")
  @Query(() => PledgeVersionObject, { nullable: true, description: "The version of the pledge published last, in force or not, which the next one follows; null before the first." })
  pledgeLast(@Ctx() ctx: Context) {
    return pledgeLast(ctx);
  }

  @May<Permission>("pledge:publish")
  @Mutation(() => PledgePublishPayload, { description: "Publishes the next version of the pledge with a day to sign it by." })
  async pledgePublish(@Ctx() ctx: Context, @Arg("input", () => PledgePublishInput, { description: "The version." }) input: PledgePublishInput) {
    const draft = { ...input, clauses: input.clauses.map((clause) => ({ ...clause, code: clause.code ?? null })) };
    const outcome = await ctx.inTransaction((tx) => this.publishing.publish(tx, draft));
    return { pledge: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }
}

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberRemindersResolver {
  @FieldResolver(() => [PledgeReminderObject], { description: "Its reminders to sign the newest version it was reminded of, oldest first: at most one for each day the association has set." })
  pledgeReminders(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(remindersByMember, member.id);
  }
}
