import type { Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import { defineLoader } from "../../../platform/loaders.ts";
import { done, type Outcome, type Problem, refusedWith } from "../../../platform/outcome.ts";
import type { Charge } from "./case.rules.ts";

/** A clause as somebody cites it: its code in a version of the pledge or of a norm. */
export interface Cited {
  versionId: string;
  code: string;
}

/** A clause with its words. */
export interface Clause extends Charge {
  title: Localized;
  text: Localized;
}

interface CitedClause extends Clause {
  inForceOn: string | null;
  /** The day before the next version took its place; null while none did. */
  lastDay: string | null;
}

/** Clauses of pledges and norms that were adopted, by version and code. Parts of a pledge clause are its duty; of an article, its text. */
const clauseByCode = defineLoader<string, CitedClause | null>(async (ctx, keys) => {
  const rows = await ctx.rows<CitedClause & { key: string }>(
    `with wanted as (select key, split_part(key, ' ', 1) as version_id, split_part(key, ' ', 2) as code from unnest($1::text[]) as asked (key))
     select w.key, 'PLEDGE' as document, v.id as "versionId", v.number as version, w.code, c->'title' as title, c->'duty' as text, v.in_force_on as "inForceOn",
       (select min(n.in_force_on) - 1 from pledge_version n where n.number > v.number)::date as "lastDay"
     from wanted w join pledge_version v on v.id = w.version_id and v.state = 'ADOPTED' cross join lateral jsonb_array_elements(v.clauses) as c where c->>'code' = w.code
     union all
     select w.key, 'NORM', v.id, v.number, w.code, a.title, a.text, v.in_force_on,
       (select min(n.in_force_on) - 1 from norm_version n where n.norm_id = v.norm_id and n.number > v.number and n.state = 'ADOPTED')::date
     from wanted w join norm_version v on v.id = w.version_id and v.state = 'ADOPTED' join norm_article a on a.version_id = v.id and a.code = w.code`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}, null);

const keyOf = ({ versionId, code }: Cited): string => `${versionId} ${code}`;

/** The charges as a case keeps them; each clause must stand in its version, and the version must have been in force on the day of the breach. */
export async function chargesOf(tx: Context, cited: readonly Cited[], occurredOn: string): Promise<Outcome<Charge[]>> {
  const clauses = await Promise.all(cited.map((each) => tx.load(clauseByCode, keyOf(each))));
  const problems = clauses.flatMap((clause, at): Problem[] => {
    if (clause === null) return [{ code: "NO_CLAUSE", path: `input.charges.${at}` }];
    return bound(clause, occurredOn) ? [] : [{ code: "CLAUSE_NOT_IN_FORCE", path: `input.charges.${at}` }];
  });
  if (problems.length > 0) return refusedWith(problems);
  const charges = clauses.flatMap((clause) => clause ?? []).map(({ document, versionId, version, code }) => ({ document, versionId, version, code }));
  return done([...new Map(charges.map((charge) => [charge.code, charge])).values()]);
}

const bound = ({ inForceOn, lastDay }: CitedClause, day: string): boolean => inForceOn !== null && inForceOn <= day && (lastDay === null || day <= lastDay);

/** Charges with the words of their clauses. */
export const clausesOf = async (ctx: Context, charges: readonly Charge[]): Promise<Clause[]> =>
  (await Promise.all(charges.map((charge) => ctx.load(clauseByCode, keyOf(charge))))).flatMap((clause) => clause ?? []);
