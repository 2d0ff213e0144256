import type { Language, Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import type { FileStore } from "../../platform/files.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { keepFile } from "../../platform/stored-file.ts";
import type { Permission } from "../identity/index.ts";
import { association } from "../members/index.ts";
import { pledgeReceiptDrawn } from "./norm.events.ts";
import { PledgeReceipt, type PledgeSignature } from "./pledge.entity.ts";
import { pledgeVersionById, receiptBySignature, signatureById } from "./pledge.queries.ts";
import { pledgeText } from "./pledge.rules.ts";

/** Opens its paper. */
const permission: Permission = "pledge:read";

/** Everything the paper of a signature states; names are those of the signature itself. */
export interface ReceiptFacts {
  number: string;
  language: Language;
  association: { name: Localized; zone: string };
  memberName: string;
  creditCode: string;
  signatoryName: string;
  signatoryTitle: string;
  consentText: string;
  /** ISO, UTC. */
  signedAt: string;
  address: string | null;
  /** SHA-256 of the text as read, in hexadecimal. */
  textDigest: string;
  /** SHA-256 over the whole record, in hexadecimal. */
  seal: string;
  /** In the language it was read in. */
  text: Pick<ReturnType<typeof pledgeText>, "version" | "title" | "preamble" | "clauses">;
}

/** The papers of signatures: each is drawn from what was sealed, and filed once. */
export class ReceiptService {
  constructor(private readonly files: FileStore, private readonly zone: string) {}

  /** What there is to draw; null when nobody signed so, or the paper is filed already. */
  async facts(ctx: Context, signatureId: string): Promise<ReceiptFacts | null> {
    const [signature, receipt] = await Promise.all([ctx.load(signatureById, signatureId), ctx.load(receiptBySignature, signatureId)]);
    const version = signature && (await ctx.load(pledgeVersionById, signature.versionId));
    if (!version || receipt) return null;
    const { number, language, memberName, creditCode, signatoryName, signatoryTitle, consentText, signedAt, address, textDigest, seal } = signature;
    const { version: versionNumber, title, preamble, clauses } = pledgeText({ ...version, version: version.number }, language);
    return {
      number, language, memberName, creditCode, signatoryName, signatoryTitle, consentText, address, textDigest, seal,
      association: { name: (await association(ctx)).name, zone: this.zone },
      signedAt: signedAt.toISOString(),
      text: { version: versionNumber, title, preamble, clauses },
    };
  }

  /** Files the drawn paper; the second of two does nothing. */
  async file(tx: Context, signatureId: string, paper: Buffer): Promise<Outcome<PledgeReceipt>> {
    const signature: PledgeSignature | null = await tx.load(signatureById, signatureId);
    if (signature === null) return refused("NOT_FOUND", "signatureId");
    const { memberId, number } = signature;
    const { id: fileId, digest } = await keepFile(tx, this.files, { bytes: paper, memberId, permission, name: `${number}.pdf`, mediaType: "application/pdf" });
    const receipt: PledgeReceipt = { signatureId, memberId, fileId, drawnAt: tx.now };
    const { raw } = await tx.db.createQueryBuilder().insert().into(PledgeReceipt).values(receipt).orIgnore().returning("signature_id").execute();
    if ((raw as unknown[]).length === 0) return refused("ALREADY_FILED", "signatureId");
    announce(tx, pledgeReceiptDrawn, { signatureId, fileId }, { record: signatureId, after: { digest } });
    return done(receipt);
  }
}
