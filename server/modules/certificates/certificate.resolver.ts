import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { AssessmentObject } from "../assessments/api.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { type Member, memberById } from "../members/index.ts";
import type { Certificate } from "./certificate.entity.ts";
import {
  CertificateChangeObject, CertificateConnection, CertificateObject, CertificateReinstatePayload, CertificateStandingObject, CertificateSuspendPayload,
  CertificateWithdrawPayload,
} from "./certificate.object.ts";
import { standingOf } from "./certificate-facts.rules.ts";
import { mayChange, mayRead } from "./certificate.policy.ts";
import { certificateByAssessment, certificateById, certificates, certificatesByMember, changesByCertificate } from "./certificate.queries.ts";
import { CertificateState, CertificateStatus, statusOn } from "./certificate.rules.ts";
import type { CertificateService } from "./certificate.service.ts";

const readable = async (ctx: Context, id: string): Promise<Certificate | null> => {
  const certificate = await ctx.load(certificateById, id);
  return certificate && mayRead(ctx.actor, certificate) ? certificate : null;
};

nodeOf("crt", CertificateObject, "certificate:read", readable);

export const CertificateViewerMay = ViewerMay<Certificate>(CertificateObject, { "certificate:read": mayRead, "certificate:change": mayChange });

const idArg = () => Arg("id", () => ID, { description: "Which certificate." });
const reasonArg = () => Arg("reason", () => String, { description: "Why; everybody who checks the certificate reads it." });

@Resolver(() => CertificateObject)
export class CertificateResolver {
  constructor(private readonly service: CertificateService) {}

  @May<Permission>("certificate:read")
  @Query(() => CertificateObject, { nullable: true, description: "One certificate; null when there is none, or none the viewer may read." })
  certificate(@Ctx() ctx: Context, @idArg() id: string) {
    return readable(ctx, id);
  }

  @May<Permission>("certificate:read")
  @Query(() => CertificateConnection, { description: "The register, newest first: all of it for the association, their own for members." })
  certificates(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("memberId", () => ID, { nullable: true, description: "Only this member's; absent means all." }) memberId: string | null,
    @Arg("state", () => CertificateState, { nullable: true, description: "Only those standing so; absent means all." }) state: CertificateState | null,
  ) {
    return certificates(ctx, page, { memberId, state });
  }

  @May<Permission>("certificate:change")
  @Mutation(() => CertificateSuspendPayload, { description: "Puts a certificate out of force for a time." })
  async certificateSuspend(@Ctx() ctx: Context, @idArg() id: string, @reasonArg() reason: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.suspend(tx, id, reason)));
  }

  @May<Permission>("certificate:change")
  @Mutation(() => CertificateReinstatePayload, { description: "Puts a suspended certificate in force again." })
  async certificateReinstate(@Ctx() ctx: Context, @idArg() id: string, @reasonArg() reason: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.reinstate(tx, id, reason)));
  }

  @May<Permission>("certificate:change")
  @Mutation(() => CertificateWithdrawPayload, { description: "Puts a certificate out of force for good." })
  async certificateWithdraw(@Ctx() ctx: Context, @idArg() id: string, @reasonArg() reason: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.withdraw(tx, id, reason)));
  }

  @FieldResolver(() => MemberObject, { description: "The holder." })
  member(@Root() certificate: Certificate, @Ctx() ctx: Context) {
    return ctx.load(memberById, certificate.memberId);
  }

  @FieldResolver(() => CertificateStatus, { nullable: true, description: "What anyone is told of it today; null while its paper is drawn." })
  status(@Root() certificate: Certificate, @Ctx() ctx: Context) {
    return statusOn(certificate, this.service.dayOf(ctx.now));
  }

  @FieldResolver(() => CertificateStandingObject, { description: "What it states." })
  standing(@Root() certificate: Certificate) {
    return standingOf(certificate.facts);
  }

  @FieldResolver(() => [CertificateChangeObject], { description: "Suspensions, reinstatements and the withdrawal, newest first." })
  changes(@Root() certificate: Certificate, @Ctx() ctx: Context) {
    return ctx.load(changesByCertificate, certificate.id);
  }
}

const payloadOf = (outcome: Outcome<Certificate>) => ({ certificate: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberCertificatesResolver {
  @FieldResolver(() => [CertificateObject], { description: "Its certificates, newest first: at most one for each assessment." })
  certificates(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(certificatesByMember, member.id);
  }
}

/** What an assessment looks like from here. */
@Resolver(() => AssessmentObject)
export class AssessmentCertificateResolver {
  @FieldResolver(() => CertificateObject, { nullable: true, description: "The certificate it earned; null when it earned none, or none yet." })
  certificate(@Root() assessment: { id: string }, @Ctx() ctx: Context) {
    return ctx.load(certificateByAssessment, assessment.id);
  }
}
