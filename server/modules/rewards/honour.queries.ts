import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../platform/paging.ts";
import type { RewardKind } from "./reward-ladder.rules.ts";

/** What everybody may know of a reward: nothing else of the firm, nor of who proposed it. */
export interface HonourRow {
  kind: RewardKind;
  year: number;
  memberNumber: number;
  memberName: Localized;
  fromDay: string;
  throughDay: string;
  deed: Localized | null;
}

export interface HonourYear {
  year: number;
  honours: number;
}

/** SQL: the year a reward of the alias `r` belongs to: that of its round, or that in which it was given. */
const yearOf = "coalesce(r.year, extract(year from r.from_day)::int)";

/** What was given and not taken back. The house reads it for whoever asks, in this one statement of public fields. */
const given = "from reward r join member m on m.id = r.member_id where r.state = 'IN_FORCE'";

/** What was given in a year, by kind and then in the order of the members' numbers. */
export async function honours(ctx: Context, year: number, kind: RewardKind | null, page: PageRequest): Promise<Page<HonourRow>> {
  const [after, number, id] = readCursor(page.after, "TEXT", "NUMBER", "TEXT") ?? [null, null, null];
  const asked: Condition[] = [[`${yearOf} = ?::int`, year], ["r.kind = ?", kind]];
  const { where, values } = narrowed([...asked, ["(r.kind, m.number, r.id) > (?::text, ?::int, ?::text)", after, number, id]]);
  const rows = await asHouse(ctx, (house) =>
    house.rows<HonourRow & { id: string }>(
      `select r.id, r.kind, ${yearOf} as year, m.number as "memberNumber", m.name as "memberName", r.from_day as "fromDay", r.through_day as "throughDay", r.deed
       ${given} and ${where} order by r.kind, m.number, r.id limit $${values.length + 1}`,
      [...values, page.first + 1],
    ),
  );
  const all = narrowed(asked);
  const count = () => asHouse(ctx, async (house) => (await house.row<{ count: number }>(`select count(*)::int as count ${given} and ${all.where}`, all.values))?.count ?? 0);
  return pageOf(rows, page, (row) => cursorOf(row.kind, row.memberNumber, row.id), count);
}

/** What a firm was given and not had taken back, latest first, at most 50. */
export const honoursOf = (ctx: Context, memberId: string): Promise<HonourRow[]> =>
  asHouse(ctx, (house) =>
    house.rows<HonourRow>(
      `select r.kind, ${yearOf} as year, m.number as "memberNumber", m.name as "memberName", r.from_day as "fromDay", r.through_day as "throughDay", r.deed
       ${given} and m.id = $1 order by r.from_day desc, r.id desc limit 50`,
      [memberId],
    ),
  );

/** The years in which anything was given, latest first. */
export const honourYears = (ctx: Context): Promise<HonourYear[]> =>
  asHouse(ctx, (house) => house.rows<HonourYear>(`select ${yearOf} as year, count(*)::int as honours ${given} group by 1 order by 1 desc`));

async function asHouse<T>(ctx: Context, read: (house: Context) => Promise<T>): Promise<T> {
  const house = ctx.as({ ...ctx.actor, scope: "all" });
  try {
    return await read(house);
  } finally {
    await house.endReads();
  }
}
