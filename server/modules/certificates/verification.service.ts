import { readCertificateNumber } from "../../kernel/certificate-number.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { CertificateChain } from "../../platform/cms.ts";
import type { Context } from "../../platform/context.ts";
import { certificatesPem } from "../../platform/signing.ts";
import { type CertificateFacts, factsText } from "./certificate-facts.rules.ts";
import { type CertificateStatus, statusOn } from "./certificate.rules.ts";
import { registered } from "./certificate.queries.ts";
import { type Alteration, type Foreignness, verifyFile } from "./verify-file.ts";

/** What anyone may be told: the certificate's status, or that it is not in this register, or that the file was altered. */
export type VerificationStatus = CertificateStatus | "NOT_IN_REGISTER" | "ALTERED_FILE";

export interface Verification {
  status: VerificationStatus;
  /** As written; null when what was given holds no number of ours. */
  number: string | null;
  /** What the register says the certificate states; null when it is not in this register. */
  facts: CertificateFacts | null;
  /** When and why it was suspended or withdrawn; null otherwise. */
  change: { at: Date; reason: string } | null;
  /** Only for a file: why it is not, or not any more, the paper that was issued; or that the register states something else than it, which only the association can explain. */
  fault: Alteration | Foreignness | "REGISTER_DISAGREES" | null;
  /** The holder's number in the list of members, under which its public file is; null when it is not in this register. */
  firmNumber: number | null;
  checkedAt: Date;
}

export class VerificationService {
  /** `trusted` are the certificates of every key the association signs or signed with; `zone` is the association's. */
  constructor(private readonly trusted: readonly CertificateChain[], private readonly zone: string) {}

  /** The certificates of every such key, with which anyone can verify a file elsewhere. */
  signingCertificates(): string {
    return certificatesPem(this.trusted);
  }

  /** Looks a number up however it was typed. */
  async byNumber(ctx: Context, typed: string): Promise<Verification> {
    const number = readCertificateNumber(typed);
    const found = number === null ? null : await registered(ctx, number);
    const status = found && statusOn(found, dayIn(this.zone, ctx.now));
    if (!found || !status) return this.answer(ctx, { status: "NOT_IN_REGISTER", number });
    const stopped = status === "SUSPENDED" || status === "WITHDRAWN";
    const change = stopped && found.changedAt ? { at: found.changedAt, reason: found.changeReason ?? "" } : null;
    return this.answer(ctx, { status, number: found.number, facts: found.facts, change, firmNumber: found.firmNumber });
  }

  /** Judges a file by its bytes, then asks the register whether what it states still holds. */
  async byFile(ctx: Context, file: Buffer): Promise<Verification> {
    const verdict = verifyFile(file, this.trusted);
    if (verdict.kind === "ALTERED") return this.answer(ctx, { status: "ALTERED_FILE", fault: verdict.reason });
    if (verdict.kind === "NOT_OURS") return this.answer(ctx, { status: "NOT_IN_REGISTER", fault: verdict.reason });
    const found = await this.byNumber(ctx, verdict.number);
    if (found.facts === null || factsText(found.facts) === factsText(verdict.facts)) return found;
    return this.answer(ctx, { status: "NOT_IN_REGISTER", number: verdict.number, fault: "REGISTER_DISAGREES" });
  }

  private answer(ctx: Context, known: Partial<Verification> & Pick<Verification, "status">): Verification {
    return { number: null, facts: null, change: null, fault: null, firmNumber: null, ...known, checkedAt: ctx.now };
  }
}
