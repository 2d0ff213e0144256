import type { Context } from "../../platform/context.ts";
import { defineLastingLoader, defineLoader } from "../../platform/loaders.ts";
import type { Scheme } from "./scheme.rules.ts";

/** A scheme by its version; null when there is none. Its JSON was checked when it was loaded. */
export const schemeOfVersion = defineLastingLoader<number, Scheme>(async (ctx, versions) => {
  const rows = await ctx.rows<{ version: number; definition: Scheme }>(
    "select version, definition from service_quality_scheme where version = any($1::integer[])",
    [versions],
  );
  return new Map(rows.map(({ version, definition }) => [version, definition]));
});

/** The scheme a judgement names; that it exists is certain, the table refers to it. */
export async function schemeNamed(ctx: Context, version: number): Promise<Scheme> {
  const scheme = await ctx.load(schemeOfVersion, version);
  if (!scheme) throw new Error(`Scheme ${version} is not in the database.`);
  return scheme;
}

/** The version in force on a day; null before the first. */
export const schemeInForce = (ctx: Context, day: string): Promise<{ version: number } | null> =>
  ctx.row("select version from service_quality_scheme where effective_from <= $1::date order by effective_from desc, version desc limit 1", [day]);

/** What the association asks of its members for one period. */
export interface Round {
  period: string;
  from: string;
  to: string;
  schemeVersion: number;
  opensOn: string;
  dueOn: string;
}

const roundColumns = `period, period_from as "from", period_to as "to", scheme_version as "schemeVersion", opens_on as "opensOn", due_on as "dueOn"`;

export const roundOf = defineLoader<string, Round | null>(async (ctx, periods) => {
  const rows = await ctx.rows<Round>(`select ${roundColumns} from assessment_round where period = any($1::text[])`, [periods]);
  return new Map(rows.map((round) => [round.period, round]));
}, null);

/** Of a period, in SQL with `$1` the day it is: whether its round is the latest whose due day has passed, the one audits judge. */
export const isLastDue = (period: string): string =>
  `${period} = (select d.period from assessment_round d where d.due_on < $1::date order by d.period_to desc, d.period desc limit 1)`;

/** A round as the day has it. */
export interface OpenRound extends Round {
  isLastDue: boolean;
}

/** Rounds that have opened, the latest first; for a member those of periods it belonged for from their first day, and those it has begun all the same. */
export const openRounds = (ctx: Context, today: string, memberId: string | null): Promise<OpenRound[]> =>
  ctx.rows(
    `select ${roundColumns}, coalesce(${isLastDue("r.period")}, false) as "isLastDue" from assessment_round r
     where opens_on <= $1::date
       and ($2::text is null
         or exists (select from member m where m.id = $2 and m.admitted_on <= r.period_from)
         or exists (select from assessment a where a.member_id = $2 and a.period = r.period))
     order by period_to desc, period_from`,
    [today, memberId],
  );
