import type { Context } from "../../platform/context.ts";
import { mayComeIn } from "./demo.queries.ts";
import type { Person } from "./person.ts";
import type { Failures } from "./throttle.rules.ts";

/** Under what an attempt is counted. */
interface DoorKeys {
  accountDigest: string;
  addressDigest: string;
  deviceDigest: string | null;
}

/** The failures at this door since `since`, and whether the account got in from this address since `known`; attempts on one account queue here. */
export async function attemptsAtDoor(tx: Context, keys: DoorKeys, since: Date, known: Date): Promise<Failures & { familiar: boolean }> {
  const { accountDigest, addressDigest, deviceDigest } = keys;
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [accountDigest]);
  const counts = await tx.row<Failures & { familiar: boolean }>(
    `select
       count(*) filter (where account_digest = $1 and device_digest = $3 and recent) as device,
       count(*) filter (where account_digest = $1 and address_digest = $2 and device_digest is null and recent) as pair,
       count(*) filter (where address_digest = $2 and device_digest is null and recent) as address,
       count(*) filter (where account_digest = $1 and device_digest is null and not familiar and recent) as strangers,
       coalesce(bool_or(succeeded and account_digest = $1 and address_digest = $2), false) as familiar
     from (select *, not succeeded and at > $4::timestamptz as recent from sign_in_attempt
           where (account_digest = $1 or address_digest = $2) and at > $5::timestamptz) as attempt`,
    [accountDigest, addressDigest, deviceDigest, since, known],
  );
  if (!counts) throw new Error("A count is always one row.");
  return counts;
}

export async function recordAttempt(tx: Context, { accountDigest, addressDigest, deviceDigest }: DoorKeys, familiar: boolean): Promise<void> {
  await tx.rows("insert into sign_in_attempt (account_digest, address_digest, device_digest, familiar, at) values ($1, $2, $3, $4, $5)", [
    accountDigest, addressDigest, deviceDigest, familiar, tx.now,
  ]);
}

/** Forgets the failures of this account at this door and remembers one success. */
export async function forgiveAttempts(tx: Context, { accountDigest, addressDigest, deviceDigest }: DoorKeys): Promise<void> {
  await tx.rows(
    `delete from sign_in_attempt where account_digest = $1
     and (address_digest = $2 and device_digest is not distinct from $3 or device_digest = $3)`,
    [accountDigest, addressDigest, deviceDigest],
  );
  await tx.rows(
    `insert into sign_in_attempt (account_digest, address_digest, device_digest, familiar, succeeded, at) values ($1, $2, $3, true, true, $4)`,
    [accountDigest, addressDigest, deviceDigest, tx.now],
  );
}

export type Credentials = Person & { email: string; passwordHash: string };

/** Whom an address belongs to and what their password is checked against; nobody when they may not come in. */
export const credentialsOf = (tx: Context, email: string, demo: boolean): Promise<Credentials | null> =>
  tx.row<Credentials>(
    `select u.id, u.email, u.roles, u.member_id as "memberId", u.language, u.totp_enrolled_at as "totpEnrolledAt", c.password_hash as "passwordHash"
     from user_account u join credential c on c.user_id = u.id where u.email = $1 and ${mayComeIn("u", "$2")}`,
    [email, demo],
  );
