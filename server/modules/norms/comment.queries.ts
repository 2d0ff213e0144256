import type { Context } from "../../platform/context.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import type { NormAnswer, NormComment } from "./comment.entity.ts";

/** A comment with the answer it was given; null while it was given none. */
export type CommentRow = Omit<NormComment, "userId"> & { answer: string | null; answeredAt: Date | null };

export type AnswerRow = Pick<NormAnswer, "round" | "article" | "text" | "answeredAt">;

const commentColumns = `c.id, c.version_id as "versionId", c.round, c.article, c.member_id as "memberId", c.text, c.filed_at as "filedAt",
  a.text as answer, a.answered_at as "answeredAt"`;
const comments = "from norm_comment c left join norm_answer a on a.comment_id = c.id";

/** The comments on a version as the viewer may see them, oldest first: all of them for the association, its own for a member. */
export async function commentsOn(ctx: Context, versionId: string, isAnswered: boolean | null, page: PageRequest): Promise<Page<CommentRow>> {
  const [after] = readCursor(page.after, "TEXT") ?? [null];
  const answered: Condition = isAnswered === false ? ["a.text is null and ?::boolean is not null", isAnswered] : ["a.text is not null and ?::boolean is not null", isAnswered];
  const asked: Condition[] = [["c.version_id = ?", versionId], answered];
  const { where, values } = narrowed([...asked, ["c.id > ?", after]]);
  const rows = await ctx.rows<CommentRow>(`select ${commentColumns} ${comments} where ${where} order by c.id limit $${values.length + 1}`, [...values, page.first + 1]);
  const all = narrowed(asked);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count ${comments} where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ id }) => cursorOf(id), count);
}

/** One comment as the viewer may see it; null when there is none. */
export const commentById = (ctx: Context, id: string): Promise<CommentRow | null> =>
  ctx.row<CommentRow>(`select ${commentColumns} ${comments} where c.id = $1`, [id]);

/** The association's answers on a version, in the order they were given, without a word of who asked. */
export async function answersOn(ctx: Context, versionId: string, page: PageRequest): Promise<Page<AnswerRow>> {
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const asked: Condition[] = [["a.version_id = ?", versionId]];
  const { where, values } = narrowed([...asked, ["(a.answered_at, a.comment_id) > (?::timestamptz, ?)", at, id]]);
  const rows = await ctx.rows<AnswerRow & { place: string; commentId: string }>(
    `select a.round, a.article, a.text, a.answered_at as "answeredAt", a.answered_at::text as place, a.comment_id as "commentId"
     from norm_answer a where ${where} order by a.answered_at, a.comment_id limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(asked);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from norm_answer a where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ place, commentId }) => cursorOf(place, commentId), count);
}

/** The comments on a version that wait for an answer, oldest first, at most 100: enough to name. */
export const unansweredOn = (ctx: Context, versionId: string): Promise<CommentRow[]> =>
  ctx.rows<CommentRow>(`select ${commentColumns} ${comments} where c.version_id = $1 and a.comment_id is null order by c.id limit 100`, [versionId]);

export interface CommentCounts {
  comments: number;
  answers: number;
}

/** How many comments a version was given, and how many of them were answered. */
export async function commentCounts(ctx: Context, versionId: string): Promise<CommentCounts> {
  const counts = await ctx.row<CommentCounts>(`select count(*)::int as comments, count(a.comment_id)::int as answers ${comments} where c.version_id = $1`, [versionId]);
  return counts ?? { comments: 0, answers: 0 };
}

/** How many comments a member has filed on a version. */
export const filedBy = async (tx: Context, versionId: string, memberId: string): Promise<number> =>
  (await tx.row<{ count: number }>("select count(*)::int as count from norm_comment where version_id = $1 and member_id = $2", [versionId, memberId]))?.count ?? 0;
