import pg from "pg";

/** The statements sent to PostgreSQL while `work` runs, from any connection of this process; run one thing at a time. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const original = pg.Client.prototype.query as (...call: unknown[]) => unknown;
  pg.Client.prototype.query = function query(this: pg.Client, ...call: unknown[]) {
    sent.push(textOf(call[0]));
    return original.apply(this, call);
  } as typeof pg.Client.prototype.query;
  try {
    await work();
    return sent;
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
}

const textOf = (asked: unknown) => (typeof asked === "string" ? asked : ((asked as { text?: string }).text ?? ""));
