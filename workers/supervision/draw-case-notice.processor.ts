import { drawCaseNotice, type NoticeService } from "../../server/modules/supervision/index.ts";
import { handle } from "../../server/platform/jobs.ts";
import { signPaper, type SigningIdentity } from "../../server/platform/signing.ts";
import { draw } from "../drawing.ts";

/** Draws, signs and files the notice of a decision, or of what an appeal came to; does nothing when it was filed before. */
export const drawCaseNoticeProcessor = (notices: NoticeService, identity: SigningIdentity) =>
  handle(drawCaseNotice, async ({ subjectId }, { ctx, signal }) => {
    const facts = await notices.facts(ctx, subjectId);
    if (facts === null) return;
    const drawn = await draw({ paper: "case-notice", facts }, signal);
    const paper = await signPaper(drawn, identity, new Date(facts.decidedAt));
    await ctx.inTransaction((tx) => notices.file(tx, facts, paper));
  });
