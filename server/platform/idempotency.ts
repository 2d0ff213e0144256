import { hkdfSync } from "node:crypto";
import type pg from "pg";
import { sha256 } from "../kernel/digest.ts";
import type { Context } from "./context.ts";
import { sealText, unsealText } from "./sealing.ts";

/** A repeated request: whose it is, the key they chose, and what it asks. The key is kept as a digest. */
export interface Repeatable {
  principal: string;
  key: string;
  bodyDigest: string;
}

/** The right to do what a key stands for, until `at` is a minute old. */
export type Lease = Repeatable & { at: string };

/** The answer a key has got. */
export interface KeptAnswer {
  status: number;
  body: string;
}

/** Where a key stands: ours to act upon, used for another body, at work elsewhere, answered, or done while its answer was lost. */
export type Standing =
  | { is: "OURS"; lease: Lease }
  | { is: "OTHER_BODY" }
  | { is: "RUNNING" }
  | { is: "ANSWERED"; answer: KeptAnswer }
  | { is: "ANSWER_LOST" };

/** Takes a key, or says where it stands. A key left running by a crash is free after a minute; an answer is kept for a day. */
export async function takeKey(pool: pg.Pool, { principal, key, bodyDigest }: Repeatable): Promise<Standing> {
  const taken = await pool.query<{ at: string }>(
    `insert into idempotency_key as held (principal, key, body_digest, state, at) values ($1, $2, $3, 'RUNNING', clock_timestamp())
     on conflict (principal, key) do update set body_digest = excluded.body_digest, state = 'RUNNING', response = null, at = excluded.at
     where (held.state = 'RUNNING' and held.at < clock_timestamp() - interval '1 minute') or held.at < clock_timestamp() - interval '1 day'
     returning at::text`,
    [principal, sha256(key), bodyDigest],
  );
  const [mine] = taken.rows;
  if (mine) return { is: "OURS", lease: { principal, key, bodyDigest, at: mine.at } };
  return standingOf(pool, { principal, key, bodyDigest });
}

async function standingOf(pool: pg.Pool, { principal, key, bodyDigest }: Repeatable): Promise<Standing> {
  const found = await pool.query<{ bodyDigest: string; state: string; response: SealedAnswer | null; old: boolean }>(
    `select body_digest as "bodyDigest", state, response, at < clock_timestamp() - interval '1 minute' as old
     from idempotency_key where principal = $1 and key = $2`,
    [principal, sha256(key)],
  );
  const [held] = found.rows;
  if (!held) return { is: "RUNNING" }; // Freed this instant; asked again it can be taken.
  if (held.bodyDigest !== bodyDigest) return { is: "OTHER_BODY" };
  if (held.response) return { is: "ANSWERED", answer: unseal(held.response, key) };
  return held.state === "DONE" && held.old ? { is: "ANSWER_LOST" } : { is: "RUNNING" };
}

/**
 * Marks the key as used, in the transaction of the act itself: whoever comes after a crash finds it done, and an act
 * that outlived its lease undoes itself instead of happening twice.
 */
export const sealKey = (lease: Lease) => async (tx: Context): Promise<void> => {
  const sealed = await tx.rows(
    `update idempotency_key set state = 'DONE' where principal = $1 and key = $2 and at = $3::timestamptz returning key`,
    [lease.principal, sha256(lease.key), lease.at],
  );
  if (sealed.length === 0) throw new Error("The idempotency key was taken over meanwhile; the act is undone.");
};

export async function keepAnswer(pool: pg.Pool, { principal, key, at }: Lease, answer: KeptAnswer): Promise<void> {
  await pool.query(`update idempotency_key set state = 'DONE', response = $4 where principal = $1 and key = $2 and at = $3::timestamptz`, [
    principal, sha256(key), at, JSON.stringify(seal(answer, key)),
  ]);
}

/** Frees a key whose act was not done, so that the same request may be tried again; false when it was done after all. */
export async function freeKey(pool: pg.Pool, { principal, key, at }: Lease): Promise<boolean> {
  const sql = `delete from idempotency_key where principal = $1 and key = $2 and at = $3::timestamptz and state = 'RUNNING'`;
  return (await pool.query(sql, [principal, sha256(key), at])).rowCount === 1;
}

/** Forgets keys whose day is over; for a sweep. Answers how many. */
export async function forgetOldKeys(ctx: Context): Promise<number> {
  return (await ctx.rows("delete from idempotency_key where at < now() - interval '1 day' returning key")).length;
}

/** An answer only the holder of the key can read: some answers show a secret once. */
interface SealedAnswer {
  status: number;
  sealed: string;
}

const sealingKey = (key: string) => Buffer.from(hkdfSync("sha256", key, "", "guildhall idempotency", 32));

const seal = ({ status, body }: KeptAnswer, key: string): SealedAnswer => ({ status, sealed: sealText(sealingKey(key), body) });
const unseal = ({ status, sealed }: SealedAnswer, key: string): KeptAnswer => ({ status, body: unsealText(sealingKey(key), sealed) });
