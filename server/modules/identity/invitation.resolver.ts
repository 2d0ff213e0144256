import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import {
  InvitationAcceptInput, InvitationAcceptPayload, InvitationConnection, InvitationObject, InvitationRevokePayload, InvitationSendInput, InvitationSendPayload,
} from "./invitation.object.ts";
import type { InvitationService } from "./invitation.service.ts";
import type { InvitationRow } from "./link.queries.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";
import { reaches } from "./user.policy.ts";

export const InvitationViewerMay = ViewerMay<InvitationRow>(InvitationObject, { "user:change": reaches });

/** How people come to have an account. */
@Resolver()
export class InvitationResolver {
  constructor(private readonly invitations: InvitationService) {}

  @May<Permission>("user:list")
  @Query(() => InvitationConnection, { name: "invitations", description: "Invitations that can still be accepted, the last sent first; for a member, those of its own people." })
  invitationList(@Ctx() ctx: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return this.invitations.open(ctx, args, ctx.actor.memberId);
  }

  @May<Permission>("invitation:send")
  @Mutation(() => InvitationSendPayload, { description: "Makes a link that lets one person in, once and for seven days." })
  async invitationSend(@Ctx() ctx: Context, @Arg("input", () => InvitationSendInput, { description: "Whom, and as what." }) input: InvitationSendInput) {
    const request = { ...input, memberId: input.memberId ?? null, language: ctx.actor.language };
    const outcome = await byRegistrar(ctx, (tx) => this.invitations.send(tx, request, ctx.actor.scope));
    return { ...(outcome.ok ? outcome.value : { invitation: null, link: null }), problems: problemsOf(outcome) };
  }

  @May<Permission>("user:change")
  @Mutation(() => InvitationRevokePayload, { description: "Makes an invitation good for nothing, at once." })
  async invitationRevoke(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which invitation." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.invitations.revoke(tx, id, ctx.actor.scope));
    return { invitation: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May("PUBLIC")
  @Mutation(() => InvitationAcceptPayload, { description: "Turns an invitation into an account; the next step is to sign in." })
  async invitationAccept(@Ctx() ctx: Context, @Arg("input", () => InvitationAcceptInput, { description: "What the invited person brings." }) input: InvitationAcceptInput) {
    const outcome = await byRegistrar(ctx, (tx) => this.invitations.accept(tx, input));
    return { email: outcome.ok ? outcome.value.email : null, problems: problemsOf(outcome) };
  }
}
