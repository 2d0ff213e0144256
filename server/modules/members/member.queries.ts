import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { type Condition, containing, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { selected } from "../../platform/reading.ts";
import { isRenewableToday, standingToday } from "./standing.queries.ts";
import type { Member } from "./member.entity.ts";
import type { MemberStatus, ProductLine, SizeClass } from "./member.rules.ts";

/** A member's fields as columns of the table, which statements join as `m`. */
export const memberFields = {
  id: "m.id", number: "m.number", creditCode: "m.credit_code", name: "m.name", region: "m.region", sizeClass: "m.size_class",
  productLines: "m.product_lines", status: standingToday("status", "m.id"), statusSince: standingToday("from_day", "m.id"), admittedOn: "m.admitted_on", language: "m.language",
};
export const memberColumns = selected(memberFields);

/** A firm as it stands today. */
export interface StandingMember extends Member {
  status: MemberStatus;
  statusSince: string;
}

/** The member of an id; null when there is none, or none the actor may see. */
export const memberById = defineLoader<string, StandingMember | null>(async (ctx, ids) => {
  const members = await ctx.rows<StandingMember>(`select ${memberColumns} from member m where m.id = any($1::text[])`, [ids]);
  return new Map(members.map((member) => [member.id, member]));
}, null);

export interface MemberFilter {
  text?: string | null;
  regions?: readonly string[] | null;
  statuses?: readonly MemberStatus[] | null;
  sizeClasses?: readonly SizeClass[] | null;
  productLine?: ProductLine | null;
  renewable?: boolean | null;
}

export const membersAsked = ({ text, regions, statuses, sizeClasses, productLine, renewable }: MemberFilter): Condition[] => [
  ["m.search like ?", containing(text)], ["m.region = any(?::text[])", regions], [`${standingToday("status", "m.id")} = any(?::text[])`, statuses],
  ["m.size_class = any(?::text[])", sizeClasses], ["m.product_lines @> array[?::text]", productLine], [`${isRenewableToday("m.id")} = ?::boolean`, renewable],
];

/** Members in the order of their numbers, by what their name or code contains and where they belong. */
export async function members(ctx: Context, filter: MemberFilter, page: PageRequest): Promise<Page<StandingMember>> {
  const [after] = readCursor(page.after, "NUMBER") ?? [null];
  const { where, values } = narrowed([...membersAsked(filter), ["m.number > ?::integer", after]]);
  const rows = await ctx.rows<StandingMember>(
    `select ${memberColumns} from member m where ${where} order by m.number limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(membersAsked(filter));
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from member m where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ number }) => cursorOf(number), count);
}
