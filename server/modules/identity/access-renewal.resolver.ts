import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { AccessRenewalAcceptInput, AccessRenewalAcceptPayload, UserAccessRenewPayload } from "./access-renewal.object.ts";
import type { AccessRenewalService } from "./access-renewal.service.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";

/** The way back in. */
@Resolver()
export class AccessRenewalResolver {
  constructor(private readonly renewals: AccessRenewalService) {}

  @May<Permission>("user:entrust")
  @Mutation(() => UserAccessRenewPayload, { description: "Makes a link by which a person sets a new password, once and for a day; their second factor, sessions and keys end when they use it." })
  async userAccessRenew(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which person." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.renewals.renew(tx, id, ctx.actor.scope));
    return { ...(outcome.ok ? outcome.value : { user: null, link: null, expiresAt: null }), problems: problemsOf(outcome) };
  }

  @May("PUBLIC")
  @Mutation(() => AccessRenewalAcceptPayload, { description: "Sets a new password by a link; the next step is to sign in." })
  async accessRenewalAccept(@Ctx() ctx: Context, @Arg("input", () => AccessRenewalAcceptInput, { description: "The link and the password." }) input: AccessRenewalAcceptInput) {
    const outcome = await byRegistrar(ctx, (tx) => this.renewals.accept(tx, input));
    return { email: outcome.ok ? outcome.value.email : null, problems: problemsOf(outcome) };
  }
}
