import { newId } from "../../kernel/ids.ts";
import { termEnd } from "../../kernel/days.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import type { FileStore } from "../../platform/files.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { registerFile } from "../../platform/stored-file.ts";
import { certificateNumber } from "../../kernel/certificate-number.ts";
import type { Permission } from "../identity/index.ts";
import { association, type Association } from "../members/index.ts";
import { Certificate, CertificateChange } from "./certificate.entity.ts";
import { certificateIssued, certificateOrdered, certificateReinstated, certificateSuspended, certificateWithdrawn } from "./certificate.events.ts";
import { certificateFormat, type CertificateFacts, namesOn } from "./certificate-facts.rules.ts";
import { type CertificateState, mayBecome } from "./certificate.rules.ts";
import { certificateOf, certificateToSeal, earnedResult, type EarnedResult, nextSerial, registerIssued, registerOrdered } from "./certificate.queries.ts";

/** Opens its paper. */
const permission: Permission = "certificate:read";

const events = { ISSUED: certificateReinstated, SUSPENDED: certificateSuspended, WITHDRAWN: certificateWithdrawn } as const;

export class CertificateService {
  /** `publicUrl` is where strangers reach the house; `zone` the association's. */
  constructor(private readonly files: FileStore, private readonly publicUrl: string, private readonly zone: string) {}

  /** Gives an earned result its number and fixes the facts; asked again, answers the same certificate. Null when no grade was earned. */
  async order(tx: Context, assessmentId: string): Promise<Outcome<Certificate | null>> {
    // One trip; each reads what stands when the one before it is answered.
    const [earned, known, house] = await Promise.all([earnedResult(tx, assessmentId), certificateOf(tx, assessmentId), association(tx)]);
    if (!earned) return done(null);
    if (known) return done(known);
    const issuedOn = this.dayOf(tx.now);
    const year = Number(issuedOn.slice(0, 4));
    const number = certificateNumber({ prefix: house.numberPrefix, year, serial: await nextSerial(tx, year) });
    const facts = this.factsOf(earned, house, number, issuedOn);
    const certificate: Certificate = {
      id: newId("crt", tx.now), number, kind: facts.kind, memberId: earned.memberId, assessmentId, state: "ORDERED", grade: facts.grade,
      facts, issuedOn, expiresOn: facts.expiresOn, orderedAt: tx.now, issuedAt: null, fileId: null, fileDigest: null,
    };
    announce(tx, certificateOrdered, { certificateId: certificate.id }, { record: certificate.id, after: facts });
    await registerOrdered(tx, certificate);
    return done(certificate);
  }

  /** Registers the signed file of an ordered certificate, while the disk takes its bytes; one that is issued already keeps the file it has. */
  async seal(tx: Context, id: string, file: Buffer): Promise<Outcome<Certificate>> {
    const [outcome] = await Promise.all([this.register(tx, id, file), this.files.put(file)]);
    return outcome;
  }

  private async register(tx: Context, id: string, bytes: Buffer): Promise<Outcome<Certificate>> {
    const certificate = await certificateToSeal(tx, id);
    if (!certificate) return refused("NOT_FOUND", "id");
    if (certificate.state !== "ORDERED") return done(certificate);
    const { memberId, number } = certificate;
    const { id: fileId, digest } = await registerFile(tx, { bytes, memberId, permission, name: `${number}.pdf`, mediaType: "application/pdf" });
    const issued: Certificate = { ...certificate, state: "ISSUED", issuedAt: tx.now, fileId, fileDigest: digest };
    announce(tx, certificateIssued, { certificateId: id }, { record: id, before: { state: "ORDERED" }, after: { state: "ISSUED", number, digest } });
    await registerIssued(tx, issued);
    return done(issued);
  }

  /** The association's calendar day of an instant. */
  dayOf = (at: Date): string => dayIn(this.zone, at);

  suspend = (tx: Context, id: string, reason: string) => this.change(tx, id, "SUSPENDED", reason);
  reinstate = (tx: Context, id: string, reason: string) => this.change(tx, id, "ISSUED", reason);
  withdraw = (tx: Context, id: string, reason: string) => this.change(tx, id, "WITHDRAWN", reason);

  private async change(tx: Context, id: string, to: keyof typeof events & CertificateState, reason: string): Promise<Outcome<Certificate>> {
    if (reason.trim() === "") return refused("REQUIRED", "reason");
    if (reason.length > 2_000) return refused("TOO_LONG", "reason");
    const certificate = await tx.db.findOne(Certificate, { where: { id }, lock: { mode: "pessimistic_write" } });
    if (!certificate || certificate.state === "ORDERED") return refused("NOT_FOUND", "id");
    if (!mayBecome(certificate.state, to)) return refused("CERTIFICATE_STATE", "id");
    const before = { state: certificate.state };
    certificate.state = to;
    await tx.db.insert(CertificateChange, {
      id: newId("cch", tx.now), certificateId: id, state: to, reason: reason.trim(), changedBy: tx.actor.userId, at: tx.now,
    });
    announce(tx, events[to], { certificateId: id }, { record: id, before, after: { state: to, reason } });
    return done(await tx.db.save(certificate));
  }

  private factsOf(earned: EarnedResult, house: Association, number: string, issuedOn: string): CertificateFacts {
    return {
      format: certificateFormat,
      kind: "SERVICE_QUALITY",
      number,
      language: earned.language,
      association: { name: house.name },
      holder: { ...namesOn(earned.language, earned.name), creditCode: earned.creditCode },
      scope: { "zh-Hant": "批發服務質量", "zh-Hans": "批发服务质量", en: "Service quality in wholesale" },
      period: earned.period,
      grade: earned.grade,
      score: earned.score,
      scheme: { name: earned.schemeTitle, version: earned.schemeVersion },
      issuedOn,
      expiresOn: termEnd(issuedOn, house.certificateMonths),
      verifyUrl: `${this.publicUrl}/verify/${number}`,
    };
  }
}
