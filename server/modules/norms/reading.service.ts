import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { mayActForMember, memberById } from "../members/index.ts";
import { normArticlesRead } from "./norm.events.ts";
import { chaptersByVersion, normVersionById, type VersionRow } from "./norm.queries.ts";
import { NormReading } from "./reading.entity.ts";

/** So many unknown articles are named at most. */
const MOST_NAMED = 20;

/** What members' people have read, so that the association knows whether its norms are known. */
export class ReadingService {
  /** Notes that the viewer read articles of an adopted version to their end; what was noted before stays as it is. */
  async note(tx: Context, versionId: string, articles: readonly string[]): Promise<Outcome<VersionRow>> {
    const { userId, memberId } = tx.actor;
    const [version, member] = [await tx.load(normVersionById, versionId), memberId === null ? null : await tx.load(memberById, memberId)];
    if (version === null || version.state !== "ADOPTED") return refused("NOT_FOUND", "versionId");
    if (userId === null || member === null) return refused("NOT_ALLOWED");
    if (!mayActForMember(tx.actor, member)) return refused("NOT_A_MEMBER_NOW");
    const known = new Set((await tx.load(chaptersByVersion, versionId)).flatMap((chapter) => chapter.articles.map(({ code }) => code)));
    const read = [...new Set(articles)];
    if (read.length === 0) return refused("REQUIRED", "articles");
    const strangers = articles.flatMap((article, place) => (known.has(article) ? [] : [`articles.${place}`]));
    if (strangers.length > 0) return refused("NOT_FOUND", ...strangers.slice(0, MOST_NAMED));

    const rows = read.map((article) => ({ versionId, memberId: member.id, userId, article, readAt: tx.now }));
    const { raw } = await tx.db.createQueryBuilder().insert().into(NormReading).values(rows).orIgnore().returning("article").execute();
    const fresh = raw as { article: string }[];
    if (fresh.length > 0) announce(tx, normArticlesRead, { versionId, memberId: member.id, articles: fresh.length }, { record: versionId, after: { userId, articles: fresh.map(({ article }) => article) } });
    return done(version);
  }
}
