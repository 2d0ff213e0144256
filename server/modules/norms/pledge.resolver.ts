import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { LanguageEnum } from "../../platform/graphql/scalars.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { type Member, memberById } from "../members/index.ts";
import { type BoardDay, type PledgeStanding, pledgeBoard, pledgeTotals } from "./pledge-board.queries.ts";
import { chasingInForce } from "./pledge-chasing.queries.ts";
import type { PledgeSignature, PledgeVersion } from "./pledge.entity.ts";
import {
  PledgeReceiptObject, PledgeSignatureObject, PledgeSignInput, PledgeSignPayload, PledgeStandingConnection, PledgeStandingObject,
  PledgeTotalsObject, PledgeVersionObject,
} from "./pledge.object.ts";
import { pledgeVersionById, receiptBySignature, signatureById, signatureByMember } from "./pledge.queries.ts";
import { PledgeState, pledgeState } from "./pledge.rules.ts";
import type { PledgeService } from "./pledge.service.ts";

nodeOf("plv", PledgeVersionObject, "PUBLIC", (ctx, id) => ctx.load(pledgeVersionById, id));
nodeOf("pls", PledgeSignatureObject, "pledge:read", (ctx, id) => ctx.load(signatureById, id));

@Resolver(() => PledgeVersionObject)
export class PledgeResolver {
  constructor(private readonly pledges: PledgeService) {}

  @May("PUBLIC")
  @Query(() => PledgeVersionObject, { nullable: true, description: "The pledge that binds today; null before the first." })
  pledge(@Ctx() ctx: Context) {
    return this.pledges.inForce(ctx);
  }

  @May<Permission>("pledge:sign")
  @Mutation(() => PledgeSignPayload, { description: "Binds the viewer's firm to the version in force, exactly as it was read." })
  async pledgeSign(@Ctx() ctx: Context, @Arg("input", () => PledgeSignInput, { description: "What was read, and who signs." }) input: PledgeSignInput) {
    const outcome = await ctx.inTransaction((tx) => this.pledges.sign(tx, input));
    return { signature: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("member:list")
  @Query(() => PledgeStandingConnection, { description: "How the members that stand in the association stand to the pledge, in the order of their numbers." })
  pledgeStatus(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("state", () => PledgeState, { nullable: true, description: "Only those standing so; absent means all." }) state: PledgeState | null,
    @Arg("isOverdue", () => Boolean, { nullable: true, description: "Only those that should have signed by now, or only the others; absent means all." }) isOverdue: boolean | null,
  ) {
    return this.boardDay(ctx).then((day) => pledgeBoard(ctx, day, { state: state ?? null, isOverdue: isOverdue ?? null }, page));
  }

  @May<Permission>("member:list")
  @Query(() => PledgeTotalsObject, { description: "How many members stand in each way to the pledge." })
  pledgeTotals(@Ctx() ctx: Context) {
    return this.boardDay(ctx).then((day) => pledgeTotals(ctx, day));
  }

  private async boardDay(ctx: Context): Promise<BoardDay> {
    const { newcomerDays } = await chasingInForce(ctx);
    return { day: this.pledges.today(ctx), newcomerDays };
  }

  @FieldResolver(() => String, { description: "SHA-256 of the text as a reader of this language has it; to be handed in with the signature." })
  textDigest(@Root() version: PledgeVersion, @Arg("language", () => LanguageEnum, { description: "Which language is shown." }) language: Language) {
    return version.textDigests[language];
  }
}

@Resolver(() => PledgeSignatureObject)
export class PledgeSignatureResolver {
  @FieldResolver(() => MemberObject, { nullable: true, description: "The firm bound; null when the viewer may not see it." })
  member(@Root() signature: PledgeSignature, @Ctx() ctx: Context) {
    return ctx.load(memberById, signature.memberId);
  }

  @FieldResolver(() => PledgeVersionObject, { nullable: true, description: "The text it is bound to; null when the viewer may not read it." })
  version(@Root() signature: PledgeSignature, @Ctx() ctx: Context) {
    return ctx.load(pledgeVersionById, signature.versionId);
  }

  @FieldResolver(() => PledgeReceiptObject, { nullable: true, description: "Its paper; null while it is being drawn." })
  receipt(@Root() signature: PledgeSignature, @Ctx() ctx: Context) {
    return ctx.load(receiptBySignature, signature.id);
  }
}

@Resolver(() => PledgeStandingObject)
export class PledgeStandingResolver {
  @FieldResolver(() => PledgeSignatureObject, { nullable: true, description: "To the newest version it signed; null when it signed none." })
  signature(@Root() standing: PledgeStanding, @Ctx() ctx: Context) {
    return standing.signatureId === null ? null : ctx.load(signatureById, standing.signatureId);
  }
}

/** What a member looks like from here; members itself knows nothing of pledges. */
@Resolver(() => MemberObject)
export class MemberPledgeResolver {
  constructor(private readonly pledges: PledgeService) {}

  @FieldResolver(() => PledgeSignatureObject, { nullable: true, description: "To the newest version it signed; null when it signed none." })
  pledgeSignature(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(signatureByMember, member.id);
  }

  @FieldResolver(() => PledgeState, { description: "How it stands to the pledge in force." })
  async pledgeState(@Root() member: Member, @Ctx() ctx: Context) {
    const [signature, number] = await Promise.all([ctx.load(signatureByMember, member.id), this.pledges.numberInForce(ctx)]);
    return pledgeState(signature?.versionNumber ?? null, number);
  }
}
