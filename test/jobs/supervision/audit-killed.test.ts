import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditedVolume } from "../../support/audited-volume.ts";
import { backends, flush, redisUrl } from "../../support/backends.ts";
import { until } from "../../support/until.ts";
import { killHard, startWorkers } from "../../support/workers.ts";

/** Forty batches: a fast worker does more than one between two kills. */
const MEMBERS = 20_000;
const KILLS = 20;

describe.each(backends)("an audit whose worker is killed or stopped, over %s", (backend) => {
  let house: Awaited<ReturnType<typeof auditedVolume>>;
  let workers: ChildProcess;
  let expected: string[] = [];
  const start = async () => (workers = await startWorkers({ databaseUrl: house.database.url, redisUrl: backend === "redis" ? redisUrl : null, dataDir: house.dataDir }));
  const nextBatchOf = async (runId: string) => {
    const before = await house.batchesDone(runId);
    await until(async () => (await house.batchesDone(runId)) > before, 60_000, 5);
  };
  const finish = async (runId: string) => {
    await until(async () => (await house.stateOf(runId)) === "DONE", 180_000);
    await until(() => house.isGraded(runId), 60_000);
  };

  beforeAll(async () => {
    if (backend === "redis" && redisUrl) await flush(redisUrl);
    house = await auditedVolume(MEMBERS);
    const calm = await house.orderRun();
    await start();
    await finish(calm);
    expected = await house.findingsOf(calm);
    expect(expected.length).toBeGreaterThan(MEMBERS / 2);
  }, 360_000);
  afterAll(async () => {
    await killHard(workers);
    await house.close();
  });

  test(`killed with -9 ${KILLS} times, and with its queue emptied once, it finds what an undisturbed run finds, nothing lost and nothing twice`, async () => {
    const harried = await house.orderRun();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await nextBatchOf(harried);
      await killHard(workers);
      expect(await house.stateOf(harried)).toBe("RUNNING");
      if (kill === 3 && backend === "redis" && redisUrl) await flush(redisUrl);
      await start();
    }
    await finish(harried);
    expect(await house.findingsOf(harried)).toEqual(expected);
    expect(await house.gradedIn(harried)).toBe(MEMBERS);
  }, 1_200_000);

  test("asked to stop, its worker leaves between two batches and ends cleanly, and the next one finishes with the same findings", async () => {
    // What follows from the run before, its reports and grades, may take its time and is not to be waited for.
    await until(() => house.isIdle(), 180_000);
    const interrupted = await house.orderRun();
    await nextBatchOf(interrupted);
    const gone = once(workers, "exit");
    workers.kill("SIGTERM");
    expect((await gone)[0]).toBe(0);
    expect(await house.stateOf(interrupted)).toBe("RUNNING");
    const order = await house.database.asOwner("select state, attempts, error from job_record where key = $1", [`run-audit.${interrupted}`]);
    expect(order).toEqual([{ state: "ORDERED", attempts: 0, error: null }]);

    const left = await house.batchesDone(interrupted);
    await start();
    await finish(interrupted);
    expect(await house.batchesDone(interrupted)).toBeGreaterThan(left);
    expect(await house.findingsOf(interrupted)).toEqual(expected);
    expect(await house.gradedIn(interrupted)).toBe(MEMBERS);
  }, 360_000);
});
