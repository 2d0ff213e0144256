import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { AccessRenewal } from "./access-renewal.entity.ts";
import type { ApiKeyService } from "./api-key.service.ts";
import { Credential } from "./credential.entity.ts";
import { userAccessRegained, userAccessRenewed } from "./identity.events.ts";
import { renewedByToken } from "./link.queries.ts";
import { hashPassword } from "./password-hash.ts";
import { passwordFault } from "./password.rules.ts";
import type { SecondFactorService } from "./second-factor.service.ts";
import { newToken, tokenDigest } from "./secrets.ts";
import type { SessionService } from "./session.service.ts";
import { accessRenewalLasts } from "./session.rules.ts";
import { User } from "./user.entity.ts";
import type { UserService } from "./user.service.ts";

export interface RenewedAccess {
  user: User;
  /** The one time the link is known. */
  link: string;
  expiresAt: Date;
}

/** The way back in for whoever lost their password or their second factor: by somebody else's hand, never by their own. */
export class AccessRenewalService {
  constructor(
    private readonly publicUrl: string,
    private readonly users: UserService,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactorService,
    private readonly apiKeys: ApiKeyService,
    /** Whether persons of the demo story may come in. */
    private readonly demo: boolean,
  ) {}

  /** Makes a link for one person; an earlier one is void. Until it is used, everything stays as it was. */
  async renew(tx: Context, id: string, scope: string): Promise<Outcome<RenewedAccess>> {
    const found = await this.users.changeable(tx, id, scope);
    if (!found.ok) return found;
    if (found.value.disabledAt !== null) return refused("USER_DISABLED", "id");
    const token = newToken();
    const expiresAt = new Date(tx.now.getTime() + accessRenewalLasts);
    const renewal: AccessRenewal = { userId: id, tokenDigest: tokenDigest(token), sentBy: tx.actor.userId, sentAt: tx.now, expiresAt };
    await tx.db.save(AccessRenewal, renewal);
    announce(tx, userAccessRenewed, { userId: id }, { record: id, after: { renewalExpiresAt: expiresAt } });
    return done({ user: found.value, link: `${this.publicUrl}/app/renewal#${token}`, expiresAt });
  }

  /** Begins anew with a password: second factor, sessions and keys of before are gone. */
  async accept(tx: Context, { token, password }: { token: string; password: string }): Promise<Outcome<User>> {
    const userId = await renewedByToken(tx, tokenDigest(token), this.demo);
    if (userId === null) return refused("INVITATION_INVALID", "input.token");
    const { name, email, totpEnrolledAt } = await tx.db.findOneByOrFail(User, { id: userId });
    const fault = passwordFault(password, [name, email]);
    if (fault) return refused(fault, "input.password");
    const { passwordChangedAt } = await tx.db.findOneByOrFail(Credential, { userId });
    await tx.db.delete(AccessRenewal, { userId });
    await tx.db.update(Credential, { userId }, { passwordHash: await hashPassword(password), passwordChangedAt: tx.now });
    await this.factors.forget(tx, userId);
    await this.sessions.endAll(tx, userId);
    await this.apiKeys.revokeAll(tx, userId);
    const before = { passwordChangedAt, totpEnrolledAt };
    announce(tx, userAccessRegained, { userId }, { record: userId, before, after: { passwordChangedAt: tx.now, totpEnrolledAt: null } });
    return done(await tx.db.findOneByOrFail(User, { id: userId }));
  }
}
