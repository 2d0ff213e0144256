import { IsNull } from "typeorm";
import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { ApiKey } from "./api-key.entity.ts";
import { apiKeyCreated, apiKeyRevoked } from "./identity.events.ts";
import type { Permission, Role } from "./permissions.ts";
import { grantableTo } from "./person.ts";
import { newToken, tokenDigest } from "./secrets.ts";
import { apiKeyLasts } from "./session.rules.ts";

/** By these letters a leaked key is recognised wherever it turns up. */
export const apiKeyPrefix = "ghk_";

export interface ApiKeyRequest {
  name: string;
  scopes: readonly Permission[];
  expiresAt: Date;
}

export interface NewApiKey {
  apiKey: ApiKey;
  /** The key itself, shown this once. */
  secret: string;
}

const NAME_LENGTH = 100;

/** Keys for programs: within their owner's permissions, for a time, and never for grave acts. */
export class ApiKeyService {
  async create(tx: Context, { name, scopes, expiresAt }: ApiKeyRequest): Promise<Outcome<NewApiKey>> {
    const userId = tx.actor.userId ?? "";
    if (name.trim() === "") return refused("REQUIRED", "input.name");
    if (name.trim().length > NAME_LENGTH) return refused("TOO_LONG", "input.name");
    if (scopes.length === 0) return refused("REQUIRED", "input.scopes");
    if (expiresAt <= tx.now || expiresAt.getTime() - tx.now.getTime() > apiKeyLasts) return refused("OUT_OF_RANGE", "input.expiresAt");
    const grantable = grantableTo(tx.actor.roles as Role[]);
    if (!scopes.every((scope) => grantable.includes(scope))) return refused("SCOPE_NOT_HELD", "input.scopes");

    const secret = `${apiKeyPrefix}${newToken()}`;
    const apiKey: ApiKey = {
      id: newId("key", tx.now),
      userId,
      name: name.trim(),
      tokenStart: secret.slice(0, 10),
      tokenDigest: tokenDigest(secret),
      scopes: [...new Set(scopes)],
      createdAt: tx.now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    };
    await tx.db.insert(ApiKey, apiKey);
    announce(tx, apiKeyCreated, { apiKeyId: apiKey.id, userId }, { record: apiKey.id, after: { userId, name: apiKey.name, scopes: apiKey.scopes, expiresAt } });
    return done({ apiKey, secret });
  }

  async revoke(tx: Context, id: string): Promise<Outcome<ApiKey>> {
    const apiKey = await tx.db.findOne(ApiKey, { where: { id, userId: tx.actor.userId ?? "" }, lock: { mode: "pessimistic_write" } });
    if (apiKey === null) return refused("NOT_FOUND", "id");
    return done(apiKey.revokedAt === null ? await this.end(tx, apiKey) : apiKey);
  }

  /** Revokes every key of a person. */
  async revokeAll(tx: Context, userId: string): Promise<void> {
    for (const apiKey of await tx.db.findBy(ApiKey, { userId, revokedAt: IsNull() })) await this.end(tx, apiKey);
  }

  private async end(tx: Context, apiKey: ApiKey): Promise<ApiKey> {
    apiKey.revokedAt = tx.now;
    await tx.db.save(apiKey);
    announce(tx, apiKeyRevoked, { apiKeyId: apiKey.id, userId: apiKey.userId }, { record: apiKey.id, before: { revokedAt: null }, after: { revokedAt: tx.now } });
    return apiKey;
  }
}
