import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from "typeorm";
import type pg from "pg";
import type { Actor } from "./actor.ts";
import type { Announcement } from "./announcement.ts";
import { type Batch, Batches } from "./batches.ts";
import { poolOf, scopeStatement, statementName } from "./database.ts";
import { writeAnnouncements } from "./outbox.ts";
import type { Outcome } from "./outcome.ts";
import { ReadSession } from "./read-session.ts";

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
const TRIES = 3;

/** What is open while a change is being made. */
interface OpenTransaction {
  manager: EntityManager;
  client: pg.PoolClient;
  announcements: Announcement[];
}

export interface ContextOptions {
  source: DataSource;
  actor: Actor;
  requestId: string;
  now?: Date;
  /** What the asking browser sent along; absent for jobs and commands. */
  browser?: Browser;
  /** Runs in each transaction, before what was announced and the commit; a throw undoes it. */
  beforeCommit?: (tx: Context) => Promise<void>;
}

/** The browser behind a request: what it calls itself and which cookies it holds. */
export interface Browser {
  userAgent: string | null;
  cookies: Readonly<Record<string, string | undefined>>;
}

/** How surely a change is kept before work goes on. */
export interface Durability {
  /**
   * Off: the commit does not wait for the disk. If the database falls within the next second the change may be lost, whole, so this is only for what is
   * then done again as if it never was. Any durable commit after it takes it to the disk along.
   */
  durable?: boolean;
}

/** One request, or one running of a job: who acts, when, and the records as that actor may see them. */
export class Context {
  readonly now: Date;
  readonly requestId: string;
  readonly browser: Browser;
  private readonly source: DataSource;
  private reads: Promise<ReadSession> | null = null;
  private batches = new Batches<Context>(this);
  private who: Actor;

  constructor(private readonly options: ContextOptions, private readonly open: OpenTransaction | null = null) {
    this.source = options.source;
    this.who = options.actor;
    this.requestId = options.requestId;
    this.now = options.now ?? new Date();
    this.browser = options.browser ?? { userAgent: null, cookies: {} };
  }

  get actor(): Actor {
    return this.who;
  }

  /** The entities of the open transaction. Reads outside one go through `rows`. */
  get db(): EntityManager {
    return this.openTransaction().manager;
  }

  /** The database in which what this request reads will last; null inside a transaction, which may yet be undone. */
  get lastingIn(): object | null {
    return this.open ? null : this.source;
  }

  /** Runs `work` in one transaction and undoes it on a refusal as well as on a throw; serialization failures are tried again. */
  async inTransaction<T>(work: (tx: Context) => Promise<Outcome<T>>, { durable = true }: Durability = {}): Promise<Outcome<T>> {
    await this.endReads();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work, durable);
      } catch (error) {
        if (attempt === TRIES || !isRetryable(error)) throw error;
      }
    }
  }

  /** Plain rows of a prepared statement: from the open transaction, else from this request's snapshot. */
  async rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    if (this.open) return (await this.open.client.query({ name: statementName(text), text, values })).rows as Row[];
    this.reads ??= ReadSession.open(poolOf(this.source), this.actor, this.now);
    return (await this.reads).rows<Row>(text, values);
  }

  /** As `rows`, with no more than every stranger sees, whoever asks: for what is answered to everybody alike. Not within a transaction. */
  async rowsForStrangers<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    if (this.open) throw new Error("What strangers see is read outside a transaction.");
    this.reads ??= ReadSession.open(poolOf(this.source), this.actor, this.now);
    return (await this.reads).rowsForStrangers<Row>(text, values);
  }

  async row<Row>(text: string, values: unknown[] = []): Promise<Row | null> {
    return (await this.rows<Row>(text, values))[0] ?? null;
  }

  load<K, V>(loader: Batch<Context, K, V>, key: K): Promise<V> {
    return this.batches.load(loader, key);
  }

  /** Remembers a fact until just before the commit; use `announce`. */
  remember(announcement: Announcement): void {
    this.openTransaction().announcements.push(announcement);
  }

  /** The same request seen as another actor: a worker acts for the house, a registrar for a person at the door. */
  as(actor: Actor): Context {
    return new Context({ ...this.options, actor, now: this.now }, this.open);
  }

  /** From here on this request acts as somebody else: after a sign-in, a step-up, a sign-out. */
  async become(actor: Actor): Promise<void> {
    await this.endReads();
    this.who = actor;
  }

  /** The same request, with something to be done in each transaction just before its commit. */
  before(beforeCommit: (tx: Context) => Promise<void>): Context {
    return new Context({ ...this.options, actor: this.actor, now: this.now, beforeCommit }, this.open);
  }

  /** The same request for what stands whatever becomes of its act, such as the count of an attempt: nothing is done before those commits. */
  aside(): Context {
    const { beforeCommit: _, ...options } = this.options;
    return new Context({ ...options, actor: this.actor, now: this.now }, this.open);
  }

  /** Gives the snapshot's connection back; the next read sees what was committed meanwhile. */
  async endReads(): Promise<void> {
    const reads = this.reads;
    this.reads = null;
    this.batches = new Batches<Context>(this);
    if (reads) await reads.then((session) => session.close(), () => undefined);
  }

  private openTransaction(): OpenTransaction {
    if (!this.open) throw new Error("No transaction is open: wrap the change in inTransaction.");
    return this.open;
  }

  private async attempt<T>(work: (tx: Context) => Promise<Outcome<T>>, durable: boolean): Promise<Outcome<T>> {
    const runner = this.source.createQueryRunner();
    try {
      return await this.within(runner, work, durable);
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async within<T>(runner: QueryRunner, work: (tx: Context) => Promise<Outcome<T>>, durable: boolean): Promise<Outcome<T>> {
    const client = (await runner.connect()) as pg.PoolClient;
    await runner.startTransaction();
    const { scope, memberId, userId } = this.actor;
    // Travels ahead of the first statement of the work, which does not wait for its answer.
    const scoped = client.query(`${scopeStatement(scope, memberId, userId, this.now)}${durable ? "" : "; set local synchronous_commit = off"}`);
    scoped.catch(() => undefined); // Told below, or by the first statement behind it.
    const open: OpenTransaction = { manager: runner.manager, client, announcements: [] };
    const tx = new Context({ ...this.options, actor: this.actor, now: this.now }, open);
    const outcome = await work(tx);
    await scoped;
    if (!outcome.ok) await runner.rollbackTransaction();
    else await this.commit(runner, tx, open.announcements);
    return outcome;
  }

  /** The commit travels right behind what is announced, for which all other acts wait meanwhile. If that fails, PostgreSQL undoes the whole at the commit. */
  private async commit(runner: QueryRunner, tx: Context, announcements: readonly Announcement[]): Promise<void> {
    await this.options.beforeCommit?.(tx);
    const stated = writeAnnouncements(tx, announcements);
    stated.catch(() => undefined); // Told behind the commit.
    await runner.commitTransaction();
    await stated;
  }
}

function isRetryable(error: unknown): boolean {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : (error as { code?: string }).code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}
