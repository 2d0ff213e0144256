import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { documentInForce } from "../../platform/published-document.ts";
import type { StandingFactEntry } from "./standing.entity.ts";
import type { MembershipTerms, StandingFact, StandingSpan } from "./standing.rules.ts";

/** SQL: whether the span `s` is that of today, the day of whoever asks. */
const isToday = "s.from_day <= guildhall_today() and (s.to_day is null or s.to_day >= guildhall_today())";

/** SQL: a column of the span in which the member of an expression stands today. */
export const standingToday = (column: "status" | "from_day", member: string): string =>
  `(select s.${column} from standing_span s where s.member_id = ${member} and ${isToday})`;

/** SQL: whether the norms bind the member of an expression today. */
export const isBoundToday = (member: string): string =>
  `exists (select from standing_span s where s.member_id = ${member} and s.status in ('ACTIVE', 'GRACE', 'SUSPENDED') and ${isToday})`;

/** SQL: whether the membership of an expression's member can be renewed today. */
export const isRenewableToday = (member: string): string => `(${isBoundToday(member)}
  and not exists (select from standing_span s where s.member_id = ${member} and s.status = 'WITHDRAWN' and s.from_day > guildhall_today())
  and guildhall_today() >= (select f.through from standing_fact f where f.member_id = ${member} and f.through is not null order by f.place desc limit 1)
    - (select (d.definition->>'renewalOpensDays')::int from published_document d
       where d.code = 'membership-terms' and d.effective_from <= guildhall_today() order by d.effective_from desc, d.version desc limit 1))`;

/** What the association has decided about the length of a membership. Throws when the reference data was never applied. */
export async function membershipTerms(ctx: Context): Promise<MembershipTerms> {
  const terms = await documentInForce<MembershipTerms>(ctx, "membership-terms");
  if (!terms) throw new Error("Nothing is decided about the terms of membership: apply the reference data first.");
  return terms;
}

/** A member's facts in the order they were stated; the member is held, so that the next fact rests on these. */
export async function factsToFollow(tx: Context, memberId: string): Promise<StandingFact[]> {
  await tx.rows("select from member where id = $1 for update", [memberId]);
  return tx.rows<StandingFact>(`select kind, day, through, grace_through as "graceThrough", until from standing_fact where member_id = $1 order by place`, [memberId]);
}

/** Writes how a member stands from a day on; what was so before it stays, though the span that ended the day before may go on. */
export async function storeSpans(tx: Context, memberId: string, from: string, spans: readonly StandingSpan[]): Promise<void> {
  await tx.rows("delete from standing_span where member_id = $1 and (to_day is null or to_day >= $2::date - 1)", [memberId, from]);
  await tx.rows(
    `insert into standing_span (member_id, from_day, to_day, status)
     select $1, "from", "to", status from jsonb_to_recordset($2::jsonb) as span (status text, "from" date, "to" date)
     on conflict (member_id, from_day) do nothing`,
    [memberId, JSON.stringify(spans)],
  );
}

/** How each member stood, stands and will stand if nothing else happens, in the order of days. */
export const spansByMember = defineLoader<string, StandingSpan[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<StandingSpan & { memberId: string }>(
    `select member_id as "memberId", status, from_day as "from", to_day as "to" from standing_span where member_id = any($1::text[]) order by from_day`, [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

/** What each member's standing follows from, latest first. */
export const factsByMember = defineLoader<string, StandingFactEntry[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<StandingFactEntry>(
    `select id, member_id as "memberId", kind, day, through, grace_through as "graceThrough", until, reason, basis, recorded_by as "recordedBy", recorded_at as "recordedAt"
     from standing_fact where member_id = any($1::text[]) order by place desc`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);
