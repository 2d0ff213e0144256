import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../platform/paging.ts";
import { selected } from "../../platform/reading.ts";
import type { Reward, RewardChange } from "./reward.entity.ts";
import type { RewardKind } from "./reward-ladder.rules.ts";
import type { RewardState } from "./reward.rules.ts";

/** A reward as it stands today. */
export type RewardRow = Omit<Reward, "state"> & { state: RewardState };

const stateToday = "case when r.state = 'IN_FORCE' and r.through_day < guildhall_today() then 'EXPIRED' else r.state end";

/** A reward's fields as columns of the table, which statements join as `r`. */
const columns = selected({
  id: "r.id", kind: "r.kind", memberId: "r.member_id", state: stateToday, ladderVersion: "r.ladder_version", roundId: "r.round_id", year: "r.year", deed: "r.deed",
  deedOn: "r.deed_on", clause: "r.clause", clauseVersion: "r.clause_version", clauseTitle: "r.clause_title", evidence: "r.evidence", proposedBy: "r.proposed_by",
  proposedAt: "r.proposed_at", decidedBy: "r.decided_by", decidedAt: "r.decided_at", fromDay: "r.from_day", throughDay: "r.through_day",
});

export const rewardById = defineLoader<string, RewardRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<RewardRow>(`select ${columns} from reward r where r.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** How many rewards of a firm are shown. */
export const rewardsShown = 24;

/** What each member was given, latest first; what is only proposed, or was declined, is not among it. */
export const rewardsByMember = defineLoader<string, RewardRow[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<RewardRow>(
    `select ${columns} from unnest($1::text[]) as asked (id)
       cross join lateral (
         select * from reward where member_id = asked.id and state in ('IN_FORCE', 'REVOKED') order by proposed_at desc, id desc limit ${rewardsShown}) r
     order by r.proposed_at desc, r.id desc`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

/** Each reward's life, step by step. */
export const changesByReward = defineLoader<string, RewardChange[]>(async (ctx, ids) => {
  const rows = await ctx.rows<RewardChange>(
    `select id, reward_id as "rewardId", state, reason, changed_by as "changedBy", at from reward_change where reward_id = any($1::text[]) order by place`, [ids],
  );
  return groupBy(rows, ({ rewardId }) => rewardId);
}, []);

export interface RewardFilter {
  kind?: RewardKind | null;
  state?: RewardState | null;
  memberId?: string | null;
}

/** Rewards, latest proposed first; row-level security holds members to what they were given. */
export async function rewards(ctx: Context, { kind, state, memberId }: RewardFilter, page: PageRequest): Promise<Page<RewardRow>> {
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const asked: Condition[] = [["r.kind = ?", kind], [`${stateToday} = ?`, state], ["r.member_id = ?", memberId]];
  const { where, values } = narrowed([...asked, ["(r.proposed_at, r.id) < (?::timestamptz, ?::text)", at, id]]);
  const rows = await ctx.rows<RewardRow & { place: string }>(
    `select ${columns}, r.proposed_at::text as place from reward r where ${where} order by r.proposed_at desc, r.id desc limit $${values.length + 1}`, [...values, page.first + 1],
  );
  const all = narrowed(asked);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from reward r where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ place, id: last }) => cursorOf(place, last), count);
}
