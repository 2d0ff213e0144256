import { newId } from "../../kernel/ids.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { sessionEnded, userSignedOut } from "./identity.events.ts";
import { type Person, personAsActor, sideOf } from "./person.ts";
import { newToken, tokenDigest } from "./secrets.ts";
import { Session } from "./session.entity.ts";
import { sessionLimits, steppedUpFrom } from "./session.rules.ts";

/** The cookie that carries a session's token. */
export const sessionCookie = "guildhall_session";

/** A session just opened: the one moment its token is known. */
export interface OpenedSession {
  token: string;
  /** Seconds after which the browser may forget the token. */
  maxAge: number;
  actor: Actor;
}

/** Opens sessions, gives them new tokens and ends them; an ended session is gone with its commit. */
export class SessionService {
  /** Opens a session and ends the one this browser had. `proved` says that identity was proved a moment ago, not merely chosen. */
  async open(tx: Context, person: Person, { proved }: { proved: boolean }): Promise<OpenedSession> {
    const { sessionId } = tx.actor;
    if (sessionId !== null) await this.end(tx, { id: sessionId });
    const token = newToken();
    const session: Session = {
      id: newId("ses", tx.now),
      userId: person.id,
      tokenDigest: tokenDigest(token),
      createdAt: tx.now,
      lastSeenAt: tx.now,
      steppedUpUntil: proved ? steppedUpFrom(tx.now) : null,
      address: tx.actor.address,
      userAgent: tx.browser.userAgent,
    };
    await tx.db.insert(Session, session);
    return this.opened(tx, person, session, token);
  }

  /**
   * The same session under another token, for when its powers grow: a token seen before is worth nothing after, at once.
   * The portal's pages let nothing else be on its way meanwhile (`web/src/lib/in-turn.ts`).
   */
  rotate(tx: Context, person: Person): Promise<Outcome<OpenedSession>> {
    return this.renew(tx, person, {});
  }

  /** Opens grave acts for a while, under another token. */
  stepUp(tx: Context, person: Person): Promise<Outcome<OpenedSession>> {
    return this.renew(tx, person, { steppedUpUntil: steppedUpFrom(tx.now) });
  }

  async signOut(tx: Context): Promise<Outcome<null>> {
    const { userId, sessionId, steppedUpUntil } = tx.actor;
    if (userId === null || sessionId === null) return done(null);
    await tx.db.delete(Session, { id: sessionId });
    announce(tx, userSignedOut, { userId, sessionId }, { record: userId, before: { sessionId, steppedUpUntil } });
    return done(null);
  }

  /** Ends one of the person's own sessions. */
  async endOwn(tx: Context, id: string): Promise<Outcome<null>> {
    const ended = await this.end(tx, { id, userId: tx.actor.userId ?? "" });
    return ended > 0 ? done(null) : refused("NOT_FOUND", "id");
  }

  /** Ends all the person's own sessions but the one this request came with. */
  async endOthers(tx: Context): Promise<Outcome<null>> {
    await this.endAll(tx, tx.actor.userId ?? "", tx.actor.sessionId);
    return done(null);
  }

  /** Ends every session of a person but the one named. */
  async endAll(tx: Context, userId: string, except: string | null = null): Promise<void> {
    const sessions = await tx.db.findBy(Session, { userId });
    for (const { id } of sessions.filter((session) => session.id !== except)) await this.end(tx, { id });
  }

  /** Changes a session that is there: one that ended meanwhile stays ended. */
  private async renew(tx: Context, person: Person, change: Partial<Session>): Promise<Outcome<OpenedSession>> {
    const id = tx.actor.sessionId ?? "";
    const token = newToken();
    const { affected } = await tx.db.update(Session, { id }, { ...change, tokenDigest: tokenDigest(token) });
    if (affected !== 1) return refused("CONFLICT", "");
    return done(this.opened(tx, person, await tx.db.findOneByOrFail(Session, { id }), token));
  }

  private async end(tx: Context, which: { id: string; userId?: string }): Promise<number> {
    const session = await tx.db.findOneBy(Session, which);
    if (session === null) return 0;
    await tx.db.delete(Session, { id: session.id });
    const { id: sessionId, userId, steppedUpUntil } = session;
    announce(tx, sessionEnded, { userId, sessionId }, { record: userId, before: { sessionId, steppedUpUntil } });
    return 1;
  }

  private opened(tx: Context, person: Person, session: Session, token: string): OpenedSession {
    const maxAge = sessionLimits[sideOf(person.roles)].absolute / 1000;
    return { token, maxAge, actor: personAsActor(person, session, tx.actor.address) };
  }
}
