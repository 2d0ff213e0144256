import { Arg, type ClassType, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject, RegionObject } from "./member.object.ts";
import { memberById, type StandingMember } from "./member.queries.ts";
import type { MemberSite } from "./profile.entity.ts";
import {
  MemberContactAddInput, MemberContactAddPayload, MemberContactChangeInput, MemberContactChangePayload, MemberContactObject, MemberContactRemovePayload,
  MemberSiteAddInput, MemberSiteAddPayload, MemberSiteChangeInput, MemberSiteChangePayload, MemberSiteCloseInput, MemberSiteClosePayload, MemberSiteObject,
  PeerGroupObject,
} from "./profile.object.ts";
import { contactsByMember, peerGroupsByMember, sitesByMember } from "./profile.queries.ts";
import type { ProfileService } from "./profile.service.ts";
import { regionOf } from "./region.rules.ts";

const idArg = (name: string, description: string) => Arg(name, () => ID, { description });
const inputArg = (type: () => ClassType) => Arg("input", type, { description: "What is to be kept." });

@Resolver(() => MemberSiteObject)
export class MemberSiteResolver {
  @FieldResolver(() => RegionObject, { description: "Where it lies." })
  region(@Root() site: MemberSite) {
    return regionOf(site.region);
  }
}

/** Where a firm trades, whom to speak to, and whom it is compared with. */
@Resolver(() => MemberObject)
export class ProfileResolver {
  constructor(private readonly profiles: ProfileService) {}

  @FieldResolver(() => [MemberSiteObject], { description: "Its sites, those in use first." })
  sites(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    return ctx.load(sitesByMember, id);
  }

  @FieldResolver(() => [MemberContactObject], { description: "Whom to speak to, by matter." })
  contacts(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    return ctx.load(contactsByMember, id);
  }

  @FieldResolver(() => [PeerGroupObject], { description: "The groups it is compared within." })
  peerGroups(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    return ctx.load(peerGroupsByMember, id);
  }

  @May<Permission>("member:keep")
  @Mutation(() => MemberSiteAddPayload, { description: "Adds a site to a firm." })
  async memberSiteAdd(@Ctx() ctx: Context, @idArg("memberId", "Which firm.") memberId: string, @inputArg(() => MemberSiteAddInput) input: MemberSiteAddInput) {
    return payload(ctx, await ctx.inTransaction((tx) => this.profiles.addSite(tx, memberId, input)));
  }

  @May<Permission>("member:keep")
  @Mutation(() => MemberSiteChangePayload, { description: "Changes what is kept of a site; a stale revision is a CONFLICT." })
  async memberSiteChange(@Ctx() ctx: Context, @idArg("id", "Which site.") id: string, @inputArg(() => MemberSiteChangeInput) { revision, ...details }: MemberSiteChangeInput) {
    return payload(ctx, await ctx.inTransaction((tx) => this.profiles.changeSite(tx, id, revision, details)));
  }

  @May<Permission>("member:keep")
  @Mutation(() => MemberSiteClosePayload, { description: "Notes from which day a site is no longer used." })
  async memberSiteClose(@Ctx() ctx: Context, @idArg("id", "Which site.") id: string, @inputArg(() => MemberSiteCloseInput) { revision, closedOn }: MemberSiteCloseInput) {
    return payload(ctx, await ctx.inTransaction((tx) => this.profiles.closeSite(tx, id, revision, closedOn)));
  }

  @May<Permission>("member:keep")
  @Mutation(() => MemberContactAddPayload, { description: "Names somebody for a matter." })
  async memberContactAdd(@Ctx() ctx: Context, @idArg("memberId", "Which firm.") memberId: string, @inputArg(() => MemberContactAddInput) input: MemberContactAddInput) {
    return payload(ctx, await ctx.inTransaction((tx) => this.profiles.addContact(tx, memberId, input)));
  }

  @May<Permission>("member:keep")
  @Mutation(() => MemberContactChangePayload, { description: "Changes what is kept of a contact; a stale revision is a CONFLICT." })
  async memberContactChange(
    @Ctx() ctx: Context, @idArg("id", "Which contact.") id: string, @inputArg(() => MemberContactChangeInput) { revision, ...details }: MemberContactChangeInput,
  ) {
    return payload(ctx, await ctx.inTransaction((tx) => this.profiles.changeContact(tx, id, revision, details)));
  }

  @May<Permission>("member:keep")
  @Mutation(() => MemberContactRemovePayload, { description: "Takes a contact off; the person is forgotten." })
  async memberContactRemove(@Ctx() ctx: Context, @idArg("id", "Which contact.") id: string) {
    return payload(ctx, await ctx.inTransaction((tx) => this.profiles.removeContact(tx, id)));
  }
}

const payload = async (ctx: Context, outcome: Outcome<{ memberId: string }>) =>
  ({ member: outcome.ok ? await ctx.load(memberById, outcome.value.memberId) : null, problems: problemsOf(outcome) });
