import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { InvitationService } from "./invitation.service.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";
import {
  InvitationSendInput, InvitationSendPayload, UserConnection, UserDisablePayload, UserObject, UserRolesChangeInput, UserRolesChangePayload,
} from "./user.object.ts";
import { mayChangeUser } from "./user.policy.ts";
import { userPage, type UserRow } from "./user.queries.ts";
import type { UserService } from "./user.service.ts";
import { InvitationAcceptInput, InvitationAcceptPayload } from "./viewer.object.ts";

export const UserViewerMay = ViewerMay<UserRow>(UserObject, { "user:change": mayChangeUser });

/** Who else may come in, and as what. */
@Resolver(() => UserObject)
export class UserResolver {
  constructor(
    private readonly users: UserService,
    private readonly invitations: InvitationService,
  ) {}

  @May<Permission>("user:list")
  @Query(() => UserConnection, { name: "users", description: "Everybody who may sign in, newest first; for a member, its own people." })
  userList(@Ctx() ctx: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return userPage(ctx, args, ctx.actor.memberId);
  }

  @May<Permission>("invitation:send")
  @Mutation(() => InvitationSendPayload, { description: "Makes a link that lets one person in, once and for seven days." })
  async invitationSend(@Ctx() ctx: Context, @Arg("input", () => InvitationSendInput, { description: "Whom, and as what." }) input: InvitationSendInput) {
    const request = { ...input, memberId: input.memberId ?? null, language: ctx.actor.language };
    const outcome = await byRegistrar(ctx, (tx) => this.invitations.send(tx, request, ctx.actor.scope));
    return { ...(outcome.ok ? outcome.value : { invitation: null, link: null }), problems: problemsOf(outcome) };
  }

  @May("PUBLIC")
  @Mutation(() => InvitationAcceptPayload, { description: "Turns an invitation into an account; the next step is to sign in." })
  async invitationAccept(@Ctx() ctx: Context, @Arg("input", () => InvitationAcceptInput, { description: "What the invited person brings." }) input: InvitationAcceptInput) {
    const outcome = await byRegistrar(ctx, (tx) => this.invitations.accept(tx, input));
    return { email: outcome.ok ? outcome.value.email : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("user:change")
  @Mutation(() => UserDisablePayload, { description: "Shuts a person out, at once." })
  async userDisable(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which person." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.users.disable(tx, id, ctx.actor.scope));
    return { user: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("user:change")
  @Mutation(() => UserRolesChangePayload, { description: "Gives a person other roles; their sessions end." })
  async userRolesChange(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which person." }) id: string,
    @Arg("input", () => UserRolesChangeInput, { description: "The roles from now on." }) input: UserRolesChangeInput,
  ) {
    const outcome = await byRegistrar(ctx, (tx) => this.users.changeRoles(tx, id, input.roles, ctx.actor.scope));
    return { user: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }
}
