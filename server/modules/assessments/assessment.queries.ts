import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { selected } from "../../platform/reading.ts";
import type { Assessment } from "./assessment.entity.ts";
import type { ScoreTree } from "./score-tree.rules.ts";
import type { AssessmentSubmission } from "./submission.entity.ts";

/** An assessment as lists know it; answers and reckoning are fetched only where they are shown. */
export type AssessmentRow = Omit<Assessment, "answers" | "lookedAt" | "score"> & { dueOn: string };
export type AssessmentContent = Pick<Assessment, "id" | "answers" | "lookedAt" | "score">;

/** An assessment's fields as columns, for statements that join `assessment a` and `assessment_round r`. */
export const assessmentFields = {
  id: "a.id", memberId: "a.member_id", period: "a.period", schemeVersion: "a.scheme_version", state: "a.state", revision: "a.revision", begunAt: "a.begun_at",
  begunBy: "a.begun_by", savedAt: "a.saved_at", submittedAt: "a.submitted_at", receiptNumber: "a.receipt_number", returnedAt: "a.returned_at",
  confirmedAt: "a.confirmed_at", confirmedBy: "a.confirmed_by", scoreValue: "a.score_value", grade: "a.grade", dueOn: "r.due_on",
};
export const assessmentColumns = selected(assessmentFields);

/** The tables they are columns of. */
export const assessmentTables = "assessment a join assessment_round r using (period)";

const from = `from ${assessmentTables}`;

export const assessmentById = defineLoader<string, AssessmentRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<AssessmentRow>(`select ${assessmentColumns} ${from} where a.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** The latest period first. */
export const assessmentsOfMember = defineLoader<string, AssessmentRow[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<AssessmentRow>(
    `select ${assessmentColumns} ${from} where a.member_id = any($1::text[]) order by r.period_to desc, a.id desc`,
    [memberIds],
  );
  return groupBy(rows, (row) => row.memberId);
}, []);

/** The last confirmed one of each member, by its period; null before the first. */
export const confirmedOfMember = defineLoader<string, AssessmentRow | null>(async (ctx, memberIds) => {
  const rows = await ctx.rows<AssessmentRow>(
    `select ${assessmentColumns} ${from} join confirmed_assessment c on c.assessment_id = a.id where c.member_id = any($1::text[])`,
    [memberIds],
  );
  return new Map(rows.map((row) => [row.memberId, row]));
}, null);

export const contentOf = defineLoader<string, AssessmentContent>(async (ctx, ids) => {
  const rows = await ctx.rows<AssessmentContent>(`select id, answers, looked_at as "lookedAt", score from assessment where id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, { id: "", answers: {}, lookedAt: [], score: null });

/** What the judged assessment of a member and a period came to; null before it is confirmed. */
export const judgedOf = defineLoader<string, ScoreTree | null>(async (ctx, keys) => {
  const rows = await ctx.rows<{ key: string; score: ScoreTree }>(
    `select member_id || ' ' || period as key, score from assessment
     where state = 'CONFIRMED' and (member_id, period) in (select split_part(key, ' ', 1), split_part(key, ' ', 2) from unnest($1::text[]) as key)`,
    [keys],
  );
  return new Map(rows.map(({ key, score }) => [key, score]));
}, null);

/** The key of `judgedOf`. */
export const judgedKey = (memberId: string, period: string): string => `${memberId} ${period}`;

/** Every assessment the actor may see, the latest begun first. */
export async function assessments(ctx: Context, page: PageRequest): Promise<Page<AssessmentRow>> {
  const [id] = readCursor(page.after, "TEXT") ?? [null];
  const { where, values } = narrowed([["a.id < ?::text", id]]);
  const rows = await ctx.rows<AssessmentRow>(
    `select ${assessmentColumns} ${from} where ${where} order by a.id desc limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const count = async () => (await ctx.row<{ count: number }>("select count(*) as count from assessment"))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.id), count);
}

/** Every handing-in of an assessment, the latest first. */
export const submissionsOf = defineLoader<string, AssessmentSubmission[]>(async (ctx, ids) => {
  const rows = await ctx.rows<AssessmentSubmission>(
    `select receipt_number as "receiptNumber", assessment_id as "assessmentId", member_id as "memberId", answers_digest as "answersDigest",
       declarant_name as "declarantName", submitted_at as "submittedAt", submitted_by as "submittedBy"
     from assessment_submission where assessment_id = any($1::text[]) order by submitted_at desc, receipt_number desc`,
    [ids],
  );
  return groupBy(rows, (row) => row.assessmentId);
}, []);

/** The next receipt number of a period, such as `SA-2026-H1-000042`. */
export async function nextReceipt(tx: Context, period: string): Promise<string> {
  const row = await tx.row<{ number: number }>("select nextval('assessment_receipt') as number");
  return `SA-${period}-${String(row?.number ?? 0).padStart(6, "0")}`;
}
