import type { Context } from "../../platform/context.ts";
import { defineLastingLoader, defineLoader, groupBy } from "../../platform/loaders.ts";
import { selected } from "../../platform/reading.ts";
import type { Graded, GradedArea, GradeFacts } from "./grade.rules.ts";
import type { CreditScheme, LedgerScheme } from "./ledger-scheme.rules.ts";
import type { GradeLimit } from "./ledger-score.rules.ts";

/** The scheme in force on an instant's day; the newest when several are. */
export const schemeAt = (ctx: Context, at: Date): Promise<CreditScheme | null> =>
  ctx.row<{ definition: CreditScheme }>(
    "select definition from credit_scheme where effective_from <= $1::timestamptz::date order by effective_from desc, version desc limit 1", [at],
  ).then((row) => row?.definition ?? null);

export const schemeDigest = (ctx: Context, version: number): Promise<{ digest: string } | null> =>
  ctx.row("select digest from credit_scheme where version = $1", [version]);

export const storeScheme = (tx: Context, definition: CreditScheme, digest: string) =>
  tx.rows("insert into credit_scheme (version, effective_from, digest, definition) values ($1, $2, $3, $4)", [
    definition.version, definition.effectiveFrom, digest, definition,
  ]);

export const creditSchemes = defineLastingLoader<number, CreditScheme>(async (ctx, versions) => {
  const rows = await ctx.rows<{ definition: CreditScheme }>("select definition from credit_scheme where version = any($1::int[])", [versions]);
  return new Map(rows.map(({ definition }) => [definition.version, definition]));
});

/** The newest version that grades by the ledger, in force or not: what it names, the ledger takes in. */
export const newestLedgerScheme = (ctx: Context): Promise<LedgerScheme | null> =>
  ctx.row<{ definition: LedgerScheme }>("select definition from credit_scheme where definition ? 'kinds' order by version desc limit 1").then((row) => row?.definition ?? null);

/** As `newestLedgerScheme`, once a request, under the key `newest`. */
export const newestLedgerSchemes = defineLoader<"newest", LedgerScheme | null>(async (ctx) => new Map([["newest", await newestLedgerScheme(ctx)]]), null);

/** A completed audit whose grading is not finished, locked for this transaction; null otherwise. */
export const openGrading = (tx: Context, runId: string): Promise<{ asOf: Date } | null> =>
  tx.row(
    `select as_of as "asOf" from audit_run r
     where id = $1 and state = 'DONE' and not exists (select from grading where run_id = r.id) for update of r`,
    [runId],
  );

export const closeGrading = (tx: Context, runId: string, schemeVersion: number) =>
  tx.rows("insert into grading (run_id, scheme_version, finished_at) values ($1, $2, $3)", [runId, schemeVersion, tx.now]);

/** How many grades an audit gave, and one digest over all of them in the order of their members. */
export const givenGrades = async (tx: Context, runId: string): Promise<{ count: number; digest: string | null }> =>
  (await tx.row<{ count: number; digest: string | null }>(
    `select count(*)::int as count, encode(sha256(convert_to(string_agg(
       (jsonb_build_array(member_id, scheme_version, state, score::text, grade, areas, facts) || case limits when '[]' then '[]' else jsonb_build_array(limits) end)::text, ',' order by member_id collate "C"), 'UTF8')), 'hex') as digest
     from compliance_grade where run_id = $1`,
    [runId],
  )) ?? { count: 0, digest: null };

export interface UngradedMember {
  memberId: string;
  facts: GradeFacts;
}

/** Whom an audit judged, and who of them has no grade from it yet. */
const judged = `
       judged as (select min(first_member) as first, max(last_member) as last from audit_batch where run_id = $1),
       due as materialized (
         select m.id from audited_member m, judged
         where m.id between judged.first and judged.last
           and not exists (select from compliance_grade g where g.run_id = $1 and g.member_id = m.id)
         order by m.id limit $2)`;

/** Members of an audit without a grade from it, at most `limit`. */
export const ungradedMembers = async (tx: Context, runId: string, limit: number): Promise<string[]> =>
  (await tx.rows<{ id: string }>(`with ${judged} select id from due order by id`, [runId, limit])).map(({ id }) => id);

/**
 * Members of an audit without a grade from it, with the facts they are graded on; at most `limit`, one statement. The pledge counts as the audit
 * judged it: a version whose day to sign is not over yet is held against nobody.
 */
export const ungraded = (tx: Context, runId: string, limit: number): Promise<UngradedMember[]> =>
  tx.rows<UngradedMember>(
    `with run as (select as_of from audit_run where id = $1), ${judged}
     select due.id as "memberId", jsonb_build_object(
       'pledge', case when coalesce(found.required, signed.number) is not null
         then jsonb_build_object('required', coalesce(found.required, signed.number), 'signed', signed.number) end,
       'assessment', case when confirmed.score is not null
         then jsonb_build_object('id', confirmed.assessment_id, 'period', confirmed.period, 'score', confirmed.score::text) end,
       'findings', jsonb_build_object('CRITICAL', found.critical, 'MAJOR', found.major, 'MINOR', found.minor)) as facts
     from due
       cross join run
       left join lateral (
         select max(version_number) as number from pledge_signature s where s.member_id = due.id and s.signed_at <= run.as_of) signed on true
       left join lateral (select * from confirmed_assessment c where c.member_id = due.id limit 1) confirmed on true
       cross join lateral (
         select count(*) filter (where severity = 'CRITICAL') as critical, count(*) filter (where severity = 'MAJOR') as major,
           count(*) filter (where severity = 'MINOR') as minor, max((facts->>'required')::int) filter (where rule = 'PLEDGE_SIGNED') as required
         from finding f where f.run_id = $1 and f.member_id = due.id) found
     order by due.id`,
    [runId, limit],
  );

/** What a grade by the ledger is given on: everything entered up to a place, as it stood at an instant. */
export interface LedgerFacts {
  ledger: { upTo: string; entries: number };
  at: string;
}

export interface GradeRow extends Graded {
  id: string;
  memberId: string;
  facts: GradeFacts | LedgerFacts;
  limits: GradeLimit[];
}

/** Writes grades in one statement; a member graded in this run already keeps its grade. */
export const storeGrades = (tx: Context, runId: string, schemeVersion: number, grades: readonly GradeRow[]) =>
  tx.rows(
    `insert into compliance_grade (id, member_id, run_id, scheme_version, state, score, grade, areas, facts, limits, at)
     select id, "memberId", $1, $2, state, score, grade, areas, facts, limits, $3
     from jsonb_to_recordset($4::jsonb) as g (id text, "memberId" text, state text, score numeric, grade text, areas jsonb, facts jsonb, limits jsonb)
     on conflict on constraint compliance_grade_once do nothing`,
    [runId, schemeVersion, tx.now, JSON.stringify(grades)],
  );

export interface StoredGrade {
  id: string;
  memberId: string;
  runId: string;
  schemeVersion: number;
  state: "RATED" | "NOT_RATED";
  score: string | null;
  grade: string | null;
  areas: GradedArea[];
  facts: GradeFacts | LedgerFacts;
  limits: GradeLimit[];
  at: Date;
}

/** A grade's fields as columns of the table, which statements join as `g`. */
export const gradeFields = {
  id: "g.id", memberId: "g.member_id", runId: "g.run_id", schemeVersion: "g.scheme_version", state: "g.state", score: "g.score::text", grade: "g.grade",
  areas: "g.areas", facts: "g.facts", limits: "g.limits", at: "g.at",
};
const columns = selected(gradeFields);

/** How many grades of a member are shown: three years of monthly audits. */
export const gradesShown = 36;

/** Each member's latest grades, newest first. */
export const gradesByMember = defineLoader<string, StoredGrade[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<StoredGrade>(
    `select ${columns} from unnest($1::text[]) as asked (id)
       cross join lateral (select * from compliance_grade where member_id = asked.id order by at desc, id desc limit ${gradesShown}) g
     order by g.at desc, g.id desc`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

export const gradeById = defineLoader<string, StoredGrade | null>(async (ctx, ids) => {
  const rows = await ctx.rows<StoredGrade>(`select ${columns} from compliance_grade g where g.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** A member's grade as it stood at an instant: the latest given by then. An instant without a zone is the association's. */
export const gradeGivenBy = (ctx: Context, memberId: string, at: string): Promise<StoredGrade | null> =>
  ctx.row<StoredGrade>(`select ${columns} from compliance_grade g where g.member_id = $1 and g.at <= $2::timestamptz order by g.at desc, g.id desc limit 1`, [memberId, at]);

export interface GradeCount {
  grade: string | null;
  members: number;
}

/** How many members of an audit have which grade; null counts those not rated. */
export const gradeCountsByRun = defineLoader<string, GradeCount[]>(async (ctx, runIds) => {
  const rows = await ctx.rows<GradeCount & { runId: string }>(
    `select run_id as "runId", grade, count(*)::int as members from compliance_grade where run_id = any($1::text[])
     group by run_id, grade order by run_id, array_position(array['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'C'], grade)`,
    [runIds],
  );
  return groupBy(rows, ({ runId }) => runId);
}, []);

