import type pg from "pg";
import type { Actor } from "./actor.ts";
import { scopeStatement, statementName } from "./database.ts";

/** One read-only snapshot on one connection; statements asked for together run one after another. */
export class ReadSession {
  private tail: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: pg.PoolClient) {}

  static async open(pool: pg.Pool, actor: Actor): Promise<ReadSession> {
    const client = await pool.connect();
    try {
      await client.query(`begin isolation level repeatable read read only; ${scopeStatement(actor.scope, actor.memberId, actor.userId)}`);
      return new ReadSession(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  rows<Row>(text: string, values: unknown[]): Promise<Row[]> {
    const answer = this.tail.then(async () => (await this.client.query({ name: statementName(text), text, values })).rows as Row[]);
    this.tail = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.tail;
    try {
      await this.client.query("commit");
      this.client.release();
    } catch {
      this.client.release(true);
    }
  }
}
