import { setTimeout as pause } from "node:timers/promises";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { DataSource } from "typeorm";
import { system } from "./actor.ts";
import { Context } from "./context.ts";
import { poolOf } from "./database.ts";

/** How long a scrape waits for the database. */
const ANSWER_MS = 2_000;

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What an operator watches, in the words of Prometheus. Work and outbox are read from the database when asked, so that every process tells the same. */
export class Metrics {
  private readonly registry = new Registry();

  readonly requests = new Histogram({
    name: "guildhall_http_request_seconds",
    help: "How long requests took.",
    labelNames: ["method", "route", "status"] as const,
    buckets: seconds,
    registers: [this.registry],
  });

  readonly rootFields = new Histogram({
    name: "guildhall_root_field_seconds",
    help: "How long the resolvers of root fields took.",
    labelNames: ["field", "ending"] as const,
    buckets: seconds,
    registers: [this.registry],
  });

  private readonly databaseUp = this.gauge("guildhall_database_up", "Whether the database answered this question in time; what only it knows is left out while it does not.", []);
  private readonly jobs = this.gauge("guildhall_jobs", "Jobs that wait, run, were given up, or were ordered within the hour.", ["queue", "state"]);
  private readonly oldestJob = this.gauge("guildhall_oldest_waiting_job_seconds", "How long the oldest waiting job has waited.", ["queue"]);
  private readonly outboxWaiting = this.gauge("guildhall_outbox_waiting", "Facts announced and not yet relayed.", []);
  private readonly outboxLag = this.gauge("guildhall_outbox_lag_seconds", "How long the oldest of them has waited.", []);
  private reading: Promise<boolean> | null = null;

  constructor(private readonly source: DataSource) {
    watchProcess(this.registry, source);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything, read now; without work and outbox while the database is away, which is when the rest matters most. */
  async text(): Promise<string> {
    // A reading that still waits for a connection is waited for again, so that asking does not make a crowded pool more crowded.
    this.reading ??= this.readWork(new Context({ source: this.source, actor: system, requestId: "metrics" }))
      .then(() => true, () => false)
      .finally(() => (this.reading = null));
    const answered = await Promise.race([this.reading, pause(ANSWER_MS, false, { ref: false })]);
    if (!answered) this.forgetWork();
    this.databaseUp.set(answered ? 1 : 0);
    return this.registry.metrics();
  }

  /** What is unknown is left out, for it is not zero. */
  private forgetWork(): void {
    this.jobs.reset();
    this.oldestJob.reset();
    this.outboxWaiting.remove();
    this.outboxLag.remove();
  }

  private async readWork(ctx: Context): Promise<void> {
    try {
      const jobs = await ctx.rows<JobCount>(jobCounts, []);
      const outbox = await ctx.row<{ waiting: number; lag: number }>(outboxWaiting, []);
      this.forgetWork();
      for (const { queue, state, count, oldest } of jobs) {
        this.jobs.set({ queue, state }, count);
        if (state === "ORDERED") this.oldestJob.set({ queue }, oldest);
      }
      this.outboxWaiting.set(outbox?.waiting ?? 0);
      this.outboxLag.set(outbox?.lag ?? 0);
    } finally {
      await ctx.endReads();
    }
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[]) {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}

/** What every process of the house tells of itself: memory, processor, event loop, and its connections to the database. */
export function watchProcess(registry: Registry, source: DataSource): void {
  collectDefaultMetrics({ register: registry });
  const connections = new Gauge({
    name: "guildhall_pool_connections",
    help: "Connections to PostgreSQL by what they do; for `waiting`, requests without one.",
    labelNames: ["state"] as const,
    registers: [registry],
    collect: () => {
      const { totalCount, idleCount, waitingCount } = poolOf(source);
      connections.set({ state: "busy" }, totalCount - idleCount);
      connections.set({ state: "idle" }, idleCount);
      connections.set({ state: "waiting" }, waitingCount);
    },
  });
}

interface JobCount {
  queue: string;
  state: string;
  count: number;
  /** Seconds since the oldest of them was ordered. */
  oldest: number;
}

const jobCounts = `
  select queue, state, count(*)::int as count, extract(epoch from now() - min(ordered_at))::float8 as oldest
  from job_record where state in ('ORDERED', 'ACTIVE', 'FAILED') or ordered_at > now() - interval '1 hour'
  group by queue, state`;

const outboxWaiting = `
  select count(*)::int as waiting, coalesce(extract(epoch from now() - min(announced_at)), 0)::float8 as lag
  from outbox where relayed_at is null`;
