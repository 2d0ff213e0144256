import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { Weighs } from "../../platform/graphql/weighs.ts";
import { MemberObject } from "../members/api.ts";
import { memberById } from "../members/index.ts";
import { answerSheets } from "./answer-sheet.rules.ts";
import {
  AnswerObject, AssessmentObject, AssessmentPeriodObject, ObservedFigureObject, SubmissionObject, TaskObject,
} from "./assessment.object.ts";
import { type AssessmentRow, contentOf, judgedKey, judgedOf, submissionsOf } from "./assessment.queries.ts";
import { type AssessmentService, periodFor } from "./assessment.service.ts";
import { adjustmentsOf, evidenceOf, notesOf } from "./evidence.queries.ts";
import { taskList } from "./progress.rules.ts";
import { observedFigures } from "./observed.rules.ts";
import { isOverdue, periodBefore } from "./round.rules.ts";
import { SchemeObject } from "./scheme.object.ts";
import { schemeNamed } from "./scheme.queries.ts";
import { sheetOf } from "./scheme-sheet.rules.ts";
import { ScoreObject } from "./score.object.ts";
import { scoreAssessment } from "./score.rules.ts";
import { scoreSheetOf } from "./score-sheet.rules.ts";

/** What an assessment shows beside its own columns; everything is batched by request. */
@Resolver(() => AssessmentObject)
export class AssessmentFieldsResolver {
  constructor(private readonly assessments: AssessmentService) {}

  @FieldResolver(() => MemberObject, { description: "Whose it is." })
  member(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    return ctx.load(memberById, row.memberId);
  }

  @FieldResolver(() => AssessmentPeriodObject, { description: "The days it is about." })
  period(@Root() row: AssessmentRow): AssessmentPeriodObject {
    return { code: row.period, ...periodFor(row) };
  }

  @FieldResolver(() => Boolean, { description: "Whether the due day has passed and it was never handed in; one that was sent back had been." })
  overdue(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    return isOverdue(row, this.assessments.dayOf(ctx.now));
  }

  @FieldResolver(() => SchemeObject, { description: "How it is filled and judged." })
  async scheme(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    return sheetOf(await schemeNamed(ctx, row.schemeVersion));
  }

  @FieldResolver(() => [AnswerObject], { description: "What stands for each indicator, in the scheme's order, answered or not." })
  async answers(
    @Root() row: AssessmentRow,
    @Ctx() ctx: Context,
    @Arg("group", () => ID, { nullable: true, description: "Only this group's; absent means all." }) group: string | null,
  ) {
    const scheme = await schemeNamed(ctx, row.schemeVersion);
    const groups = scheme.groups.filter(({ id }) => (group ?? id) === id);
    const [{ answers }, evidence, adjustments, notes] = await Promise.all([
      ctx.load(contentOf, row.id), ctx.load(evidenceOf, row.id), ctx.load(adjustmentsOf, row.id), ctx.load(notesOf, row.id),
    ]);
    const openSince = row.state === "CHANGES_REQUESTED" ? row.returnedAt : null;
    return answerSheets({ ...scheme, groups }, answers, { evidence, adjustments, notes, openSince });
  }

  @Weighs(100)
  @FieldResolver(() => [ObservedFigureObject], { description: "What the association holds itself beside the member's own figures; empty where the period before was never confirmed." })
  async observed(@Root() row: AssessmentRow, @Ctx() ctx: Context): Promise<ObservedFigureObject[]> {
    const period = periodBefore(row.period);
    if (period === null) return [];
    const [scheme, { answers }, before] = await Promise.all([
      schemeNamed(ctx, row.schemeVersion), ctx.load(contentOf, row.id), ctx.load(judgedOf, judgedKey(row.memberId, period)),
    ]);
    return observedFigures(scheme, answers, before).map((figure) => ({ ...figure, period }));
  }

  @FieldResolver(() => Boolean, { description: "Whether the officer who confirmed it had adjusted an answer of it; false before it is confirmed." })
  async confirmedByItsAdjuster(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    const adjustments = await ctx.load(adjustmentsOf, row.id);
    return row.confirmedBy !== null && adjustments.some(({ adjustedBy }) => adjustedBy === row.confirmedBy);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer has adjusted an answer of it." })
  async adjustedByViewer(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    const adjustments = await ctx.load(adjustmentsOf, row.id);
    return ctx.actor.userId !== null && adjustments.some(({ adjustedBy }) => adjustedBy === ctx.actor.userId);
  }

  @Weighs(300)
  @FieldResolver(() => [TaskObject], { description: "The task list: one page for each group." })
  async tasks(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    const scheme = await schemeNamed(ctx, row.schemeVersion);
    const { answers, lookedAt } = await ctx.load(contentOf, row.id);
    return taskList(scheme, answers, periodFor(row), lookedAt).map((task) => ({
      ...task,
      problems: task.problems.map((problem) => ({ against: [], ...problem })),
    }));
  }

  @Weighs(1_000)
  @FieldResolver(() => ScoreObject, { description: "How the answers in force now would be judged; never stored." })
  async preview(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    const scheme = await schemeNamed(ctx, row.schemeVersion);
    const { answers } = await ctx.load(contentOf, row.id);
    return scoreSheetOf(scoreAssessment(scheme, answers, periodFor(row)));
  }

  @FieldResolver(() => ScoreObject, { nullable: true, description: "The reckoning as it was confirmed; null before." })
  async score(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    const { score } = await ctx.load(contentOf, row.id);
    return score && scoreSheetOf(score);
  }

  @FieldResolver(() => [SubmissionObject], { description: "Every handing-in, the latest first." })
  submissions(@Root() row: AssessmentRow, @Ctx() ctx: Context) {
    return ctx.load(submissionsOf, row.id);
  }
}
