import { type Actor, system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { done } from "../../platform/outcome.ts";
import { apiKeyPrefix } from "./api-key.service.ts";
import { keyAsActor, mustEnrolTotp, personAsActor, sideOf } from "./person.ts";
import { apiKeyByToken, sessionByToken, touchApiKey, touchSession } from "./recognition.queries.ts";
import { tokenDigest } from "./secrets.ts";
import { isLive, wantsTouch } from "./session.rules.ts";

/** Finds out whose session a token opens; null when it opens none any more. Looked up by the house, before anybody is known. `demo` tells whether persons of the demo story may come in. */
export async function actorOfSession(request: Context, token: string, demo: boolean): Promise<Actor | null> {
  const house = request.as(system);
  const found = await reading(house, () => sessionByToken(house, tokenDigest(token), demo));
  if (found === null || !isLive(found.session, sideOf(found.person.roles), house.now)) return null;
  if (wantsTouch(found.session, house.now)) await house.inTransaction(async (tx) => done(await touchSession(tx, found.session.id)));
  return personAsActor(found.person, found.session, request.actor.address);
}

/** Finds out for whom a program acts; null when the key is unknown, revoked or expired, or its owner may not act. */
export async function actorOfKey(request: Context, token: string, demo: boolean): Promise<Actor | null> {
  if (!token.startsWith(apiKeyPrefix)) return null;
  const house = request.as(system);
  const found = await reading(house, () => apiKeyByToken(house, tokenDigest(token), demo));
  if (found === null || mustEnrolTotp(found.person)) return null;
  const { key } = found;
  if (wantsTouch({ createdAt: house.now, lastSeenAt: key.lastUsedAt ?? new Date(0) }, house.now)) {
    await house.inTransaction(async (tx) => done(await touchApiKey(tx, key.id)));
  }
  return keyAsActor(found.person, key.scopes, request.actor.address);
}

async function reading<T>(ctx: Context, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } finally {
    await ctx.endReads();
  }
}
