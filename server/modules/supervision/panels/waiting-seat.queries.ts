import type { Context } from "../../../platform/context.ts";

export interface WaitingSeat {
  caseId: string;
  /** Null where the case itself lies before the panel. */
  appealId: string | null;
  seatedAt: Date;
  isDeclared: boolean;
}

/** The seats somebody holds and has not declared or voted from, the longest held first, at most 100. */
export const waitingSeats = (ctx: Context, userId: string): Promise<WaitingSeat[]> =>
  ctx.rows<WaitingSeat>(
    `with laid as (
       select id, id as case_id, null as appeal_id, revision from sanction_case where state = 'DRAFTED'
       union all select id, case_id, id, revision from sanction_appeal where outcome is null)
     select l.case_id as "caseId", l.appeal_id as "appealId", s.seated_at as "seatedAt", s.declared_at is not null as "isDeclared"
     from panel_seat s join laid l on l.id = s.subject_id
     where s.user_id = $1 and s.recused_at is null
       and not exists (select from panel_vote v where v.subject_id = s.subject_id and v.user_id = s.user_id and v.revision = l.revision)
     order by s.seated_at, s.subject_id limit 100`,
    [userId],
  );
