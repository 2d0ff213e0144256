import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { unsettledSanctions } from "../credit/index.ts";
import { isBoundToday, standingToday } from "../members/index.ts";
import type { MemberFigures } from "./criteria.rules.ts";

/** A firm with what the house knows of it today. */
export interface FiguredMember {
  memberId: string;
  number: number;
  figures: MemberFigures;
}

const severity = (of: string) => `count(*) filter (where f.severity = '${of}')`;

/** What rewards ask of members, in one statement however many they are. What the audit behind the latest grade found is what is open. */
const figures = (which: string) => `
  select m.id as "memberId", m.number, jsonb_build_object(
    'day', guildhall_today()::text, 'status', ${standingToday("status", "m.id")}, 'admittedOn', m.admitted_on::text,
    'grade', case when g.id is not null then jsonb_build_object(
      'id', g.id, 'grade', g.grade, 'caps', jsonb_array_length(jsonb_path_query_array(g.limits, '$[*] ? (@.entry != null)')), 'findings', found.counts) end,
    'assessment', case when a.assessment_id is not null then jsonb_build_object('id', a.assessment_id, 'score', a.score::text) end,
    'sanctions', ${unsettledSanctions("m.id")},
    'pledge', jsonb_build_object('signed', s.number, 'required', v.number)) as figures
  from member m
    left join lateral (select number from pledge_version where state = 'ADOPTED' and in_force_on <= guildhall_today() order by in_force_on desc, number desc limit 1) v on true
    left join lateral (select id, run_id, grade, limits from compliance_grade where member_id = m.id order by at desc, id desc limit 1) g on true
    left join lateral (
      select jsonb_build_object('CRITICAL', ${severity("CRITICAL")}, 'MAJOR', ${severity("MAJOR")}, 'MINOR', ${severity("MINOR")}) as counts
      from finding f where f.run_id = g.run_id and f.member_id = m.id) found on true
    left join lateral (select c.assessment_id, c.score from confirmed_assessment c where c.member_id = m.id limit 1) a on true
    left join lateral (select max(version_number) as number from pledge_signature p where p.member_id = m.id) s on true
  where ${which} order by m.number`;

/** Everybody the norms bind today, with the figures of each; one statement. */
export const figuresOfAll = (tx: Context): Promise<FiguredMember[]> => tx.rows<FiguredMember>(figures(isBoundToday("m.id")));

/** The figures of these members today; null for one the actor may not see. */
export const figuresByMember = defineLoader<string, MemberFigures | null>(async (ctx, memberIds) => {
  const rows = await ctx.rows<FiguredMember>(figures("m.id = any($1::text[])"), [memberIds]);
  return new Map(rows.map((row) => [row.memberId, row.figures]));
}, null);
