import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import type { Norm, NormVersion } from "./norm.entity.ts";
import type { Article, Chapter } from "./norm.rules.ts";

/** All norms somebody may read about, in the order of their codes. */
export const norms = (ctx: Context): Promise<Norm[]> => ctx.rows<Norm>("select id, code, title from norm order by code");

export const normById = defineLoader<string, Norm | null>(async (ctx, ids) => {
  const rows = await ctx.rows<Norm>("select id, code, title from norm where id = any($1::text[])", [ids]);
  return new Map(rows.map((norm) => [norm.id, norm]));
}, null);

const versionColumns = `id, norm_id as "normId", number, state, in_force_on as "inForceOn", review_due_on as "reviewDueOn", digest,
  preamble, external_norms as "externalNorms"`;

export const normVersionById = defineLoader<string, NormVersion | null>(async (ctx, ids) => {
  const rows = await ctx.rows<NormVersion>(`select ${versionColumns} from norm_version where id = any($1::text[])`, [ids]);
  return new Map(rows.map((version) => [version.id, version]));
}, null);

/** The versions of a norm, newest first. */
export const versionsByNorm = defineLoader<string, NormVersion[]>(async (ctx, ids) => {
  const rows = await ctx.rows<NormVersion>(`select ${versionColumns} from norm_version where norm_id = any($1::text[]) order by number desc`, [ids]);
  return groupBy(rows, ({ normId }) => normId);
}, []);

/** The chapters of a version with their articles, in order. */
export const chaptersByVersion = defineLoader<string, Chapter[]>(async (ctx, ids) => {
  const rows = await ctx.rows<{ versionId: string; code: string; title: Chapter["title"]; articles: Article[] }>(
    `select c.version_id as "versionId", c.code, c.title,
       coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'title', a.title, 'text', a.text) order by a.position) filter (where a.code is not null), '[]') as articles
     from norm_chapter c left join norm_article a on a.version_id = c.version_id and a.chapter = c.code
     where c.version_id = any($1::text[]) group by c.version_id, c.code order by c.version_id, c.position`,
    [ids],
  );
  return groupBy(rows, ({ versionId }) => versionId);
}, []);
