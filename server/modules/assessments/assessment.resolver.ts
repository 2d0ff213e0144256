import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Outcome, Problem } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import type { Member } from "../members/index.ts";
import { AssessmentConnection, AssessmentObject, AssessmentSaveInput, AssessmentSubmitInput, EvidenceAttachInput, type InputValueInput } from "./assessment.object.ts";
import {
  AssessmentBeginPayload, type AssessmentPayload, AssessmentSavePayload, AssessmentSubmitPayload, EvidenceAttachPayload, EvidenceDetachPayload,
} from "./assessment.payloads.ts";
import { mayFill, mayReview } from "./assessment.policy.ts";
import { assessmentById, type AssessmentRow, assessments, assessmentsOfMember, confirmedOfMember } from "./assessment.queries.ts";
import type { AssessmentService } from "./assessment.service.ts";
import type { EvidenceService } from "./evidence.service.ts";
import type { Inputs } from "./scheme.rules.ts";

nodeOf("asm", AssessmentObject, "assessment:read", (ctx, id) => ctx.load(assessmentById, id));

export const AssessmentViewerMay = ViewerMay<AssessmentRow>(AssessmentObject, {
  "assessment:fill": mayFill,
  "assessment:submit": mayFill,
  "assessment:review": mayReview,
  "assessment:confirm": mayReview,
});

/** What the member does. */
@Resolver(() => AssessmentObject)
export class AssessmentResolver {
  constructor(private readonly service: AssessmentService, private readonly evidence: EvidenceService) {}

  @May<Permission>("assessment:read")
  @Query(() => AssessmentObject, { nullable: true, description: "One assessment; null when there is none, or none the viewer may see." })
  assessment(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which one." }) id: string) {
    return ctx.load(assessmentById, id);
  }

  @May<Permission>("assessment:read")
  @Query(() => AssessmentConnection, { description: "Every assessment the viewer may see, the latest begun first." })
  assessments(@Ctx() ctx: Context, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return assessments(ctx, page);
  }

  @May<Permission>("assessment:fill")
  @Mutation(() => AssessmentBeginPayload, { description: "Begins the member's assessment of a period; each period once." })
  async assessmentBegin(@Ctx() ctx: Context, @Arg("period", () => ID, { description: "A year such as `2025`, or a half-year such as `2026-H1`." }) period: string) {
    const outcome = await ctx.inTransaction((tx) => this.service.begin(tx, period));
    return outcome.ok ? payload(ctx, outcome.value.id, outcome) : { assessment: null, problems: outcome.problems };
  }

  @May<Permission>("assessment:fill")
  @Mutation(() => AssessmentSavePayload, { description: "Keeps what was typed on one page, field by field; a stale revision is a CONFLICT and keeps nothing." })
  async assessmentSave(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which one." }) id: string,
    @Arg("input", () => AssessmentSaveInput, { description: "What was typed." }) { answers, ...input }: AssessmentSaveInput,
  ) {
    const typed = answers.map((answer) => ({ ...answer, inputs: keyed(answer.inputs), notApplicableReason: answer.notApplicableReason ?? null }));
    const outcome = await ctx.inTransaction((tx) => this.service.save(tx, id, { ...input, lookedAt: input.lookedAt ?? null, answers: typed }));
    return payload(ctx, id, outcome, outcome.ok ? outcome.value : []);
  }

  @May<Permission>("assessment:submit")
  @Mutation(() => AssessmentSubmitPayload, { description: "Hands it in, declared complete and true; the member cannot change it then." })
  async assessmentSubmit(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which one." }) id: string,
    @Arg("input", () => AssessmentSubmitInput, { description: "The declaration." }) input: AssessmentSubmitInput,
  ) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.service.submit(tx, id, input)));
  }

  @May<Permission>("assessment:fill")
  @Mutation(() => EvidenceAttachPayload, { description: "Puts an uploaded file behind an answer." })
  async assessmentEvidenceAttach(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which assessment." }) id: string,
    @Arg("input", () => EvidenceAttachInput, { description: "The file and the answer." }) input: EvidenceAttachInput,
  ) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.evidence.attach(tx, id, { ...input, note: input.note ?? "" })));
  }

  @May<Permission>("assessment:fill")
  @Mutation(() => EvidenceDetachPayload, { description: "Takes a file off an answer; that it was there stays on record." })
  async assessmentEvidenceDetach(@Ctx() ctx: Context, @Arg("evidenceId", () => ID, { description: "Which piece of evidence." }) evidenceId: string) {
    const outcome = await ctx.inTransaction((tx) => this.evidence.detach(tx, evidenceId));
    return outcome.ok ? payload(ctx, outcome.value.id, outcome) : { assessment: null, problems: outcome.problems };
  }
}

/** The assessment as it stands after the act, also after a refusal, so that a page can show both sides of a conflict. */
export async function payload(ctx: Context, id: string, outcome: Outcome<unknown>, inFields: Problem[] = []): Promise<AssessmentPayload> {
  return { assessment: await ctx.load(assessmentById, id), problems: [...problemsOf(outcome), ...inFields] };
}

export const keyed = (inputs: readonly InputValueInput[]): Inputs => Object.fromEntries(inputs.map(({ code, value }) => [code, value ?? null]));

/** What a member looks like from here; members itself knows nothing of assessments. */
@Resolver(() => MemberObject)
export class MemberAssessmentsResolver {
  @FieldResolver(() => [AssessmentObject], { description: "Its assessments, the latest period first: at most one for each period, and so two a year." })
  assessments(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(assessmentsOfMember, member.id);
  }

  @FieldResolver(() => AssessmentObject, { nullable: true, description: "Its confirmed assessment of the latest period; null before the first." })
  confirmedAssessment(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(confirmedOfMember, member.id);
  }
}
