import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import type { NormTraining } from "./training.entity.ts";

export type TrainingRow = Omit<NormTraining, "recordedBy">;

/** The trainings that count: those withdrawn are left out. */
export const trainings = "from norm_training t where not exists (select from norm_training_withdrawal w where w.training_id = t.id)";

const trainingColumns = `t.id, t.version_id as "versionId", t.member_id as "memberId", t.held_on as "heldOn", t.people, t.hours, t.given_by as "givenBy", t.recorded_at as "recordedAt"`;

/** The trainings of the viewer's firm on versions, latest first; none for who acts for no member. */
export const trainingsOfViewer = defineLoader<string, TrainingRow[]>(async (ctx, versionIds) => {
  const rows = await ctx.rows<TrainingRow>(
    `select ${trainingColumns} ${trainings} and t.version_id = any($1::text[]) and t.member_id = $2 order by t.held_on desc, t.id desc`,
    [versionIds, ctx.actor.memberId],
  );
  return groupBy(rows, ({ versionId }) => versionId);
}, []);

/** One training of the viewer's firm; null when there is none, or it was withdrawn. */
export const trainingOfViewer = (ctx: Context, id: string): Promise<TrainingRow | null> =>
  ctx.row<TrainingRow>(`select ${trainingColumns} ${trainings} and t.id = $1 and t.member_id = $2`, [id, ctx.actor.memberId]);

/** How many trainings a member has ever recorded on a version. */
export const recordedBy = async (tx: Context, versionId: string, memberId: string): Promise<number> =>
  (await tx.row<{ count: number }>("select count(*)::int as count from norm_training where version_id = $1 and member_id = $2", [versionId, memberId]))?.count ?? 0;
