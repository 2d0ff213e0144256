import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { isBoundToday, type Member, memberColumns } from "../members/index.ts";
import { trainings } from "./training.queries.ts";

/** The articles of versions that the viewer has read itself; empty for who acts for no member. */
export const articlesReadByViewer = defineLoader<string, { versionId: string; article: string }[]>(async (ctx, versionIds) => {
  const rows = await ctx.rows<{ versionId: string; article: string }>(
    `select version_id as "versionId", article from norm_reading where version_id = any($1::text[]) and member_id = $2 and user_id = $3 order by read_at, article`,
    [versionIds, ctx.actor.memberId, ctx.actor.userId],
  );
  return groupBy(rows, ({ versionId }) => versionId);
}, []);

/** One person of a member, and which articles they have read. */
export interface Reader {
  name: string;
  articles: string[];
}

/** How far one member has read a version. */
export interface Readership {
  member: Member;
  /** Articles that somebody of the member has read, each counted once. */
  read: number;
  articles: number;
  readers: Reader[];
  trainings: number;
  /** Added up over the trainings. */
  peopleTrained: number;
  lastTrainedOn: string | null;
}

export interface ReadingTotals {
  all: number;
  part: number;
  none: number;
  /** Have trained anyone. */
  trained: number;
}

/** Every member that stands in the association, with what its people have read of the version `$1`, where only articles the version has count, and how it trained them. */
const readership = `
  from member m
  cross join (select count(*)::int as articles from norm_article where version_id = $1) t
  left join lateral (
    select count(distinct r.article)::int as read from norm_reading r
    join norm_article a on a.version_id = r.version_id and a.code = r.article
    where r.version_id = $1 and r.member_id = m.id) p on true
  left join lateral (
    select count(*)::int as trainings, coalesce(sum(t.people), 0)::int as "peopleTrained", max(t.held_on) as "lastTrainedOn" ${trainings}
    and t.version_id = $1 and t.member_id = m.id) h on true
  where ${isBoundToday("m.id")}`;

/** The members in the order of their numbers, each with its people and what they read. */
export async function readershipOf(ctx: Context, versionId: string, page: PageRequest): Promise<Page<Readership>> {
  const [after] = readCursor(page.after, "NUMBER") ?? [null];
  const { where, values } = narrowed([["m.number > ?::integer", after]], [versionId]);
  const rows = await ctx.rows<Member & Omit<Readership, "member">>(
    `select ${memberColumns}, p.read, t.articles, h.*,
       coalesce((select jsonb_agg(jsonb_build_object('name', q.name, 'articles', q.articles) order by q.name) from (
         select u.name, jsonb_agg(r.article order by r.article) as articles from norm_reading r join user_account u on u.id = r.user_id
         where r.version_id = $1 and r.member_id = m.id group by u.id, u.name) q), '[]') as readers
     ${readership} and ${where} order by m.number limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count ${readership}`, [versionId]))?.count ?? 0;
  const memberships = rows.map(({ read, articles, readers, trainings: held, peopleTrained, lastTrainedOn, ...member }) => ({ member, read, articles, readers, trainings: held, peopleTrained, lastTrainedOn }));
  return pageOf(memberships, page, ({ member }) => cursorOf(member.number), count);
}

/** How many members have read all of a version, a part of it, and nothing; and how many have trained anyone on it. */
export async function readingTotals(ctx: Context, versionId: string): Promise<ReadingTotals> {
  const totals = await ctx.row<ReadingTotals>(
    `select count(*) filter (where p.read = t.articles and t.articles > 0)::int as all, count(*) filter (where p.read > 0 and p.read < t.articles)::int as part,
       count(*) filter (where p.read = 0)::int as none, count(*) filter (where h.trainings > 0)::int as trained
     ${readership}`,
    [versionId],
  );
  return totals ?? { all: 0, part: 0, none: 0, trained: 0 };
}
