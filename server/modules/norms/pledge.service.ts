import { certificateNumber } from "../../kernel/certificate-number.ts";
import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import type { Language } from "../../kernel/language.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { enterVersion } from "../../platform/published-version.ts";
import { type Member, mayActForMember, memberById } from "../members/index.ts";
import { pledgeSigned, pledgeVersionEntered } from "./norm.events.ts";
import { PledgeSignature, PledgeVersion } from "./pledge.entity.ts";
import { nextReceiptSerial, pledgeInForce, pledgeNumberByDay, pledgeVersionById } from "./pledge.queries.ts";
import { languageRead, type PledgeDefinition, sealOf, type SigningForm, signingFaults, textDigests, unsignable } from "./pledge.rules.ts";

/** What a signatory hands in. */
export interface PledgeSigning extends SigningForm {
  versionId: string;
  /** Of the text that was read; it tells the language too. */
  textDigest: string;
}

export class PledgeService {
  /** `zone` says which day it is: a version comes into force at the association's midnight. */
  constructor(private readonly zone: string) {}

  /** Enters a version of the pledge; the same version again changes nothing, the same number with other words is refused. */
  async enter(tx: Context, definition: PledgeDefinition): Promise<Outcome<PledgeVersion>> {
    const digest = digestOf(definition);
    const { version: number, ...words } = definition;
    return enterVersion(`pledge.v${number}`, digest, await tx.db.findOneBy(PledgeVersion, { number }), async () => {
      const version = { ...words, id: newId("plv", tx.now), number, clauses: [...words.clauses], digest, textDigests: textDigests(definition) };
      await tx.db.insert(PledgeVersion, version);
      announce(tx, pledgeVersionEntered, { versionId: version.id, digest }, { record: version.id, after: definition });
      return version;
    });
  }

  /** The version that binds today; null before the first. */
  inForce(ctx: Context): Promise<PledgeVersion | null> {
    return pledgeInForce(ctx, this.today(ctx));
  }

  /** The number of the version that binds today; asked once per request. Null before the first. */
  numberInForce(ctx: Context): Promise<number | null> {
    return ctx.load(pledgeNumberByDay, this.today(ctx));
  }

  today({ now }: { now: Date }): string {
    return dayIn(this.zone, now);
  }

  /** Binds the actor's firm to the version in force, as it was read, and seals who did so, when and from where. */
  async sign(tx: Context, signing: PledgeSigning): Promise<Outcome<PledgeSignature>> {
    const faults = signingFaults(signing);
    if (faults.length > 0) return refusedWith(faults);
    const { userId, memberId } = tx.actor;
    const member = memberId === null ? null : await tx.load(memberById, memberId);
    if (userId === null || member === null) return refused("NOT_ALLOWED");
    if (!mayActForMember(tx.actor, member)) return refused("NOT_A_MEMBER_NOW");
    const version = await this.inForce(tx);
    if (version?.id !== signing.versionId) return refused(unsignable(await tx.load(pledgeVersionById, signing.versionId), version, this.today(tx)), "versionId");
    const language = languageRead(version.textDigests, signing.textDigest);
    if (language === null) return refused("TEXT_CHANGED", "textDigest");

    const signature = await this.sealed(tx, { signing, member, version, language, userId });
    const { raw } = await tx.db.createQueryBuilder().insert().into(PledgeSignature).values(signature).orIgnore().returning("id").execute();
    if ((raw as unknown[]).length === 0) return refused("ALREADY_SIGNED");
    announce(tx, pledgeSigned, { signatureId: signature.id, memberId: member.id }, { record: signature.id, after: signature });
    return done(signature);
  }

  private async sealed(tx: Context, { signing, member, version, language, userId }: Act): Promise<PledgeSignature> {
    const statement = {
      number: certificateNumber({ prefix: "PL", year: Number(this.today(tx).slice(0, 4)), serial: await nextReceiptSerial(tx) }),
      memberId: member.id,
      memberName: member.name[language],
      creditCode: member.creditCode,
      versionNumber: version.number,
      language,
      textDigest: signing.textDigest,
      signatoryName: signing.signatoryName.trim(),
      signatoryTitle: signing.signatoryTitle.trim(),
      consentText: version.consent[language],
      userId,
      signedAt: tx.now,
      address: tx.actor.address,
    };
    return { ...statement, id: newId("pls", tx.now), versionId: version.id, seal: sealOf(statement) };
  }
}

interface Act {
  signing: PledgeSigning;
  member: Member;
  version: PledgeVersion;
  language: Language;
  userId: string;
}
