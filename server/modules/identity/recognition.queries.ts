import type { Context } from "../../platform/context.ts";
import type { Statement } from "../../platform/database.ts";
import { mayComeIn } from "./demo.queries.ts";
import type { Permission } from "./permissions.ts";
import type { Person } from "./person.ts";
import type { SessionTimes } from "./session.rules.ts";

const person = `json_build_object('id', u.id, 'roles', u.roles, 'memberId', u.member_id, 'language', u.language) as person, u.totp_enrolled_at as "totpEnrolledAt"`;

type PersonRow = { person: Omit<Person, "totpEnrolledAt">; totpEnrolledAt: Date | null };

/** The person of a row that was found. */
export const personOf = ({ person: known, totpEnrolledAt }: PersonRow): Person => ({ ...known, totpEnrolledAt });

export type SessionRow = SessionTimes & PersonRow & { id: string; steppedUpUntil: Date | null };

/** Finds a session and whose it is. */
export const sessionByToken = (digest: string, demo: boolean): Statement => ({
  text: `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.stepped_up_until as "steppedUpUntil", ${person}
     from session s join user_account u on u.id = s.user_id where s.token_digest = $1 and ${mayComeIn("u", "$2")}`,
  values: [digest, demo],
});

export async function touchSession(tx: Context, id: string): Promise<void> {
  await tx.rows("update session set last_seen_at = $2 where id = $1", [id, tx.now]);
}

export type KeyRow = PersonRow & { id: string; scopes: Permission[]; lastUsedAt: Date | null };

/** Finds a key that counts at an instant and whose it is. */
export const apiKeyByToken = (digest: string, now: Date, demo: boolean): Statement => ({
  text: `select k.id, k.scopes, k.last_used_at as "lastUsedAt", ${person}
     from api_key k join user_account u on u.id = k.user_id
     where k.token_digest = $1 and k.revoked_at is null and k.expires_at > $2 and ${mayComeIn("u", "$3")}`,
  values: [digest, now, demo],
});

export async function touchApiKey(tx: Context, id: string): Promise<void> {
  await tx.rows("update api_key set last_used_at = $2 where id = $1", [id, tx.now]);
}
