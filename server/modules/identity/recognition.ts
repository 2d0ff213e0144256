import { type Actor, system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Statement } from "../../platform/database.ts";
import { done } from "../../platform/outcome.ts";
import { apiKeyPrefix } from "./api-key.service.ts";
import { keyAsActor, mustEnrolTotp, personAsActor, sideOf } from "./person.ts";
import { apiKeyByToken, type KeyRow, personOf, type SessionRow, sessionByToken, touchApiKey, touchSession } from "./recognition.queries.ts";
import { tokenDigest } from "./secrets.ts";
import { isLive, wantsTouch } from "./session.rules.ts";

/** What a request bears to be recognised by: the token of a session or an API key. */
export interface Pass {
  /** SHA-256 of the token, by which it is looked up. */
  digest: string;
  /** Finds its bearer; asked by the house, before anybody is known. */
  search: (now: Date) => Statement;
  /** Who bears it, by the row that was found; null when it counts no more, or its owner may not act. */
  bearer: (row: unknown, now: Date, address: string | null) => Actor | null;
  /** Writes down a sign of life; null while the last one is fresh. */
  touch: (row: unknown, now: Date) => ((tx: Context) => Promise<void>) | null;
}

/** A session's token as a pass. `demo` tells whether persons of the demo story may come in. */
export const sessionPass = (token: string, demo: boolean): Pass => {
  const digest = tokenDigest(token);
  return {
    digest,
    search: () => sessionByToken(digest, demo),
    bearer: (row, now, address) => {
      const session = row as SessionRow;
      const person = personOf(session);
      return isLive(session, sideOf(person.roles), now) ? personAsActor(person, session, address) : null;
    },
    touch: (row, now) => (wantsTouch(row as SessionRow, now) ? (tx) => touchSession(tx, (row as SessionRow).id) : null),
  };
};

/** An API key as a pass; null for what is no key. */
export function keyPass(token: string, demo: boolean): Pass | null {
  if (!token.startsWith(apiKeyPrefix)) return null;
  const digest = tokenDigest(token);
  return {
    digest,
    search: (now) => apiKeyByToken(digest, now, demo),
    bearer: (row, _now, address) => {
      const key = row as KeyRow;
      const person = personOf(key);
      return mustEnrolTotp(person) ? null : keyAsActor(person, key.scopes, address);
    },
    touch: (row, now) => {
      const { id, lastUsedAt } = row as KeyRow;
      return wantsTouch({ createdAt: now, lastSeenAt: lastUsedAt ?? new Date(0) }, now) ? (tx) => touchApiKey(tx, id) : null;
    },
  };
}

/** Finds out who bears a pass, and notes the sign of life; null when nobody may act by it. */
export async function recognise(request: Context, pass: Pass): Promise<Actor | null> {
  const house = request.as(system);
  const { text, values } = pass.search(house.now);
  const row = await reading(house, () => house.row<object>(text, values));
  const actor = row && pass.bearer(row, house.now, request.actor.address);
  const touch = actor && pass.touch(row, house.now);
  if (touch) await house.inTransaction(async (tx) => done(await touch(tx)));
  return actor;
}

async function reading<T>(ctx: Context, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } finally {
    await ctx.endReads();
  }
}
