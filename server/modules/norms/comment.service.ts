import { newId } from "../../kernel/ids.ts";
import { asRead } from "../../kernel/plain-text.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { mayActForMember, memberById } from "../members/index.ts";
import { NormAnswer, NormComment } from "./comment.entity.ts";
import { commentById, type CommentRow, filedBy } from "./comment.queries.ts";
import { normCommentAnswered, normCommentFiled } from "./norm.events.ts";
import { chaptersByVersion, normVersionById } from "./norm.queries.ts";
import { isOpen } from "./norm-standing.rules.ts";

export interface Commenting {
  /** The code of the article it is about. */
  article: string;
  text: string;
}

const longest = 2000;
/** Far more than any norm has articles. */
const mostOfOneMember = 300;

/** What members say of a version laid before them, and what the association answers. */
export class CommentService {
  /** `zone` says which day it is: a consultation ends with the association's midnight. */
  constructor(private readonly zone: string) {}

  /** Files a member's comment on one article, while the consultation is open. */
  async file(tx: Context, versionId: string, { article, text }: Commenting): Promise<Outcome<CommentRow>> {
    const { userId, memberId } = tx.actor;
    const [version, member] = [await tx.load(normVersionById, versionId), memberId === null ? null : await tx.load(memberById, memberId)];
    if (version === null) return refused("NOT_FOUND", "versionId");
    if (userId === null || member === null) return refused("NOT_ALLOWED");
    if (!mayActForMember(tx.actor, member)) return refused("NOT_A_MEMBER_NOW");
    if (!isOpen(version, dayIn(this.zone, tx.now))) return refused("CONSULTATION_CLOSED", "versionId");
    const chapters = await tx.load(chaptersByVersion, versionId);
    if (!chapters.some(({ articles }) => articles.some(({ code }) => code === article))) return refused("NOT_FOUND", "input.article");
    const fault = textFault(text);
    if (fault) return refused(fault, "input.text");
    if ((await filedBy(tx, versionId, member.id)) >= mostOfOneMember) return refused("TOO_MANY", "input.text");

    const comment = { id: newId("nmc", tx.now), versionId, round: version.round, article, memberId: member.id, userId, text: asRead(text).trim(), filedAt: tx.now };
    await tx.db.insert(NormComment, comment);
    announce(tx, normCommentFiled, { versionId, commentId: comment.id, memberId: member.id }, { record: comment.id, after: comment });
    return done({ ...comment, answer: null, answeredAt: null });
  }

  /** Answers a comment, once; every member reads the answer, so it is to name nobody. */
  async answer(tx: Context, id: string, text: string): Promise<Outcome<CommentRow>> {
    const comment = await commentById(tx, id);
    if (comment === null) return refused("NOT_FOUND", "id");
    const fault = textFault(text);
    if (fault) return refused(fault, "answer");
    const { versionId, round, article } = comment;
    const answer = { commentId: id, versionId, round, article, text: asRead(text).trim(), userId: tx.actor.userId ?? "", answeredAt: tx.now };
    const { raw } = await tx.db.createQueryBuilder().insert().into(NormAnswer).values(answer).orIgnore().returning("comment_id").execute();
    if ((raw as unknown[]).length === 0) return refused("ALREADY_ANSWERED", "id");
    announce(tx, normCommentAnswered, { versionId, commentId: id }, { record: id, after: answer });
    return done({ ...comment, answer: answer.text, answeredAt: tx.now });
  }
}

function textFault(text: string): "REQUIRED" | "TOO_LONG" | null {
  if (asRead(text).trim() === "") return "REQUIRED";
  return text.length > longest ? "TOO_LONG" : null;
}
