import { newId } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { selected } from "../../../platform/reading.ts";
import { defineLoader, groupBy } from "../../../platform/loaders.ts";
import { type Condition, narrowed } from "../../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../../platform/paging.ts";
import { type CaseAnswer, type CaseDraft, CaseEvent, type CasePause, type SanctionCase } from "./case.entity.ts";
import type { CaseState } from "./case.rules.ts";

export type CaseRow = Omit<SanctionCase, "openedBy">;

const caseColumns = selected({
  id: "c.id", number: "c.number", memberId: "c.member_id", title: "c.title", statement: "c.statement", occurredOn: "c.occurred_on", source: "c.source", charges: "c.charges",
  ladderVersion: "c.ladder_version", state: "c.state", revision: "c.revision", openedAt: "c.opened_at", noticeServedOn: "c.notice_served_on", answerDays: "c.answer_days",
  closedOn: "c.closed_on", outcome: "c.outcome",
});

/** Holds a case until the transaction ends, for whoever acts on it, so that of many at once each sees what the last has done. */
export const holdCase = (tx: Context, id: string) => tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [id]);

export const caseById = defineLoader<string, CaseRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<CaseRow>(`select ${caseColumns} from sanction_case c where c.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

export interface CaseFilter {
  memberId?: string | null;
  state?: CaseState | null;
  /** Closed ones, or those that are not. */
  isClosed?: boolean | null;
}

/** Cases as the viewer may see them, newest first: all for the house, for a member its own from the day it was told. */
export async function casesOf(ctx: Context, { memberId, state, isClosed }: CaseFilter, page: PageRequest): Promise<Page<CaseRow>> {
  const [before] = readCursor(page.after, "NUMBER") ?? [null];
  const closed: Condition = isClosed === true ? ["c.state = 'CLOSED' and ?::boolean is not null", isClosed] : ["c.state <> 'CLOSED' and ?::boolean is not null", isClosed];
  const asked: Condition[] = [["c.member_id = ?", memberId], ["c.state = ?", state], closed];
  const { where, values } = narrowed([...asked, ["c.number < ?::integer", before]]);
  const rows = await ctx.rows<CaseRow>(`select ${caseColumns} from sanction_case c where ${where} order by c.number desc limit $${values.length + 1}`, [...values, page.first + 1]);
  const all = narrowed(asked);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from sanction_case c where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ number }) => cursorOf(number), count);
}

/** The cases against a member, newest first, at most 100. */
export const casesByMember = defineLoader<string, CaseRow[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<CaseRow>(
    `select * from unnest($1::text[]) as firm (id) cross join lateral (
       select ${caseColumns} from sanction_case c where c.member_id = firm.id order by c.number desc limit 100) as latest`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

export const draftByCase = defineLoader<string, CaseDraft | null>(async (ctx, ids) => {
  const rows = await ctx.rows<CaseDraft>(
    `select case_id as "caseId", proposal, editors, revision, saved_at as "savedAt" from case_draft where case_id = any($1::text[])`, [ids],
  );
  return new Map(rows.map((draft) => [draft.caseId, draft]));
}, null);

/** What a member said to a case, in the order it was said. */
export const answersByCase = defineLoader<string, CaseAnswer[]>(async (ctx, ids) => {
  const rows = await ctx.rows<CaseAnswer>(
    `select id, case_id as "caseId", member_id as "memberId", user_id as "userId", text, file_ids as "fileIds", final, filed_at as "filedAt"
     from case_answer where case_id = any($1::text[]) order by place`, [ids],
  );
  return groupBy(rows, ({ caseId }) => caseId);
}, []);

/** The times that do not count for a case or an appeal, in their order. */
export const pausesBySubject = defineLoader<string, CasePause[]>(async (ctx, ids) => {
  const rows = await ctx.rows<CasePause>(
    `select id, subject_id as "subjectId", member_id as "memberId", from_day as "fromDay", until_day as "untilDay", reason, paused_by as "pausedBy"
     from case_pause where subject_id = any($1::text[]) order by from_day, id`, [ids],
  );
  return groupBy(rows, ({ subjectId }) => subjectId);
}, []);

export type CaseStep = Omit<CaseEvent, "told" | "memberId" | "userId"> & { personName: string | null };

/** The steps of a case, in their order, with the names of those who took them; a member sees those it is told of, and no names but those of its own people. */
export const stepsByCase = defineLoader<string, CaseStep[]>(async (ctx, ids) => {
  const rows = await ctx.rows<CaseStep>(
    `select e.id, e.case_id as "caseId", e.kind, e.at, e.note, e.facts, u.name as "personName"
     from case_event e left join user_account u on u.id = e.user_id where e.case_id = any($1::text[]) order by e.place`, [ids],
  );
  return groupBy(rows, ({ caseId }) => caseId);
}, []);

/** Notes one step in the life of a case. */
export const noteStep = (
  tx: Context, { id, memberId }: Pick<SanctionCase, "id" | "memberId">, kind: string,
  { told = true, note = null, facts = {}, at = tx.now }: { told?: boolean; note?: string | null; facts?: CaseEvent["facts"]; at?: Date } = {},
) => tx.db.insert(CaseEvent, { id: newId("cse", at), caseId: id, memberId, kind, at, userId: tx.actor.userId, note, facts, told });

/** Files handed in, as far as the viewer may see them. */
export const fileById = defineLoader<string, { id: string; name: string; size: number } | null>(async (ctx, ids) => {
  const rows = await ctx.rows<{ id: string; name: string; size: number }>("select id, name, size from stored_file where id = any($1::text[]) and permission = 'case:read'", [ids]);
  return new Map(rows.map((file) => [file.id, file]));
}, null);

/** Which of these files are a member's own, kept for its cases; those stay until the transaction ends. */
export const ownFiles = async (tx: Context, fileIds: readonly string[], memberId: string): Promise<Set<string>> => {
  const rows = await tx.rows<{ id: string }>("select id from stored_file where id = any($1::text[]) and member_id = $2 and permission = 'case:read' for key share", [fileIds, memberId]);
  return new Set(rows.map(({ id }) => id));
};
