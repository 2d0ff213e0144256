import { createHash } from "node:crypto";
import pg from "pg";
import { DataSource, type EntityTarget } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import type { Scope } from "./actor.ts";

const INT8 = 20;
const DATE = 1082;
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(DATE, (text: string) => text);

/** The role every request runs under: not the owner, held by row-level security. */
export const appRole = "guildhall_app";

export interface DatabaseOptions {
  url: string;
  entities: EntityTarget<object>[];
  /** Connections in the pool; 10 unless said. */
  poolSize?: number;
  /** Where a statement's days begin, such as `Asia/Shanghai`; UTC unless said. */
  zone?: string;
  /** Off only for migrations, which run as the owner. */
  asApp?: boolean;
  /** Told when a connection is lost while nobody uses it; the next who asks gets another. A warning of the process unless said. */
  onLost?: (error: Error) => void;
}

/** After how many milliseconds PostgreSQL ends a statement, and a transaction in which nothing is asked any more. */
const patience = { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 };

/** Opens the pool. Requests run as the application's role whatever login the URL names. */
export async function openDatabase({ url, entities, poolSize = 10, zone = "UTC", asApp = true, onLost = warnProcess }: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource({
    type: "postgres",
    url,
    entities: entities as never[],
    poolSize,
    applicationName: "guildhall",
    poolErrorHandler: onLost,
    // Statements asked for together travel together, instead of each waiting for the answer to the one before.
    extra: { options: `-c timezone=${zone}${asApp ? ` -c role=${appRole}` : ""}`, ...(asApp ? patience : {}), pipeline: true },
  });
  await source.initialize();
  return source;
}

const warnProcess = (error: Error) => process.emitWarning(error.message, "DatabaseConnectionLost");

/** The pool beneath TypeORM, for prepared statements that answer plain rows. */
export const poolOf = (source: DataSource): pg.Pool => (source.driver as PostgresDriver).master as pg.Pool;

/** SQL with the values that stand in it as `$1`, `$2` … */
export interface Statement {
  text: string;
  values: unknown[];
}

const names = new Map<string, string>();

/** A statement's name, so that PostgreSQL plans it once per connection. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `g${createHash("sha1").update(text).digest("hex").slice(0, 16)}`;
  names.set(text, name);
  return name;
}

/** The statement that tells the database, for this transaction alone, who asks, and as of when; the database's own time unless said. */
export function scopeStatement(scope: Scope, memberId: string | null, userId: string | null, now: Date | null = null): string {
  const settings = { "guildhall.scope": scope, "guildhall.member_id": memberId ?? "", "guildhall.user_id": userId ?? "", "guildhall.now": now?.toISOString() ?? "" };
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`);
  return `select ${calls.join(", ")}`;
}
