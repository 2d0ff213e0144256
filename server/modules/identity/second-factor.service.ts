import { IsNull } from "typeorm";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { Credential, RecoveryCode } from "./credential.entity.ts";
import { userTotpEnrolled } from "./identity.events.ts";
import { type IdentitySecrets, newRecoveryCodes, recoveryDigest } from "./secrets.ts";
import { newTotpSecret, totpStep, totpUri } from "./totp.ts";
import { User } from "./user.entity.ts";

/** A secret to put into an authenticator app, as text and as the address of a QR code. */
export interface TotpOffer {
  secret: string;
  uri: string;
}

/** Codes of an authenticator app and the recovery codes behind them; each counts once. */
export class SecondFactorService {
  constructor(private readonly secrets: IdentitySecrets) {}

  /** Offers a new secret; the one in use stays until a code of the new one was given. */
  async offer(tx: Context): Promise<Outcome<TotpOffer>> {
    const user = await tx.db.findOneByOrFail(User, { id: tx.actor.userId ?? "" });
    const secret = newTotpSecret();
    await tx.db.update(Credential, { userId: user.id }, { totpOfferedSecret: this.secrets.seal(secret, user.id) });
    return done({ secret, uri: totpUri(secret, user.email) });
  }

  /** Takes the offered secret into use and answers fresh recovery codes, shown this once. */
  async enrol(tx: Context, code: string): Promise<Outcome<string[]>> {
    const userId = tx.actor.userId ?? "";
    const credential = await this.locked(tx, userId);
    if (credential.totpOfferedSecret === null) return refused("WRONG_CODE", "code");
    const step = totpStep(this.secrets.unseal(credential.totpOfferedSecret, userId), code.trim(), null, tx.now);
    if (step === null) return refused("WRONG_CODE", "code");

    Object.assign(credential, { totpSecret: credential.totpOfferedSecret, totpOfferedSecret: null, totpLastStep: step });
    await tx.db.save(credential);
    const { totpEnrolledAt } = await tx.db.findOneByOrFail(User, { id: userId });
    await tx.db.update(User, { id: userId }, { totpEnrolledAt: tx.now });
    announce(tx, userTotpEnrolled, { userId }, { record: userId, before: { totpEnrolledAt }, after: { totpEnrolledAt: tx.now } });
    return done(await this.renewRecoveryCodes(tx, userId));
  }

  /** Uses up a code of the app or a recovery code; false when it does not fit or was used before. */
  async accepts(tx: Context, userId: string, code: string): Promise<boolean> {
    const credential = await this.locked(tx, userId);
    if (credential.totpSecret === null) return false;
    const step = totpStep(this.secrets.unseal(credential.totpSecret, userId), code.trim(), credential.totpLastStep, tx.now);
    if (step === null) return this.acceptsRecovery(tx, userId, code);
    await tx.db.update(Credential, { userId }, { totpLastStep: step });
    return true;
  }

  /** Takes the second factor away, to be enrolled anew. */
  async forget(tx: Context, userId: string): Promise<void> {
    await tx.db.update(Credential, { userId }, { totpSecret: null, totpOfferedSecret: null, totpLastStep: null });
    await tx.db.delete(RecoveryCode, { userId });
    await tx.db.update(User, { id: userId }, { totpEnrolledAt: null });
  }

  private async acceptsRecovery(tx: Context, userId: string, code: string): Promise<boolean> {
    const used = await tx.db.update(RecoveryCode, { userId, digest: recoveryDigest(code), usedAt: IsNull() }, { usedAt: tx.now });
    return used.affected === 1;
  }

  private locked(tx: Context, userId: string): Promise<Credential> {
    return tx.db.findOneOrFail(Credential, { where: { userId }, lock: { mode: "pessimistic_write" } });
  }

  private async renewRecoveryCodes(tx: Context, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await tx.db.delete(RecoveryCode, { userId });
    await tx.db.insert(RecoveryCode, codes.map((code) => ({ userId, digest: recoveryDigest(code), usedAt: null })));
    return codes;
  }
}
