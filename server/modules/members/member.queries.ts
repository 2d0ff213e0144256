import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { type Condition, containing, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import type { Member } from "./member.entity.ts";
import type { MemberStatus, ProductLine, SizeClass } from "./member.rules.ts";

/** A member's columns as the object has them, for statements that join the table as `m`. */
export const memberColumns = `m.id, m.number, m.credit_code as "creditCode", m.name, m.region, m.size_class as "sizeClass",
  m.product_lines as "productLines", m.status, m.status_since as "statusSince", m.admitted_on as "admittedOn", m.language`;

/** The member of an id; null when there is none, or none the actor may see. */
export const memberById = defineLoader<string, Member | null>(async (ctx, ids) => {
  const members = await ctx.rows<Member>(`select ${memberColumns} from member m where m.id = any($1::text[])`, [ids]);
  return new Map(members.map((member) => [member.id, member]));
}, null);

export interface MemberFilter {
  text?: string | null;
  regions?: readonly string[] | null;
  statuses?: readonly MemberStatus[] | null;
  sizeClasses?: readonly SizeClass[] | null;
  productLine?: ProductLine | null;
}

const asked = ({ text, regions, statuses, sizeClasses, productLine }: MemberFilter): Condition[] => [
  ["m.search like ?", containing(text)], ["m.region = any(?::text[])", regions], ["m.status = any(?::text[])", statuses],
  ["m.size_class = any(?::text[])", sizeClasses], ["m.product_lines @> array[?::text]", productLine],
];

/** Members in the order of their numbers, by what their name or code contains and where they belong. */
export async function members(ctx: Context, filter: MemberFilter, page: PageRequest): Promise<Page<Member>> {
  const [after] = readCursor(page.after, "NUMBER") ?? [null];
  const { where, values } = narrowed([...asked(filter), ["m.number > ?::integer", after]]);
  const rows = await ctx.rows<Member>(
    `select ${memberColumns} from member m where ${where} order by m.number limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(asked(filter));
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from member m where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ number }) => cursorOf(number), count);
}
