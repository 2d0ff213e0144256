import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import type { Attempt, AttemptService } from "./attempt.service.ts";
import { Credential } from "./credential.entity.ts";
import { userLanguageChanged, userPasswordChanged } from "./identity.events.ts";
import { hashPassword } from "./password-hash.ts";
import { passwordFault } from "./password.rules.ts";
import type { SecondFactorService } from "./second-factor.service.ts";
import type { OpenedSession, SessionService } from "./session.service.ts";
import { User } from "./user.entity.ts";

/** What a person changes about their own account; who they are is the actor's `userId`. */
export class AccountService {
  constructor(
    private readonly attempts: AttemptService,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactorService,
  ) {}

  /** Sets a new password after the present one was proved; every other session ends, this one goes on under a new token. */
  async changePassword(tx: Context, attempt: Attempt, password: string): Promise<Outcome<OpenedSession>> {
    const user = await this.self(tx);
    const fault = passwordFault(password, [user.name, user.email]);
    if (fault) return refused(fault, "input.password");
    await this.attempts.forgive(tx, attempt);
    const { passwordChangedAt } = await tx.db.findOneByOrFail(Credential, { userId: user.id });
    await tx.db.update(Credential, { userId: user.id }, { passwordHash: await hashPassword(password), passwordChangedAt: tx.now });
    await this.sessions.endAll(tx, user.id, tx.actor.sessionId);
    announce(tx, userPasswordChanged, { userId: user.id }, { record: user.id, before: { passwordChangedAt }, after: { passwordChangedAt: tx.now } });
    return this.sessions.rotate(tx, user);
  }

  /** Takes a second factor into use; the session goes on under a new token, with whatever waited for it. */
  async enrolSecondFactor(tx: Context, code: string): Promise<Outcome<{ session: OpenedSession; recoveryCodes: string[] }>> {
    const enrolled = await this.factors.enrol(tx, code);
    if (!enrolled.ok) return enrolled;
    const session = await this.sessions.rotate(tx, await this.self(tx));
    return session.ok ? done({ session: session.value, recoveryCodes: enrolled.value }) : session;
  }

  async changeLanguage(tx: Context, language: Language): Promise<Outcome<null>> {
    const { id, language: former } = await this.self(tx);
    await tx.db.update(User, { id }, { language });
    announce(tx, userLanguageChanged, { userId: id }, { record: id, before: { language: former }, after: { language } });
    return done(null);
  }

  private self(tx: Context): Promise<User> {
    return tx.db.findOneByOrFail(User, { id: tx.actor.userId ?? "" });
  }
}
