import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import { InvitationObject, UserObject, ViewerObject } from "../identity/api.ts";
import type { InvitationRow, Permission, UserRow } from "../identity/index.ts";
import { association } from "./association.queries.ts";
import { AssociationObject, MemberConnection, MemberFilterInput, MemberObject, RegionObject } from "./member.object.ts";
import { mayActForMember, mayReadMember } from "./member.policy.ts";
import { memberById, members, type StandingMember } from "./member.queries.ts";
import { regionOf, regions } from "./region.rules.ts";

nodeOf("mem", MemberObject, "member:read", (ctx, id) => ctx.load(memberById, id));

export const MemberViewerMay = ViewerMay<StandingMember>(MemberObject, {
  "member:read": mayReadMember,
  "pledge:sign": mayActForMember,
  "assessment:fill": mayActForMember,
  "member:keep": mayReadMember,
  "member:renew": ({ scope }) => scope === "all",
  "member:leave": mayReadMember,
});

@Resolver(() => MemberObject)
export class MemberResolver {
  @May<Permission>("member:read")
  @Query(() => MemberObject, { nullable: true, description: "One member; null when there is none, or none the viewer may see." })
  member(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which one." }) id: string) {
    return ctx.load(memberById, id);
  }

  @May<Permission>("member:list")
  @Query(() => MemberConnection, { description: "The members, in the order of their numbers." })
  members(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("filter", () => MemberFilterInput, { nullable: true, description: "Which of them; absent means all." }) filter: MemberFilterInput | null,
  ) {
    return members(ctx, filter ?? {}, page);
  }

  @May("PUBLIC")
  @Query(() => AssociationObject, { description: "Whose house this is." })
  association(@Ctx() ctx: Context) {
    return association(ctx);
  }

  @May("PUBLIC")
  @Query(() => [RegionObject], { description: "Every region a member can belong to." })
  regions() {
    return regions;
  }

  @FieldResolver(() => RegionObject, { description: "Where it is registered." })
  region(@Root() member: StandingMember) {
    return regionOf(member.region);
  }
}

/** What the viewer looks like from here; identity itself knows nothing of firms. */
@Resolver(() => ViewerObject)
export class ViewerMemberResolver {
  @FieldResolver(() => MemberObject, { nullable: true, description: "The firm the viewer acts for; null for whoever acts for none." })
  member(@Root() { memberId }: UserRow, @Ctx() ctx: Context) {
    return memberId === null ? null : ctx.load(memberById, memberId);
  }
}

/** What a person looks like from here. */
@Resolver(() => UserObject)
export class UserMemberResolver {
  @FieldResolver(() => MemberObject, { nullable: true, description: "The firm they act for; null on the association's side." })
  member(@Root() { memberId }: UserRow, @Ctx() ctx: Context) {
    return memberId === null ? null : ctx.load(memberById, memberId);
  }
}

/** What an invitation looks like from here. */
@Resolver(() => InvitationObject)
export class InvitationMemberResolver {
  @FieldResolver(() => MemberObject, { nullable: true, description: "The firm the person will act for; null on the association's side." })
  member(@Root() { memberId }: InvitationRow, @Ctx() ctx: Context) {
    return memberId === null ? null : ctx.load(memberById, memberId);
  }
}
