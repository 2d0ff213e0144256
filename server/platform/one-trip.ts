import type pg from "pg";
import type { Actor } from "./actor.ts";
import { scopeStatement, type Statement, statementName } from "./database.ts";

/** For whom row-level security reads. */
export type Reader = Pick<Actor, "scope" | "memberId" | "userId">;

/**
 * Reads several statements, each for its reader, in one read-only snapshot and one trip to the database: nothing waits for the answer
 * to what was asked before it. Answers the rows of each.
 */
export async function readInOneTrip(pool: pg.Pool, asked: readonly { reader: Reader; statement: Statement }[]): Promise<object[][]> {
  const client = await pool.connect();
  client.on("error", ignored);
  const scopes = asked.map(({ reader: { scope, memberId, userId } }) => scopeStatement(scope, memberId, userId));
  const sent = asked.map(({ statement: { text, values } }, place) => [
    client.query(`${place === 0 ? "begin isolation level repeatable read read only; " : ""}${scopes[place]}`),
    client.query<object>({ name: statementName(text), text, values }),
  ] as const);
  const answers = await Promise.allSettled([...sent.flat(), client.query("commit")]);
  client.removeListener("error", ignored);
  client.release(answers.at(-1)?.status === "rejected");
  const failed = answers.find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
  return Promise.all(sent.map(async ([, rows]) => (await rows).rows));
}

/** A connection lost on the way is told by what was asked on it. */
const ignored = () => undefined;
