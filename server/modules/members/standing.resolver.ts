import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import { type Outcome, refused } from "../../platform/outcome.ts";
import { byRegistrar, type Permission } from "../identity/index.ts";
import { MemberObject } from "./member.object.ts";
import { mayReadMember } from "./member.policy.ts";
import type { StandingMember } from "./member.queries.ts";
import { MemberStatus } from "./member.rules.ts";
import {
  MemberLeaveInput, MemberLeavePayload, MemberLeaveRevokePayload, MemberRenewPayload, MembershipObject, StandingFactObject, StandingSpanObject,
} from "./standing.object.ts";
import { factsByMember, membershipTerms, spansByMember } from "./standing.queries.ts";
import { spanOn } from "./standing.rules.ts";
import type { StandingService } from "./standing.service.ts";

const which = () => Arg("id", () => ID, { description: "Which firm." });

/** How a firm stands, and the acts it follows from. */
@Resolver(() => MemberObject)
export class StandingResolver {
  constructor(private readonly standings: StandingService) {}

  @FieldResolver(() => [StandingSpanObject], { description: "How it stood, stands and will stand if nothing else happens, in the order of days." })
  standing(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    return ctx.load(spansByMember, id);
  }

  @FieldResolver(() => [StandingFactObject], { description: "What its standing follows from, latest first." })
  standingFacts(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    return ctx.load(factsByMember, id);
  }

  @FieldResolver(() => MemberStatus, { nullable: true, description: "How it stood or will stand on a day; null before its admission." })
  async statusOn(@Root() { id }: StandingMember, @Ctx() ctx: Context, @Arg("day", () => DateScalar, { description: "Which day." }) day: string) {
    return spanOn(await ctx.load(spansByMember, id), day)?.status ?? null;
  }

  @FieldResolver(() => MembershipObject, { nullable: true, description: "Its term; null when it has left." })
  async membership(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    const [facts, terms] = await Promise.all([ctx.load(factsByMember, id), membershipTerms(ctx)]);
    return this.standings.membershipOf(ctx, facts.toReversed(), terms);
  }

  @May<Permission>("member:renew")
  @Mutation(() => MemberRenewPayload, { description: "Renews a membership by a term that follows the last." })
  async memberRenew(@Ctx() ctx: Context, @which() id: string) {
    return payload(await ctx.inTransaction((tx) => this.standings.renew(tx, id)));
  }

  @May<Permission>("member:leave")
  @Mutation(() => MemberLeavePayload, { description: "Notes that a firm leaves the association, from a day on." })
  async memberLeave(@Ctx() ctx: Context, @which() id: string, @Arg("input", () => MemberLeaveInput, { description: "From when, and why." }) { day, reason }: MemberLeaveInput) {
    return payload(await withinReach(ctx, id, (tx) => this.standings.withdraw(tx, id, day, reason)));
  }

  @May<Permission>("member:leave")
  @Mutation(() => MemberLeaveRevokePayload, { description: "Takes a notice of leaving back before its day." })
  async memberLeaveRevoke(@Ctx() ctx: Context, @which() id: string) {
    return payload(await withinReach(ctx, id, (tx) => this.standings.revokeWithdrawal(tx, id)));
  }
}

/** A firm writes its own notice, though not its own standing: the registrar does that for it. */
async function withinReach<T>(ctx: Context, id: string, work: (tx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return mayReadMember(ctx.actor, { id }) ? byRegistrar(ctx, work) : refused("NOT_FOUND", "id");
}

const payload = (outcome: Outcome<StandingMember>) => ({ member: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
