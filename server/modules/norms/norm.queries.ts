import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import type { Norm, NormPriceOpinion, NormVersion } from "./norm.entity.ts";
import type { Article, Chapter } from "./norm.rules.ts";

/** All norms somebody may read about, in the order of their codes. */
export const norms = (ctx: Context): Promise<Norm[]> => ctx.rows<Norm>("select id, code, title from norm order by code");

export const normById = defineLoader<string, Norm | null>(async (ctx, ids) => {
  const rows = await ctx.rows<Norm>("select id, code, title from norm where id = any($1::text[])", [ids]);
  return new Map(rows.map((norm) => [norm.id, norm]));
}, null);

const versionColumns = `id, norm_id as "normId", number, state, origin, in_force_on as "inForceOn", review_due_on as "reviewDueOn", digest,
  coalesce(title, (select n.title from norm n where n.id = norm_id)) as title, preamble, external_norms as "externalNorms", revision, editors, round,
  consultation_closes_on as "consultationClosesOn", adopted_on as "adoptedOn"`;

/** A version as it is read; its chapters are asked for apart. */
export type VersionRow = Pick<
  NormVersion,
  | "id" | "normId" | "number" | "state" | "origin" | "inForceOn" | "reviewDueOn" | "digest" | "preamble" | "externalNorms" | "revision" | "editors" | "round"
  | "consultationClosesOn" | "adoptedOn"
> & { title: Norm["title"] };

export const normVersionById = defineLoader<string, VersionRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<VersionRow>(`select ${versionColumns} from norm_version where id = any($1::text[])`, [ids]);
  return new Map(rows.map((version) => [version.id, version]));
}, null);

/** The versions of a norm, newest first. */
export const versionsByNorm = defineLoader<string, VersionRow[]>(async (ctx, ids) => {
  const rows = await ctx.rows<VersionRow>(`select ${versionColumns} from norm_version where norm_id = any($1::text[]) order by number desc`, [ids]);
  return groupBy(rows, ({ normId }) => normId);
}, []);

/** The chapters of a version with their articles, in order: of an adopted one as they were published, else as they are being written. */
export const chaptersByVersion = defineLoader<string, Chapter[]>(async (ctx, ids) => {
  const rows = await ctx.rows<{ versionId: string; code: string; title: Chapter["title"]; articles: Article[] }>(
    `select c.version_id as "versionId", c.position, c.code, c.title,
       coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'title', a.title, 'text', a.text) order by a.position) filter (where a.code is not null), '[]') as articles
     from norm_chapter c left join norm_article a on a.version_id = c.version_id and a.chapter = c.code
     where c.version_id = any($1::text[]) group by c.version_id, c.code
     union all
     select v.id, w.position::integer, w.chapter->>'code', w.chapter->'title', w.chapter->'articles'
     from norm_version v cross join lateral jsonb_array_elements(v.chapters) with ordinality as w (chapter, position)
     where v.id = any($1::text[]) and v.state <> 'ADOPTED'
     order by 1, 2`,
    [ids],
  );
  return groupBy(rows, ({ versionId }) => versionId);
}, []);

/** Every code that was ever given in a norm: none is given twice, whatever became of its part. */
export async function codesEverGiven(tx: Context, normId: string): Promise<Set<string>> {
  const rows = await tx.rows<{ code: string }>(
    `select c.code from norm_chapter c join norm_version v on v.id = c.version_id where v.norm_id = $1
     union select a.code from norm_article a join norm_version v on v.id = a.version_id where v.norm_id = $1
     union select unnest(v.codes) from norm_version v where v.norm_id = $1`,
    [normId],
  );
  return new Set(rows.map(({ code }) => code));
}

/** The opinion on a text; null while nobody gave one. */
export const priceOpinionOn = (ctx: Context, { id, digest }: { id: string; digest: string }): Promise<NormPriceOpinion | null> =>
  ctx.row<NormPriceOpinion>(
    `select id, version_id as "versionId", digest, hits, reason, user_id as "userId", given_at as "givenAt" from norm_price_opinion
     where version_id = $1 and digest = $2`,
    [id, digest],
  );
