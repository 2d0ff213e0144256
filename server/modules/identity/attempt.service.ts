import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { attemptsAtDoor, credentialsOf, forgiveAttempts, recordAttempt } from "./attempt.queries.ts";
import { userSignInFailed } from "./identity.events.ts";
import { passwordFits } from "./password-hash.ts";
import { byRegistrar, type Person, personAsActor } from "./person.ts";
import type { IdentitySecrets } from "./secrets.ts";
import { familiarFor, mayTry, networkOf, throttleWindow, traceOf } from "./throttle.rules.ts";

/** The cookie by which a browser is known again. */
export const deviceCookie = "guildhall_device";

/** Somebody at the door: whom they say they are, and under what their failures are counted. */
export interface Attempt {
  email: string;
  accountDigest: string;
  addressDigest: string;
  deviceDigest: string | null;
  /** Null when there is no such person, or none who may come in. */
  person: Person | null;
  passwordHash: string | null;
  /** How many failures the journal is told of should this be one; null: of none yet. */
  trace: number | null;
}

export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** Proofs of identity by password, and how often they may be tried. */
export class AttemptService {
  constructor(
    private readonly secrets: IdentitySecrets,
    /** Whether persons of the demo story may come in. */
    private readonly demo: boolean,
  ) {}

  /**
   * Weighs a password and, when it is right, goes on as the person it belongs to. The count of the attempt and the trace
   * of a failure stand whatever becomes of the act, so each is a transaction of its own; the weighing, slow by design, is in none.
   */
  async upon<T>(ctx: Context, proof: { email: string; password: string }, act: (tx: Context, attempt: Attempt) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const knocked = await beside(ctx, (tx) => this.knock(tx, proof.email));
    if (!knocked.ok) return knocked;
    const attempt = knocked.value;
    const isRight = await passwordFits(attempt.passwordHash, proof.password);
    const outcome = isRight && attempt.person ? await this.actAs(ctx, attempt, attempt.person, act) : refused("INVALID_CREDENTIALS", "");
    const { trace } = attempt;
    if (trace !== null && !outcome.ok && outcome.problems[0]?.code === "INVALID_CREDENTIALS") await beside(ctx, (tx) => this.noteFailure(tx, attempt, trace));
    return outcome;
  }

  /** A success opens this door again. */
  forgive(tx: Context, attempt: Attempt): Promise<void> {
    return forgiveAttempts(tx, attempt);
  }

  private actAs<T>(ctx: Context, attempt: Attempt, person: Person, act: (tx: Context, attempt: Attempt) => Promise<Outcome<T>>) {
    const { sessionId, steppedUpUntil, address } = ctx.actor;
    const actor = { ...personAsActor(person, null, address), sessionId, steppedUpUntil };
    return byRegistrar(ctx, (tx) => act(tx, attempt), actor);
  }

  /** Counts an attempt before it is judged, so that a hundred at once are a hundred; refuses when the door is closed. */
  private async knock(tx: Context, givenEmail: string): Promise<Outcome<Attempt>> {
    const email = normalEmail(givenEmail);
    const keys = {
      accountDigest: this.secrets.nameOf(email),
      addressDigest: this.secrets.nameOf(networkOf(tx.actor.address ?? "")),
      deviceDigest: this.secrets.deviceOf(email, tx.browser.cookies[deviceCookie]),
    };
    const { familiar, ...failures } = await attemptsAtDoor(tx, keys, before(tx.now, throttleWindow), before(tx.now, familiarFor));
    const known = { device: keys.deviceDigest !== null, address: familiar };
    if (!mayTry(failures, known)) return refused("TOO_MANY_ATTEMPTS", "");
    await recordAttempt(tx, keys, familiar);
    const found = await credentialsOf(tx, email, this.demo);
    const trace = tx.actor.userId === null ? traceOf(failures, known) : 1;
    return done({ email, ...keys, person: found, passwordHash: found?.passwordHash ?? null, trace });
  }

  /** Leaves failures in the journal: under whose name, when there is such a person, and never from where. */
  private noteFailure(tx: Context, { addressDigest, person }: Attempt, failures: number): Promise<Outcome<null>> {
    announce(tx, userSignInFailed, { addressDigest, failures }, { record: person?.id ?? "unknown", unchanged: true });
    return Promise.resolve(done(null));
  }
}

/** A change that is not the act itself, and stands without it. */
async function beside<T>(ctx: Context, work: (tx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  await ctx.endReads();
  return byRegistrar(ctx.aside(), work);
}

const before = (at: Date, milliseconds: number) => new Date(at.getTime() - milliseconds);
