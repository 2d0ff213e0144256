import { defineLoader, groupBy } from "../../platform/loaders.ts";
import type { MemberContact, MemberSite } from "./profile.entity.ts";
import type { ProductLine } from "./member.rules.ts";
import { isBoundToday } from "./standing.queries.ts";

/** Each firm's sites, those in use first, then by the day they opened. */
export const sitesByMember = defineLoader<string, MemberSite[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<MemberSite>(
    `select id, member_id as "memberId", revision, name, use, region, address, opened_on as "openedOn", closed_on as "closedOn"
     from member_site where member_id = any($1::text[]) order by closed_on is not null, opened_on, id`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

/** Each firm's contacts, by what they are for. */
export const contactsByMember = defineLoader<string, MemberContact[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<MemberContact>(
    `select id, member_id as "memberId", revision, duty, name, phone, email from member_contact where member_id = any($1::text[])
     order by array_position(array['GENERAL', 'COMPLIANCE', 'COMPLAINTS', 'QUALITY', 'PRICES'], duty), name, id`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

/** Fewer firms than this are no group: what is said of it could be traced to one of them. */
const FEWEST_PEERS = 5;

export interface PeerGroup {
  productLine: ProductLine;
  /** Firms of this size that deal in it and stand in the association today, the firm itself among them; null when they are too few. */
  members: number | null;
}

/** The groups each firm is compared within, by size and what it deals in; counted by the house, whatever the asker may see of the others. */
export const peerGroupsByMember = defineLoader<string, PeerGroup[]>(async (ctx, memberIds) => {
  const house = ctx.as({ ...ctx.actor, scope: "all" });
  const rows = await house.rows<PeerGroup & { memberId: string }>(
    `select m.id as "memberId", line as "productLine", case when peers.count >= ${FEWEST_PEERS} then peers.count end as members
     from member m cross join lateral unnest(m.product_lines) as line
       cross join lateral (select count(*)::int as count from member p where p.size_class = m.size_class and p.product_lines @> array[line] and ${isBoundToday("p.id")}) as peers
     where m.id = any($1::text[]) order by m.id, line`,
    [memberIds],
  ).finally(() => house.endReads());
  return groupBy(rows, ({ memberId }) => memberId);
}, []);
