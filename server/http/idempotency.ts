import { setTimeout as wait } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import type pg from "pg";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { sha256 } from "../kernel/digest.ts";
import type { Actor } from "../platform/actor.ts";
import type { Context } from "../platform/context.ts";
import { denialOfAct } from "../platform/graphql/may.ts";
import { freeKey, keepAnswer, type KeptAnswer, type Lease, takeKey } from "../platform/idempotency.ts";

/** A finished act: its answer, and whether that is a failure; a failure is forgotten when nothing was done, so that it can be tried again. */
export interface Attempt {
  answer: KeptAnswer;
  failed: boolean;
}

const patience = { first: 20, most: 500, inAll: 20_000 };

/**
 * Whether an act is kept under its key for this actor: a signed-in one who may do it at this moment. A denial comes before
 * any answer that was kept, and of strangers, who would be kept by the thousand, nothing is remembered.
 */
export const isKept = (schema: GraphQLSchema, ctx: Context, act: string | null): act is string =>
  act !== null && ctx.actor.userId !== null && denialOfAct(schema, ctx, act) === null;

/** Runs an act once for each key and actor; everybody who repeats it gets the same answer. */
export async function onceForKey(pool: pg.Pool, actor: Actor, key: string, body: unknown, act: (lease: Lease) => Promise<Attempt>): Promise<KeptAnswer> {
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) return refusal(400, "An Idempotency-Key has 8 to 200 visible characters.");
  const bodyDigest = digestOf(key, body);
  if (bodyDigest === null) return refusal(400, "The request is nested too deeply.");
  const principal = `${actor.kind}:${actor.userId}`;

  let pause = patience.first;
  for (let waited = 0; waited < patience.inAll; waited += pause) {
    const standing = await takeKey(pool, { principal, key, bodyDigest });
    if (standing.is === "OURS") return run(pool, standing.lease, act);
    if (standing.is === "ANSWERED") return standing.answer;
    if (standing.is === "OTHER_BODY") return refusal(422, "This Idempotency-Key was used for another request.");
    if (standing.is === "ANSWER_LOST") return refusal(409, "This act was done, but its answer was lost. Look at the record.");
    pause = Math.min(patience.most, pause * 2);
    await wait(pause);
  }
  return refusal(409, "This act is still being done. Ask again with the same key.");
}

async function run(pool: pg.Pool, lease: Lease, act: (lease: Lease) => Promise<Attempt>): Promise<KeptAnswer> {
  try {
    const { answer, failed } = await act(lease);
    if (!failed || !(await freeKey(pool, lease))) await keepAnswer(pool, lease, answer);
    return answer;
  } catch (error) {
    await freeKey(pool, lease);
    throw error;
  }
}

/** With the key in it, so that nobody tries guesses against what is kept. Null for a body nested so deeply that it cannot be written out. */
function digestOf(key: string, body: unknown): string | null {
  try {
    return sha256(canonicalJson([key, body]));
  } catch {
    return null;
  }
}

const refusal = (status: number, message: string): KeptAnswer => ({
  status,
  body: JSON.stringify({ errors: [{ message, extensions: { code: "IDEMPOTENCY_KEY" } }] }),
});
