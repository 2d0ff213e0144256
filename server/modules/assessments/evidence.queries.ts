import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import type { AnswerAdjustment, ReviewNote } from "./review.entity.ts";

/** A piece of evidence with the file it is. */
export interface EvidenceRow {
  id: string;
  assessmentId: string;
  indicator: string;
  note: string;
  attachedAt: Date;
  file: { id: string; name: string; mediaType: string; size: number; digest: string };
}

export const evidenceOf = defineLoader<string, EvidenceRow[]>(async (ctx, assessmentIds) => {
  const rows = await ctx.rows<EvidenceRow>(
    `select e.id, e.assessment_id as "assessmentId", e.indicator, e.note, e.attached_at as "attachedAt",
       jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'digest', f.digest) as file
     from evidence e join stored_file f on f.id = e.file_id
     where e.assessment_id = any($1::text[]) and e.detached_at is null order by e.attached_at, e.id`,
    [assessmentIds],
  );
  return groupBy(rows, (row) => row.assessmentId);
}, []);

/** The indicators of an assessment that have evidence now. */
export async function backedIndicators(tx: Context, assessmentId: string): Promise<Set<string>> {
  const rows = await tx.rows<{ indicator: string }>(
    "select distinct indicator from evidence where assessment_id = $1 and detached_at is null",
    [assessmentId],
  );
  return new Set(rows.map(({ indicator }) => indicator));
}

/** Whether a stored file belongs to a member; if so, it stays until the transaction ends. */
export const isFileOf = async (tx: Context, fileId: string, memberId: string): Promise<boolean> =>
  (await tx.row("select 1 as found from stored_file where id = $1 and member_id = $2 for key share", [fileId, memberId])) !== null;

export const adjustmentsOf = defineLoader<string, AnswerAdjustment[]>(async (ctx, assessmentIds) => {
  const rows = await ctx.rows<AnswerAdjustment>(
    `select id, assessment_id as "assessmentId", member_id as "memberId", indicator, old_inputs as "oldInputs", new_inputs as "newInputs",
       old_proof as "oldProof", new_proof as "newProof", reason, adjusted_at as "adjustedAt", adjusted_by as "adjustedBy"
     from answer_adjustment where assessment_id = any($1::text[]) order by adjusted_at, id`,
    [assessmentIds],
  );
  return groupBy(rows, (row) => row.assessmentId);
}, []);

export const notesOf = defineLoader<string, ReviewNote[]>(async (ctx, assessmentIds) => {
  const rows = await ctx.rows<ReviewNote>(
    `select id, assessment_id as "assessmentId", member_id as "memberId", indicator, reason, noted_at as "notedAt", noted_by as "notedBy"
     from review_note where assessment_id = any($1::text[]) order by noted_at, id`,
    [assessmentIds],
  );
  return groupBy(rows, (row) => row.assessmentId);
}, []);
