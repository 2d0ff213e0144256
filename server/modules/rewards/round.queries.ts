import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../platform/paging.ts";
import { selected } from "../../platform/reading.ts";
import type { MemberFigures } from "./criteria.rules.ts";
import type { RewardRound } from "./reward.entity.ts";
import type { CriterionCode } from "./reward-ladder.rules.ts";
import type { CandidateStanding } from "./reward.rules.ts";

const roundColumns = selected({
  id: "r.id", kind: "r.kind", year: "r.year", state: "r.state", ladderVersion: "r.ladder_version", candidates: "r.candidates", qualified: "r.qualified",
  openedBy: "r.opened_by", openedAt: "r.opened_at", closedBy: "r.closed_by", closedAt: "r.closed_at", reason: "r.reason",
});

export const roundById = defineLoader<string, RewardRound | null>(async (ctx, ids) => {
  const rows = await ctx.rows<RewardRound>(`select ${roundColumns} from reward_round r where r.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** Rounds, latest opened first. */
export async function rounds(ctx: Context, page: PageRequest): Promise<Page<RewardRound>> {
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const { where, values } = narrowed([["(r.opened_at, r.id) < (?::timestamptz, ?::text)", at, id]]);
  const rows = await ctx.rows<RewardRound & { place: string }>(
    `select ${roundColumns}, r.opened_at::text as place from reward_round r where ${where} order by r.opened_at desc, r.id desc limit $${values.length + 1}`, [...values, page.first + 1],
  );
  const count = async () => (await ctx.row<{ count: number }>("select count(*)::int as count from reward_round"))?.count ?? 0;
  return pageOf(rows, page, ({ place, id: last }) => cursorOf(place, last), count);
}

/** A firm as a round found it. */
export interface CandidateRow {
  id: string;
  roundId: string;
  memberId: string;
  number: number;
  qualified: boolean;
  unmet: CriterionCode[];
  figures: MemberFigures;
  /** Why, by whom and when it was struck; null unless it was. */
  struckFor: string | null;
  struckBy: string | null;
  struckAt: Date | null;
}

const standing = "case when not c.qualified then 'UNQUALIFIED' when s.candidate_id is not null then 'STRUCK' else 'QUALIFIED' end";
const candidateColumns = selected({
  id: "c.id", roundId: "c.round_id", memberId: "c.member_id", number: "c.number", qualified: "c.qualified", unmet: "c.unmet", figures: "c.figures",
  struckFor: "s.reason", struckBy: "s.struck_by", struckAt: "s.struck_at",
});
const candidate = "from reward_candidate c left join reward_strike s on s.candidate_id = c.id";

export const candidateById = (ctx: Context, id: string): Promise<CandidateRow | null> => ctx.row<CandidateRow>(`select ${candidateColumns} ${candidate} where c.id = $1`, [id]);

/** The firms of a round: who qualifies first, then in the order of their numbers. */
export async function candidates(ctx: Context, roundId: string, wanted: CandidateStanding | null, page: PageRequest): Promise<Page<CandidateRow>> {
  const [unqualified, number] = readCursor(page.after, "NUMBER", "NUMBER") ?? [null, null];
  const place = "(not c.qualified)::int";
  const asked: Condition[] = [["c.round_id = ?", roundId], [`${standing} = ?`, wanted]];
  const { where, values } = narrowed([...asked, [`(${place}, c.number) > (?::int, ?::int)`, unqualified, number]]);
  const rows = await ctx.rows<CandidateRow>(
    `select ${candidateColumns} ${candidate} where ${where} order by ${place}, c.number limit $${values.length + 1}`, [...values, page.first + 1],
  );
  const all = narrowed(asked);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count ${candidate} where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.qualified ? 0 : 1, row.number), count);
}

/** How many firms of each round do not meet a criterion. */
export const unmetByRound = defineLoader<string, { code: CriterionCode; count: number }[]>(async (ctx, ids) => {
  const rows = await ctx.rows<{ roundId: string; code: CriterionCode; count: number }>(
    `select c.round_id as "roundId", code, count(*)::int as count from reward_candidate c cross join lateral unnest(c.unmet) as code where c.round_id = any($1::text[]) group by 1, 2`, [ids],
  );
  return groupBy(rows, ({ roundId }) => roundId);
}, []);

/** How many firms were struck from each round, and by whom. */
export const strikesByRound = defineLoader<string, { count: number; by: string[] }>(async (ctx, ids) => {
  const rows = await ctx.rows<{ roundId: string; count: number; by: string[] }>(
    `select c.round_id as "roundId", count(*)::int as count, array_agg(distinct s.struck_by) as by
     from reward_candidate c join reward_strike s on s.candidate_id = c.id where c.round_id = any($1::text[]) group by 1`,
    [ids],
  );
  return new Map(rows.map(({ roundId, ...strikes }) => [roundId, strikes]));
}, { count: 0, by: [] });

/** What each round stored of its firms, to be judged anew. */
export const storedByRound = defineLoader<string, Pick<CandidateRow, "figures" | "unmet">[]>(async (ctx, ids) => {
  const rows = await ctx.rows<{ roundId: string } & Pick<CandidateRow, "figures" | "unmet">>(
    `select round_id as "roundId", figures, unmet from reward_candidate where round_id = any($1::text[])`, [ids],
  );
  return groupBy(rows, ({ roundId }) => roundId);
}, []);

/** A round, held so that it is closed once. */
export const lockedRound = (tx: Context, id: string): Promise<RewardRound | null> => tx.row<RewardRound>(`select ${roundColumns} from reward_round r where r.id = $1 for update`, [id]);

/** Whether a round of a kind and year is open or confirmed; rounds of one kind are opened one after another. */
export async function roundStands(tx: Context, kind: string, year: number): Promise<boolean> {
  await tx.rows("select pg_advisory_xact_lock(hashtext('reward-round ' || $1))", [kind]);
  return (await tx.row("select 1 from reward_round where kind = $1 and year = $2 and state <> 'DROPPED'", [kind, year])) !== null;
}

/** Stores how every firm stands in a round; one statement. */
export const storeCandidates = (tx: Context, roundId: string, found: readonly Pick<CandidateRow, "id" | "memberId" | "number" | "qualified" | "unmet" | "figures">[]) =>
  tx.rows(
    `insert into reward_candidate (id, round_id, member_id, number, qualified, unmet, figures)
     select id, $1, "memberId", number, qualified, array(select jsonb_array_elements_text(unmet)), figures
     from jsonb_to_recordset($2::jsonb) as c (id text, "memberId" text, number integer, qualified boolean, unmet jsonb, figures jsonb)`,
    [roundId, JSON.stringify(found)],
  );

export const storeStrike = (tx: Context, candidateId: string, reason: string) =>
  tx.rows("insert into reward_strike (candidate_id, reason, struck_by, struck_at) values ($1, $2, $3, $4)", [candidateId, reason, tx.actor.userId, tx.now]);

/** Gives whoever qualifies in a round and was not struck its reward, with the first step of its life; one statement. Answers how many there are. */
export async function giveRewards(tx: Context, { id, kind, year, ladderVersion, openedBy, openedAt }: RewardRound, term: { from: string; through: string }): Promise<number> {
  const name = (of: string) => `'${of}_' || upper(left(encode(sha256(convert_to($1 || '|' || c.member_id, 'UTF8')), 'hex'), 26))`;
  const row = await tx.row<{ count: number }>(
    `with given as (
       insert into reward (id, kind, member_id, state, ladder_version, round_id, year, proposed_by, proposed_at, decided_by, decided_at, from_day, through_day)
       select ${name("rwd")}, $2, c.member_id, 'IN_FORCE', $3, $1, $4, $5, $6, $7, $8, $9, $10
       ${candidate} where c.round_id = $1 and c.qualified and s.candidate_id is null
       returning id, member_id),
     told as (
       insert into reward_change (id, reward_id, state, changed_by, at) select ${name("rwh")}, c.id, 'IN_FORCE', $7, $8 from given c)
     select count(*)::int as count from given`,
    [id, kind, ladderVersion, year, openedBy, openedAt, tx.actor.userId, tx.now, term.from, term.through],
  );
  return row?.count ?? 0;
}

/** Whether a firm would be given something by a round. */
export const isSelected = async (tx: Context, roundId: string, memberId: string): Promise<boolean> =>
  (await tx.row(`select 1 ${candidate} where c.round_id = $1 and c.member_id = $2 and c.qualified and s.candidate_id is null`, [roundId, memberId])) !== null;
