import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";
import { UserConnection, UserDisablePayload, UserEnablePayload, UserFilterInput, UserObject, UserRolesChangeInput, UserRolesChangePayload } from "./user.object.ts";
import { mayChangeUser } from "./user.policy.ts";
import { userPage, type UserRow } from "./user.queries.ts";
import type { UserService } from "./user.service.ts";

export const UserViewerMay = ViewerMay<UserRow>(UserObject, { "user:change": mayChangeUser, "user:entrust": mayChangeUser });

/** Who else may come in, and as what. */
@Resolver(() => UserObject)
export class UserResolver {
  constructor(private readonly users: UserService) {}

  @May<Permission>("user:list")
  @Query(() => UserConnection, { name: "users", description: "Everybody who has an account, the house first, then firm by firm, each by name; for a member, its own people." })
  userList(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => UserFilterInput, { nullable: true, description: "Which of them; absent means all." }) filter: UserFilterInput | null,
  ) {
    return userPage(ctx, args, { ...filter, memberId: ctx.actor.memberId });
  }

  @May<Permission>("user:change")
  @Mutation(() => UserDisablePayload, { description: "Shuts a person out, at once." })
  async userDisable(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which person." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.users.disable(tx, id, ctx.actor.scope));
    return { user: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("user:change")
  @Mutation(() => UserEnablePayload, { description: "Lets a person in again who was shut out." })
  async userEnable(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which person." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.users.enable(tx, id, ctx.actor.scope));
    return { user: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("user:entrust")
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
