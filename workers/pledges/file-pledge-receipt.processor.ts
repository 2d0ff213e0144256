import { filePledgeReceipt, type ReceiptService } from "../../server/modules/norms/index.ts";
import { handle } from "../../server/platform/jobs.ts";
import { signPaper, type SigningIdentity } from "../../server/platform/signing.ts";
import { draw } from "../drawing.ts";

/** Draws, signs and files the paper of a signature; does nothing when it was filed before. */
export const filePledgeReceiptProcessor = (receipts: ReceiptService, identity: SigningIdentity) =>
  handle(filePledgeReceipt, async ({ signatureId }, { ctx, signal }) => {
    const facts = await receipts.facts(ctx, signatureId);
    if (facts === null) return;
    const drawn = await draw({ paper: "pledge-receipt", facts }, signal);
    const paper = await signPaper(drawn, identity, new Date(facts.signedAt));
    await ctx.inTransaction((tx) => receipts.file(tx, signatureId, paper));
  });
