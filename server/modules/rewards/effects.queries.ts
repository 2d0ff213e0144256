import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { unsettledSanctions } from "../credit/index.ts";
import { standingToday } from "../members/index.ts";
import { type EffectInForce, strongest } from "./effects.rules.ts";
import { LADDER } from "./ladder.queries.ts";

/** SQL: what the effects of rewards in force are, one row an effect, `r` being the reward and `e` the effect. A condition may follow. */
const inForce = (ladder: string) => `reward r
       join published_document d on d.code = ${ladder} and d.version = r.ladder_version
       cross join lateral jsonb_array_elements(d.definition->'kinds') k
       cross join lateral jsonb_array_elements(k->'effects') e
     where r.state = 'IN_FORCE' and guildhall_today() between r.from_day and r.through_day and k->>'code' = r.kind
       and ${standingToday("status", "r.member_id")} in ('ACTIVE', 'GRACE') and ${unsettledSanctions("r.member_id")} = 0`;

/** SQL: whether the member of an expression is on the fast lane today. */
export const isOnFastLane = (member: string): string => `exists (select from ${inForce(`'${LADDER}'`)} and r.member_id = ${member} and e->>'code' = 'FAST_LANE')`;

/** Each member's effects today. A firm that is suspended, or sanctioned and not repaired, keeps its rewards and has none of their effects meanwhile. */
export const effectsByMember = defineLoader<string, EffectInForce[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<EffectInForce & { memberId: string }>(
    `select r.member_id as "memberId", r.kind, r.through_day as through, e->>'code' as code, (e->>'value')::int as value, e->'words' as words
     from ${inForce("$2")} and r.member_id = any($1::text[])`,
    [memberIds, LADDER],
  );
  return new Map([...groupBy(rows, ({ memberId }) => memberId)].map(([memberId, effects]) => [memberId, strongest(effects)]));
}, []);

/** What rewards bring these members today: of each effect the strongest. The door for whoever draws, queues or waits for papers; members without any are not in it. */
export async function effectsInForce(ctx: Context, memberIds: readonly string[]): Promise<Map<string, EffectInForce[]>> {
  const effects = await Promise.all(memberIds.map(async (memberId) => [memberId, await ctx.load(effectsByMember, memberId)] as const));
  return new Map(effects.filter(([, found]) => found.length > 0));
}
