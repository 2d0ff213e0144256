import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedVolume } from "../../../seeds/volume/run.ts";
import { auditChecks, AuditService } from "../../../server/modules/supervision/index.ts";
import { certificateChecks } from "../../../server/modules/certificates/index.ts";
import { system } from "../../../server/platform/actor.ts";
import { Context } from "../../../server/platform/context.ts";
import { backends, flush, redisUrl } from "../../support/backends.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { until } from "../../support/until.ts";
import { killHard, startWorkers } from "../../support/workers.ts";

const MEMBERS = 15_000;
const KILLS = { postgres: 20, redis: 5 };

describe.each(backends)("an audit whose worker is killed, over %s", (backend) => {
  const kills = KILLS[backend];
  let database: TestDatabase;
  let dataDir: string;
  let workers: ChildProcess;
  const at = new Date("2026-11-02T03:00:00Z");
  const audits = new AuditService(new Map(Object.entries({ ...auditChecks, ...certificateChecks })), "Asia/Shanghai");
  const house = () => new Context({ source: database.source, actor: system, requestId: "test", now: at });

  beforeAll(async () => {
    database = await testDatabase();
    dataDir = await mkdtemp(join(tmpdir(), "guildhall-killed-"));
    if (backend === "redis" && redisUrl) await flush(redisUrl);
    await seedVolume({ url: database.url, members: MEMBERS });
    await keepSweepsAway();
  }, 120_000);
  afterAll(async () => {
    await killHard(workers);
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** The members of volume have no papers; without this the sweeps would order twenty thousand of them drawn beside the audit. */
  const keepSweepsAway = () =>
    database.asOwner(
      `insert into job_record (key, queue, name, payload, state, ordered_at, touched_at)
       select name || '.' || period, 'sweeps', name, '{}', 'DONE', now(), now()
       from unnest(array['sweep-certificates', 'sweep-pledge-receipts', 'start-due-audits']) as name,
         (select to_char(now() at time zone 'Asia/Shanghai' + make_interval(hours => hour), 'YYYY-MM-DD"T"HH24') as period from generate_series(0, 2) as hour) as hours`,
    );

  const orderRun = async (): Promise<string> => {
    const outcome = await house().inTransaction(async (tx) => {
      const plan = await audits.planMake(tx, { title: { "zh-Hant": "月檢", "zh-Hans": "月检", en: "Monthly" }, ruleSetVersion: 1, calendar: "MONTHLY", dueDay: 1 });
      return plan.ok ? audits.runNow(tx, plan.value.id) : plan;
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value.id;
  };
  const findingsOf = (runId: string) =>
    database.asOwner<{ key: string }>("select member_id || '|' || rule || '|' || subject || '|' || facts::text as key from finding where run_id = $1 order by 1", [runId]);
  const stateOf = async (runId: string) => (await database.asOwner<{ state: string }>("select state from audit_run where id = $1", [runId]))[0]?.state;

  const isGraded = async (runId: string) => (await database.asOwner("select 1 from grading where run_id = $1", [runId])).length === 1;

  test(`killed with -9 ${kills} times, and with its queue emptied once, it finds what an undisturbed run finds, nothing lost and nothing twice`, async () => {
    const calm = await orderRun();
    workers = await startWorkers({ databaseUrl: database.url, redisUrl: backend === "redis" ? redisUrl : null, dataDir });
    await until(async () => (await stateOf(calm)) === "DONE", 180_000);
    await until(() => isGraded(calm), 60_000);

    const harried = await orderRun();
    const progress = async () => (await database.asOwner<{ done: number }>("select batches_done as done from audit_run where id = $1", [harried]))[0]?.done ?? 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = await progress();
      await until(async () => (await progress()) > before, 60_000, 5);
      await killHard(workers);
      expect(await stateOf(harried)).toBe("RUNNING");
      if (kill === 3 && backend === "redis" && redisUrl) await flush(redisUrl);
      workers = await startWorkers({ databaseUrl: database.url, redisUrl: backend === "redis" ? redisUrl : null, dataDir });
    }
    await until(async () => (await stateOf(harried)) === "DONE", 180_000);
    await until(() => isGraded(harried), 60_000);
    await killHard(workers);

    const expected = await findingsOf(calm);
    expect(expected.length).toBeGreaterThan(MEMBERS / 2);
    expect(await findingsOf(harried)).toEqual(expected);
    expect(await database.asOwner("select count(*)::int as members from compliance_grade where run_id = $1", [harried])).toEqual([{ members: MEMBERS }]);
  }, 600_000);
});
