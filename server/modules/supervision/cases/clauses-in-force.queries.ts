import type { Context } from "../../../platform/context.ts";
import type { Clause } from "./charge.queries.ts";

/** Every clause that bound members on a day, the pledge's first, each document's in its own order. */
export const clausesInForceOn = (ctx: Context, day: string): Promise<Clause[]> =>
  ctx.rows<Clause>(
    `with pledge as (select * from pledge_version where state = 'ADOPTED' and in_force_on <= $1::date order by number desc limit 1),
       norm as (select distinct on (norm_id) * from norm_version where state = 'ADOPTED' and in_force_on <= $1::date order by norm_id, number desc)
     select document, "versionId", version, code, title, text from (
       select '' as norm, 0 as chapter, c.place, 'PLEDGE' as document, p.id as "versionId", p.number as version, c.clause->>'code' as code, c.clause->'title' as title, c.clause->'duty' as text
       from pledge p cross join lateral jsonb_array_elements(p.clauses) with ordinality as c (clause, place)
       union all
       select n.norm_id, h.position, a.position, 'NORM', n.id, n.number, a.code, a.title, a.text
       from norm n join norm_chapter h on h.version_id = n.id join norm_article a on a.version_id = n.id and a.chapter = h.code
     ) as clauses order by norm, chapter, place`,
    [day],
  );
