import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import pg from "pg";
import { seedVolume } from "../../seeds/volume/run.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { entities } from "../../server/entities.ts";
import { migrate } from "../../server/migrate.ts";
import { certificateChecks } from "../../server/modules/certificates/index.ts";
import { auditChecks, AuditService } from "../../server/modules/supervision/index.ts";
import { system } from "../../server/platform/actor.ts";
import { Context } from "../../server/platform/context.ts";
import { openDatabase } from "../../server/platform/database.ts";
import { startRedis } from "../support/redis.ts";
import { until } from "../support/until.ts";
import { killHard, startWorkers } from "../support/workers.ts";

const KILLS = 100;
const FLUSH_AT = 40;
const RESTART_AT = 70;

/**
 * Kills the worker of audits with -9 a hundred times while they run, empties the queue once and restarts the database once, and
 * throws unless every audit finds exactly what an undisturbed one finds. An audit that ends meanwhile is followed by another.
 */
export async function auditKills(members: number, say: (line: string) => void): Promise<void> {
  const place = await openPlace(members, say);
  let workers: ChildProcess | null = null;
  try {
    const start = async () => (workers = await startWorkers({ databaseUrl: place.url, redisUrl: place.redisUrl, dataDir: place.folder }));
    const calm = await place.orderRun();
    workers = await start();
    await until(() => place.isGraded(calm), 300_000);
    const expected = await place.resultOf(calm);
    say(`undisturbed: ${expected.findings.length} findings, ${expected.graded} members graded`);

    const harried = [await place.orderRun()];
    for (let kills = 0; kills < KILLS; ) {
      await new Promise((resolve) => setTimeout(resolve, 30 + ((kills * 137) % 400)));
      const running = !(await place.isDone(harried.at(-1) ?? ""));
      if (!running) {
        harried.push(await place.orderRun());
        continue;
      }
      await killHard(workers);
      kills += 1;
      if (kills === FLUSH_AT) await place.emptyQueue();
      workers = await start();
      if (kills === RESTART_AT) await place.restartDatabase();
      if (kills % 10 === 0) say(`${kills} kills, ${harried.length} audits`);
    }
    for (const runId of harried) {
      await until(() => place.isGraded(runId), 300_000);
      const found = await place.resultOf(runId);
      const same = found.graded === expected.graded && found.findings.join("\n") === expected.findings.join("\n");
      if (!same) throw new Error(`An audit found ${found.findings.length} and graded ${found.graded}, not what the undisturbed one did.`);
    }
    process.stdout.write(
      `${KILLS} kills with -9, one emptied queue, one restart of the database, ${harried.length} audits of ${members} members over ${place.redisUrl ? "Redis" : "PostgreSQL"}: ` +
        `each found the ${expected.findings.length} findings of an undisturbed audit, none lost and none twice.\n`,
    );
  } finally {
    if (workers) await killHard(workers);
    await place.close();
  }
}

async function openPlace(members: number, say: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), "guildhall-kills-"));
  const port = await freePort();
  const open = () => startEmbeddedPostgres({ dataDir: folder, settings: { port: String(port), max_connections: "200" } });
  let postgres: EmbeddedPostgres = await open();
  const address = new URL(postgres.url);
  address.port = String(port);
  const url = address.toString();
  await migrate(url);
  await seedVolume({ url, members, tell: say });
  const redis = await startRedis();
  const source = await openDatabase({ url, entities, poolSize: 4 });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on("error", () => undefined);
  const audits = new AuditService(new Map(Object.entries({ ...auditChecks, ...certificateChecks })), "Asia/Shanghai");
  const asked = async <Row extends object>(sql: string, runId: string) => (await owner.query<Row>(sql, [runId])).rows;
  const at = new Date("2026-11-02T03:00:00Z");

  return {
    url,
    folder,
    redisUrl: redis?.url ?? null,
    orderRun: async (): Promise<string> => {
      const title = { "zh-Hant": "月檢", "zh-Hans": "月检", en: "Monthly" };
      const outcome = await new Context({ source, actor: system, requestId: "kills", now: at }).inTransaction(async (tx) => {
        const plan = await audits.planMake(tx, { title, ruleSetVersion: 1, calendar: "MONTHLY", dueDay: 1 });
        return plan.ok ? audits.runNow(tx, plan.value.id) : plan;
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      return outcome.value.id;
    },
    isDone: async (runId: string) => (await asked("select 1 from audit_run where id = $1 and state = 'DONE'", runId)).length > 0,
    isGraded: async (runId: string) => (await asked("select 1 from grading where run_id = $1", runId)).length > 0,
    resultOf: async (runId: string) => ({
      findings: (await asked<{ key: string }>("select concat_ws('|', member_id, rule, subject, facts::text) as key from finding where run_id = $1 order by 1", runId)).map(({ key }) => key),
      graded: (await asked<{ count: number }>("select count(*)::int as count from compliance_grade where run_id = $1", runId))[0]?.count ?? 0,
    }),
    /** As a careless operator would. */
    emptyQueue: async () => {
      if (!redis) return void (await owner.query("drop schema bullmq cascade"));
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
    },
    restartDatabase: async () => {
      await postgres.stop();
      postgres = await open();
    },
    close: async () => {
      await source.destroy();
      await owner.end();
      await redis?.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
