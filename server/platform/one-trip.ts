import type pg from "pg";
import type { Actor } from "./actor.ts";
import { scopeStatement, type Statement, statementName } from "./database.ts";

/** For whom row-level security reads. */
export type Reader = Pick<Actor, "scope" | "memberId" | "userId">;

/**
 * Reads several statements, each for its reader, in one read-only snapshot and one trip to the database: they leave together, and nothing
 * waits for the answer to what was asked before it. Answers the rows of each.
 */
export async function readInOneTrip(pool: pg.Pool, asked: readonly { reader: Reader; statement: Statement }[]): Promise<object[][]> {
  const client = await pool.connect();
  client.on("error", ignored);
  const { stream } = client.connection;
  stream.cork();
  const began = client.query(`begin isolation level repeatable read read only; ${asked[0] ? scopeOf(asked[0].reader) : ""}`);
  const sent = asked.map(({ reader, statement: { text, values } }, place) => {
    const before = asked[place - 1]?.reader ?? reader;
    const scoped = scopeOf(before) === scopeOf(reader) ? [] : [client.query(scopeOf(reader))];
    return { scoped, rows: client.query<object>({ name: statementName(text), text, values }) };
  });
  const ended = client.query("commit");
  stream.uncork();
  const answers = await Promise.allSettled([began, ...sent.flatMap(({ scoped, rows }) => [...scoped, rows]), ended]);
  client.removeListener("error", ignored);
  client.release(answers.at(-1)?.status === "rejected");
  const failed = answers.find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
  return Promise.all(sent.map(async ({ rows }) => (await rows).rows));
}

const scopeOf = ({ scope, memberId, userId }: Reader) => scopeStatement(scope, memberId, userId);

/** A connection lost on the way is told by what was asked on it. */
const ignored = () => undefined;
