import type { Context } from "../../platform/context.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { isBoundToday, type Member, memberColumns } from "../members/index.ts";
import type { PledgeState } from "./pledge.rules.ts";

/** How one member stands to the pledge in force. */
export interface PledgeStanding {
  member: Member;
  state: PledgeState;
  /** Whether it should have signed the version in force by now. */
  isOverdue: boolean;
  /** Of the newest version it signed; null when it signed none. */
  signatureId: string | null;
}

export interface PledgeTotals {
  signed: number;
  outdated: number;
  unsigned: number;
  /** Of the outdated and the unsigned, those whose day to sign by has passed. */
  overdue: number;
}

/** The day it is, and how many days a newcomer has at least from its admission. */
export interface BoardDay {
  day: string;
  newcomerDays: number;
}

/** Only those standing so; null means all. */
export interface BoardFilter {
  state: PledgeState | null;
  isOverdue: boolean | null;
}

/** Every member that stands in the association on the day `$1`, beside its newest signature; says the same as `pledgeState`. `$2` are the newcomers' days. */
const standing = `
  from member m
  left join lateral (select number, sign_by from pledge_version where state = 'ADOPTED' and in_force_on <= $1::date order by in_force_on desc, number desc limit 1) v on true
  left join lateral (select id, version_number from pledge_signature where member_id = m.id order by version_number desc limit 1) s on true
  cross join lateral (select case when s.id is null then 'UNSIGNED' when s.version_number < v.number then 'OUTDATED' else 'SIGNED' end as state) p
  cross join lateral (select coalesce(v.sign_by is not null and p.state <> 'SIGNED' and greatest(v.sign_by, m.admitted_on + $2::integer) < $1::date, false) as overdue) o
  where ${isBoundToday("m.id")}`;

/** The board of members and their pledges on a day, in the order of their numbers. */
export async function pledgeBoard(ctx: Context, { day, newcomerDays }: BoardDay, { state, isOverdue }: BoardFilter, page: PageRequest): Promise<Page<PledgeStanding>> {
  const [after] = readCursor(page.after, "NUMBER") ?? [null];
  const asked: Condition[] = [["p.state = ?", state], ["o.overdue = ?::boolean", isOverdue]];
  const { where, values } = narrowed([...asked, ["m.number > ?::integer", after]], [day, newcomerDays]);
  const rows = await ctx.rows<Member & Omit<PledgeStanding, "member">>(
    `select ${memberColumns}, p.state, o.overdue as "isOverdue", s.id as "signatureId" ${standing} and ${where} order by m.number limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(asked, [day, newcomerDays]);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count ${standing} and ${all.where}`, all.values))?.count ?? 0;
  const standings = rows.map(({ state: stands, isOverdue: late, signatureId, ...member }) => ({ member, state: stands, isOverdue: late, signatureId }));
  return pageOf(standings, page, ({ member }) => cursorOf(member.number), count);
}

/** How many members stand in each way on a day. */
export async function pledgeTotals(ctx: Context, { day, newcomerDays }: BoardDay): Promise<PledgeTotals> {
  const totals = await ctx.row<PledgeTotals>(
    `select count(*) filter (where p.state = 'SIGNED')::int as signed, count(*) filter (where p.state = 'OUTDATED')::int as outdated,
       count(*) filter (where p.state = 'UNSIGNED')::int as unsigned, count(*) filter (where o.overdue)::int as overdue ${standing}`,
    [day, newcomerDays],
  );
  return totals ?? { signed: 0, outdated: 0, unsigned: 0, overdue: 0 };
}
