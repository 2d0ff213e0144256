import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { type Attempt, type AttemptService, normalEmail } from "./attempt.service.ts";
import { userSignedIn, userSteppedUp } from "./identity.events.ts";
import { demoPersonByEmail } from "./demo.queries.ts";
import type { Person } from "./person.ts";
import type { SecondFactorService } from "./second-factor.service.ts";
import type { OpenedSession, SessionService } from "./session.service.ts";

/** Ways in, and the fresh proof of identity grave acts want. The password of an attempt was right when it comes here. */
export class SignInService {
  constructor(
    private readonly attempts: AttemptService,
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionService,
    /** Whether persons of the demo story may come in without a password. */
    private readonly demo: boolean,
  ) {}

  async signIn(tx: Context, attempt: Attempt, code: string | null): Promise<Outcome<OpenedSession>> {
    const proved = await this.prove(tx, attempt, code);
    return proved.ok ? done(await this.letIn(tx, proved.value, { proved: true })) : proved;
  }

  /** Proves again that it is still the person who signed in; the session goes on under a new token. */
  async stepUp(tx: Context, attempt: Attempt, code: string | null): Promise<Outcome<OpenedSession>> {
    const proved = await this.prove(tx, attempt, code);
    if (!proved.ok) return proved;
    const opened = await this.sessions.stepUp(tx, proved.value);
    if (!opened.ok) return opened;
    const { sessionId, steppedUpUntil } = opened.value.actor;
    const before = { sessionId, steppedUpUntil: tx.actor.steppedUpUntil };
    announce(tx, userSteppedUp, { userId: proved.value.id, sessionId: sessionId ?? "" }, { record: proved.value.id, before, after: { sessionId, steppedUpUntil } });
    return opened;
  }

  /** Lets in a person of the demo story, without a proof. */
  async demoSignIn(tx: Context, email: string): Promise<Outcome<OpenedSession>> {
    const person = this.demo ? await demoPersonByEmail(tx, normalEmail(email)) : null;
    return person ? done(await this.letIn(tx, person, { proved: false })) : refused("NOT_FOUND", "email");
  }

  private async letIn(tx: Context, person: Person, how: { proved: boolean }): Promise<OpenedSession> {
    const opened = await this.sessions.open(tx, person, how);
    const { sessionId, steppedUpUntil } = opened.actor;
    announce(tx, userSignedIn, { userId: person.id, sessionId: sessionId ?? "" }, { record: person.id, after: { sessionId, steppedUpUntil } });
    return opened;
  }

  private async prove(tx: Context, attempt: Attempt, code: string | null): Promise<Outcome<Person>> {
    const { person } = attempt;
    if (person === null) return refused("INVALID_CREDENTIALS", "");
    if (person.totpEnrolledAt !== null) {
      if (!code?.trim()) return refused("TOTP_REQUIRED", "input.code");
      if (!(await this.factors.accepts(tx, person.id, code))) return refused("INVALID_CREDENTIALS", "");
    }
    await this.attempts.forgive(tx, attempt);
    return done(person);
  }
}
