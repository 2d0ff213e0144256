import type { Context } from "../../../platform/context.ts";
import { defineLoader, groupBy } from "../../../platform/loaders.ts";
import type { PanelAffiliation, PanelSeat, PanelVote } from "./panel.entity.ts";
import type { Firm, Panellist, PanelMatter } from "./panel.rules.ts";

/** Somebody who may sit on panels, as far as conflicts are told by. */
export type PanelPerson = Panellist & { name: string };

/**
 * People who may sit on panels today, with the firms they belong to and what they said of themselves in a matter, in the order of their names: all of them, or
 * those named.
 */
export const panelPersons = (ctx: Context, subjectId: string, userIds: readonly string[] | null = null): Promise<PanelPerson[]> =>
  ctx.rows<PanelPerson>(
    `select u.id as "userId", u.name, s.interested,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', m.id, 'region', m.region, 'productLines', m.product_lines)) from panel_affiliation a join member m on m.id = a.member_id
         where a.user_id = u.id and a.since <= guildhall_today() and (a.until is null or a.until >= guildhall_today())), '[]') as firms
     from user_account u left join panel_seat s on s.user_id = u.id and s.subject_id = $1
     where 'PANEL' = any(u.roles) and u.disabled_at is null and ($2::text[] is null or u.id = any($2::text[])) order by u.name, u.id`,
    [subjectId, userIds],
  );

/** As much of a member as competition is told by. */
export const firmOf = (ctx: Context, memberId: string): Promise<Firm | null> =>
  ctx.row<Firm>(`select id, region, product_lines as "productLines" from member where id = $1`, [memberId]);

/** Everybody who had a hand in a case before a panel came to decide it: who took its steps for the house, and who wrote on its draft. */
export const handsInCase = async (ctx: Context, caseId: string): Promise<string[]> =>
  (await ctx.rows<{ userId: string }>(
    `select user_id as "userId" from case_event
     where case_id = $1 and user_id is not null and kind in ('OPENED', 'NOTICE_SERVED', 'ANSWER_EXTENDED', 'CLOCK_PAUSED', 'CLOCK_RESUMED', 'DRAFTED')
     union select unnest(editors) from case_draft where case_id = $1`, [caseId],
  )).map(({ userId }) => userId);

/** As `handsInCase`, with everybody who sat on its panel or served its decision: none of them decides an appeal. */
export const handsInDecision = async (ctx: Context, caseId: string): Promise<string[]> =>
  (await ctx.rows<{ userId: string }>(
    `select user_id as "userId" from case_event where case_id = $1 and user_id is not null
     union select unnest(editors) from case_draft where case_id = $1
     union select user_id from panel_seat where subject_id = $1`, [caseId],
  )).map(({ userId }) => userId);

export type SeatRow = PanelSeat & { name: string };

/** The seats of a panel, in the order they were given. */
export const seatsBySubject = defineLoader<string, SeatRow[]>(async (ctx, ids) => {
  const rows = await ctx.rows<SeatRow>(
    `select s.subject_id as "subjectId", s.user_id as "userId", s.member_id as "memberId", s.seated_at as "seatedAt", s.seated_by as "seatedBy", s.declared_at as "declaredAt",
       s.interested, s.declaration, s.recused_at as "recusedAt", s.recused_by as "recusedBy", s.recusal, u.name
     from panel_seat s join user_account u on u.id = s.user_id where s.subject_id = any($1::text[]) order by s.seated_at, u.name, s.user_id`, [ids],
  );
  return groupBy(rows, ({ subjectId }) => subjectId);
}, []);

export type VoteRow = PanelVote & { name: string };

/** Every vote on a matter, in the order they were cast; those on an earlier revision count no more. */
export const votesBySubject = defineLoader<string, VoteRow[]>(async (ctx, ids) => {
  const rows = await ctx.rows<VoteRow>(
    `select v.subject_id as "subjectId", v.revision, v.user_id as "userId", v.choice, v.reason, v.cast_at as "castAt", u.name
     from panel_vote v join user_account u on u.id = v.user_id where v.subject_id = any($1::text[]) order by v.cast_at, v.user_id`, [ids],
  );
  return groupBy(rows, ({ subjectId }) => subjectId);
}, []);

const affiliationColumns = `id, user_id as "userId", member_id as "memberId", nature, since, until, declared_by as "declaredBy", declared_at as "declaredAt"`;

export const affiliationById = defineLoader<string, PanelAffiliation | null>(async (ctx, ids) => {
  const rows = await ctx.rows<PanelAffiliation>(`select ${affiliationColumns} from panel_affiliation where id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** The firms somebody belongs or belonged to, newest first. */
export const affiliationsByUser = defineLoader<string, PanelAffiliation[]>(async (ctx, userIds) => {
  const rows = await ctx.rows<PanelAffiliation>(`select ${affiliationColumns} from panel_affiliation where user_id = any($1::text[]) order by since desc, id desc`, [userIds]);
  return groupBy(rows, ({ userId }) => userId);
}, []);

/** A matter as a panel has it, gathered; null when the member is unknown. */
export async function matterOf(ctx: Context, memberId: string, involved: readonly string[], sameRegion: boolean): Promise<PanelMatter | null> {
  const firm = await firmOf(ctx, memberId);
  return firm && { firm, involved, sameRegion };
}
