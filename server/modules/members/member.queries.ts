import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import type { Member } from "./member.entity.ts";
import type { MemberStatus, ProductLine, SizeClass } from "./member.rules.ts";

/** A member's columns as the object has them, for statements that join the table as `m`. */
export const memberColumns = `m.id, m.number, m.credit_code as "creditCode", m.name, m.region, m.size_class as "sizeClass",
  m.product_lines as "productLines", m.status, m.status_since as "statusSince", m.admitted_on as "admittedOn"`;

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

const filtered = `($1::text is null or m.search like $1) and ($2::text[] is null or m.region = any($2))
  and ($3::text[] is null or m.status = any($3)) and ($4::text[] is null or m.size_class = any($4))
  and ($5::text is null or m.product_lines @> array[$5])`;

/** Members in the order of their numbers, by what their name or code contains and where they belong. */
export async function members(ctx: Context, filter: MemberFilter, page: PageRequest): Promise<Page<Member>> {
  const values = [containing(filter.text), filter.regions ?? null, filter.statuses ?? null, filter.sizeClasses ?? null, filter.productLine ?? null];
  const [after] = readCursor(page.after, 1) ?? [0];
  const rows = await ctx.rows<Member>(
    `select ${memberColumns} from member m where ${filtered} and m.number > $6::integer order by m.number limit $7`,
    [...values, after, page.first + 1],
  );
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from member m where ${filtered}`, values))?.count ?? 0;
  return pageOf(rows, page, ({ number }) => cursorOf(number), count);
}

/** A pattern for `like` that takes what was typed literally. */
function containing(text: string | null | undefined): string | null {
  const wanted = text?.trim().toLowerCase() ?? "";
  return wanted === "" ? null : `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
}
