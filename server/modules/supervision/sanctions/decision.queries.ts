import type { Context } from "../../../platform/context.ts";
import { defineLoader, groupBy } from "../../../platform/loaders.ts";
import { selected } from "../../../platform/reading.ts";
import type { SanctionDecision } from "./decision.entity.ts";

export type DecisionRow = Omit<SanctionDecision, "decidedBy">;

const decisionColumns = selected({
  id: "d.id", caseId: "d.case_id", memberId: "d.member_id", appealId: "d.appeal_id", outcome: "d.outcome", step: "d.step", severity: "d.severity", publicity: "d.publicity",
  publishedDays: "d.published_days", months: "d.months", amount: "d.amount::text", legalBasis: "d.legal_basis", mitigations: "d.mitigations", charges: "d.charges", reasons: "d.reasons",
  ladderVersion: "d.ladder_version", panel: "d.panel", digest: "d.digest", decidedAt: "d.decided_at", servedOn: "d.served_on", appealUntil: "d.appeal_until", inForceOn: "d.in_force_on",
  endsOn: "d.ends_on", setAsideOn: "d.set_aside_on",
});

export const decisionById = defineLoader<string, DecisionRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<DecisionRow>(`select ${decisionColumns} from sanction_decision d where d.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** The decisions of a case: the first, and the one an appeal put in its place. */
export const decisionsByCase = defineLoader<string, DecisionRow[]>(async (ctx, ids) => {
  const rows = await ctx.rows<DecisionRow>(`select ${decisionColumns} from sanction_decision d where d.case_id = any($1::text[]) order by d.decided_at, d.id`, [ids]);
  return groupBy(rows, ({ caseId }) => caseId);
}, []);

/** A decision whose day may have come, with the appeal against it. */
export interface Pending {
  decisionId: string;
  caseId: string;
}

/** Decisions that wait to take effect or to be done with, at most so many, oldest case first. Which day each waits for, the rules say. */
export const pendingDecisions = (ctx: Context, today: string, after: string, limit: number): Promise<Pending[]> =>
  ctx.rows<Pending>(
    `select d.id as "decisionId", c.id as "caseId" from sanction_case c
       join lateral (select id, appeal_until, ends_on from sanction_decision x where x.case_id = c.id and x.outcome = 'SANCTION' and x.set_aside_on is null order by decided_at desc limit 1) d on true
     where c.state in ('SERVED', 'IN_FORCE') and c.id > $2 and coalesce(d.appeal_until < $1::date, true) and coalesce(d.ends_on < $1::date or c.state = 'SERVED', true)
     order by c.id limit $3`,
    [today, after, limit],
  );

export const papersBySubject = defineLoader<string, { subjectId: string; language: string; fileId: string }[]>(async (ctx, ids) => {
  const rows = await ctx.rows<{ subjectId: string; language: string; fileId: string }>(
    `select subject_id as "subjectId", language, file_id as "fileId" from case_paper where subject_id = any($1::text[]) order by language`, [ids],
  );
  return groupBy(rows, ({ subjectId }) => subjectId);
}, []);

export const storePaper = (tx: Context, { subjectId, language, memberId, fileId }: { subjectId: string; language: string; memberId: string; fileId: string }) =>
  tx.rows("insert into case_paper (subject_id, language, member_id, file_id, drawn_at) values ($1, $2, $3, $4, $5)", [subjectId, language, memberId, fileId, tx.now]);

/** Decisions that were served and appeals that were decided without a paper, at most so many. */
export const withoutPaper = async (ctx: Context, limit: number): Promise<string[]> =>
  (await ctx.rows<{ id: string }>(
    `select id from (
       select id from sanction_decision where served_on is not null and appeal_id is null
       union all select id from sanction_appeal where outcome in ('UPHELD', 'REDUCED', 'SET_ASIDE')) as told
     where not exists (select from case_paper p where p.subject_id = told.id) order by id limit $1`, [limit],
  )).map(({ id }) => id);
