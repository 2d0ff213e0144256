import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { documentInForce } from "../../platform/published-document.ts";
import type { PublicationTerms, Publicity, PublicationWindow, Publishable } from "./publication-terms.rules.ts";
import type { EndCause, Repairable } from "./publication.rules.ts";

/** The association's terms in effect. Throws when the reference data was never applied. */
export async function publicationTerms(ctx: Context): Promise<PublicationTerms> {
  const terms = await documentInForce<PublicationTerms>(ctx, "publication-terms");
  if (!terms) throw new Error("Nothing is decided about the terms of publication: apply the reference data first.");
  return terms;
}

/** A clause as a decision cites it. */
export interface CitedClause {
  document: "PLEDGE" | "NORM";
  version: number;
  code: string;
  title: Localized;
}

/** What is told of a sanction, and on which days. */
export interface Publication extends Repairable {
  id: string;
  decisionId: string;
  caseId: string;
  memberId: string;
  caseNumber: number;
  stepName: Localized;
  publicity: Publicity | null;
  clauses: CitedClause[];
  reasons: string;
  ladderVersion: number;
  termsVersion: number;
  decidedOn: string;
  repairShownUntil: string | null;
}

/** SQL: the day on which a publication `p` of a decision `d` ended before its time, and by what; an appeal goes before a repair. */
const endedOn = "least(d.set_aside_on, p.ended_on)";
const endCause = "case when d.set_aside_on <= guildhall_today() then 'SET_ASIDE' else p.end_cause end";

/** SQL over `publication p join sanction_decision d`: whether it is public today. */
export const isPublicToday = `(guildhall_today() between p.from_on and p.until_on and (${endedOn} is null or ${endedOn} > guildhall_today()))`;

const columns = `p.id, p.decision_id as "decisionId", p.case_id as "caseId", p.member_id as "memberId", p.case_number as "caseNumber", p.step_name as "stepName", p.publicity, p.clauses,
  p.reasons, p.ladder_version as "ladderVersion", p.terms_version as "termsVersion", p.decided_on as "decidedOn", p.from_on as "fromOn", p.repair_from_on as "repairFromOn",
  p.until_on as "untilOn", case when ${endedOn} is not null then greatest(${endedOn}, p.from_on) end as "endedOn", ${endCause} as "endCause", p.repair_shown_until as "repairShownUntil",
  exists (select from repair r where r.publication_id = p.id and r.state in ('FILED', 'RETURNED')) as "isAsked",
  (select max(r.decided_on) from repair r where r.publication_id = p.id and r.state = 'REFUSED') as "refusedOn"`;
const publications = "from publication p join sanction_decision d on d.id = p.decision_id";

/** A publication as the asker may see it; null when there is none. */
export const publicationById = defineLoader<string, Publication | null>(async (ctx, ids) => {
  const rows = await ctx.rows<Publication>(`select ${columns} ${publications} where p.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** How many publications of a firm are shown. */
export const publicationsShown = 50;

/** Each firm's latest publications, newest first. */
export const publicationsByMember = defineLoader<string, Publication[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<Publication>(
    `select q.* from unnest($1::text[]) as firm (id)
       cross join lateral (select ${columns} ${publications} where p.member_id = firm.id order by p.from_on desc, p.id desc limit ${publicationsShown}) q
     order by q."fromOn" desc, q.id desc`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

/** An appeal against a published decision, as far as anybody is told. */
export interface AppealState {
  /** Until when the firm can appeal; null when it cannot, or cannot any more. */
  until: string | null;
  filedOn: string | null;
  outcome: "UPHELD" | "REDUCED" | "SET_ASIDE" | "WITHDRAWN" | null;
  decidedOn: string | null;
}

/** How far an appeal against each decision has come. */
export const appealByDecision = defineLoader<string, AppealState | null>(async (ctx, decisionIds) => {
  const rows = await ctx.rows<AppealState & { decisionId: string }>(
    `select d.id as "decisionId", case when d.appeal_id is null then d.appeal_until end as until, a.filed_on as "filedOn", a.outcome, a.decided_at::date as "decidedOn"
     from sanction_decision d left join sanction_appeal a on a.decision_id = d.id where d.id = any($1::text[])`,
    [decisionIds],
  );
  return new Map(rows.map((row) => [row.decisionId, row]));
}, null);

/** A sanction in force that has no publication yet, with all that is told of it. */
export interface UnplacedDecision extends Publishable {
  decisionId: string;
  caseId: string;
  memberId: string;
}

/**
 * Sanctions in force whose days of publication are not fixed yet: one of them, or the first so many. Not what was set aside in the meantime: it was never
 * told, and is not told any more.
 */
export function unplacedDecisions(tx: Context, decisionId: string | null, limit: number): Promise<UnplacedDecision[]> {
  const { where, values } = narrowed([["d.id = ?", decisionId]]);
  return tx.rows<UnplacedDecision>(
    `select d.id as "decisionId", d.case_id as "caseId", d.member_id as "memberId", d.publicity, d.in_force_on as "inForceOn", d.published_days as "publishedDays"
     from sanction_decision d
     where d.outcome = 'SANCTION' and d.in_force_on <= guildhall_today() and (d.set_aside_on is null or d.set_aside_on > guildhall_today())
       and ${where} and not exists (select from publication p where p.decision_id = d.id)
     order by d.in_force_on, d.id limit $${values.length + 1}`,
    [...values, limit],
  );
}

export interface Placement extends PublicationWindow {
  id: string;
  decisionId: string;
}

const threefold = (text: string) => `jsonb_build_object('zh-Hant', ${text}, 'zh-Hans', ${text}, 'en', ${text})`;

/** The clauses of a decision `d` with their titles, as the versions it cites have them. */
const citedClauses = `(
  select jsonb_agg(jsonb_build_object('document', c->>'document', 'version', (c->>'version')::int, 'code', c->>'code', 'title', coalesce(
    (select a.title from norm_article a where a.version_id = c->>'versionId' and a.code = c->>'code'),
    (select t->'title' from pledge_version v, jsonb_array_elements(v.clauses) t where v.id = c->>'versionId' and t->>'code' = c->>'code'),
    ${threefold("c->>'code'")})) order by place)
  from jsonb_array_elements(d.charges) with ordinality as charge (c, place))`;

const stepName = `coalesce(
  (select s->'name' from published_document l, jsonb_array_elements(l.definition->'steps') s
   where l.code = 'sanction-ladder' and l.version = d.ladder_version and s->>'code' = d.step),
  ${threefold("d.step")})`;

/** Copies what is told of these decisions, with their days; answers those that were not there before. */
export const storePlacements = (tx: Context, placements: readonly Placement[], termsVersion: number): Promise<{ id: string }[]> =>
  tx.rows(
    `insert into publication (id, decision_id, case_id, member_id, case_number, step, step_name, publicity, clauses, reasons, ladder_version, terms_version, decided_on,
       from_on, repair_from_on, until_on, placed_at)
     select w.id, d.id, d.case_id, d.member_id, k.number, d.step, ${stepName}, case when w."untilOn" is not null then d.publicity end, ${citedClauses}, d.reasons, d.ladder_version, $2,
       d.decided_at::date, w."fromOn", w."repairFromOn", w."untilOn", $3
     from jsonb_to_recordset($1::jsonb) as w (id text, "decisionId" text, "fromOn" date, "repairFromOn" date, "untilOn" date)
       join sanction_decision d on d.id = w."decisionId" join sanction_case k on k.id = d.case_id
     on conflict (decision_id) do nothing returning id`,
    [JSON.stringify(placements), termsVersion, tx.now],
  );

/** A fact that is told of a publication, with its day. */
export interface Told {
  id: string;
  decisionId: string;
  memberId: string;
  on: string;
}

const told = `p.id, p.decision_id as "decisionId", p.member_id as "memberId"`;

/** Marks publications whose first day has come as told, at most so many; not those that an appeal took down before. */
export const markStarted = (tx: Context, limit: number): Promise<Told[]> =>
  tx.rows(
    `update publication p set started_told_at = $1 where p.id in (
       select p.id ${publications}
       where p.started_told_at is null and p.until_on is not null and p.from_on <= guildhall_today() and (${endedOn} is null or ${endedOn} > p.from_on)
       order by p.from_on, p.id limit $2 for update of p skip locked)
     returning ${told}, p.from_on as on`,
    [tx.now, limit],
  );

/** Marks publications that were told of and are public no longer as told to have ended, at most so many, with their day and cause. */
export const markEnded = (tx: Context, limit: number): Promise<(Told & { cause: "TIME" | EndCause })[]> =>
  tx.rows(
    `with over as (
       select p.id, least(p.until_on + 1, ${endedOn}) as on, case when ${endedOn} <= p.until_on then ${endCause} else 'TIME' end as cause
       ${publications}
       where p.started_told_at is not null and p.ended_told_at is null and least(p.until_on + 1, ${endedOn}) <= guildhall_today()
       order by p.until_on, p.id limit $2 for update of p skip locked)
     update publication p set ended_told_at = $1 from over where p.id = over.id returning ${told}, over.on, over.cause`,
    [tx.now, limit],
  );

/** Writes that appeals took publications down; what a repair had ended is set aside like the rest. */
export const storeSetAside = (tx: Context): Promise<unknown> =>
  tx.rows(
    `update publication p set ended_on = greatest(d.set_aside_on, p.from_on), end_cause = 'SET_ASIDE', repair_shown_until = null
     from sanction_decision d where d.id = p.decision_id and d.set_aside_on <= guildhall_today() and p.end_cause is distinct from 'SET_ASIDE'`,
  );

/** Takes a publication down on a day because of a repair. */
export const storeRepaired = (tx: Context, id: string, day: string, { shownUntil, withheld }: { shownUntil: string; withheld: readonly string[] }): Promise<unknown> =>
  tx.rows("update publication set ended_on = $2, end_cause = 'REPAIRED', repair_shown_until = $3, withheld = $4 where id = $1", [id, day, shownUntil, withheld]);

/** Whether the public file shows a publication, as every stranger reads it today. */
export const isOnPublicFile = async (ctx: Context, id: string): Promise<boolean> => (await ctx.row("select 1 as found from public_decision where id = $1", [id])) !== null;
