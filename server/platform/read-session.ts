import type pg from "pg";
import type { Actor } from "./actor.ts";
import { scopeStatement, statementName } from "./database.ts";

/** One read-only snapshot on one connection; statements asked for together travel together and run one after another. */
export class ReadSession {
  private constructor(private readonly client: pg.PoolClient, private readonly scope: string, private readonly strangers: string, private readonly begun: Promise<unknown>) {}

  /** Takes a connection and opens the snapshot on it, without waiting for it to be open. */
  static async open(pool: pg.Pool, actor: Actor, now: Date): Promise<ReadSession> {
    const client = await pool.connect();
    client.on("error", ignored);
    const scope = scopeStatement(actor.scope, actor.memberId, actor.userId, now);
    const begun = client.query(`begin isolation level repeatable read read only; ${scope}`);
    begun.catch(() => undefined); // Told to whoever reads.
    return new ReadSession(client, scope, scopeStatement("public", null, null, now), begun);
  }

  /** The rows of a statement; nothing is read where the snapshot could not be opened. */
  async rows<Row>(text: string, values: unknown[]): Promise<Row[]> {
    const [, { rows }] = await Promise.all([this.begun, this.client.query({ name: statementName(text), text, values })]);
    return rows as Row[];
  }

  /** The rows of a statement as every stranger sees them; what was asked before it and comes after is read as before. */
  async rowsForStrangers<Row>(text: string, values: unknown[]): Promise<Row[]> {
    const asked = [this.begun, this.client.query(this.strangers), this.rows<Row>(text, values), this.client.query(this.scope)] as const;
    const [, , rows] = await Promise.all(asked);
    return rows;
  }

  /** Gives the connection back once all that was asked is answered; nobody needs to wait for that. */
  close(): void {
    this.client.query("commit").then(() => this.release(false), () => this.release(true));
  }

  private release(broken: boolean): void {
    this.client.removeListener("error", ignored);
    this.client.release(broken);
  }
}

/** A connection lost between two statements is told by the next of them. */
const ignored = () => undefined;
