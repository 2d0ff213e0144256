import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { system } from "../../../server/platform/actor.ts";
import { Context } from "../../../server/platform/context.ts";
import { defineEvent, on, order } from "../../../server/platform/events.ts";
import { defineJob, handle } from "../../../server/platform/jobs.ts";
import { announce } from "../../../server/platform/outbox.ts";
import { done, refused } from "../../../server/platform/outcome.ts";
import { startHouse } from "../../../workers/house.ts";
import { openQueues } from "../../../workers/queues.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { backends, flush, redisUrl } from "../../support/backends.ts";
import { until } from "../../support/until.ts";

const rang = defineEvent({ name: "bell.rang", payload: z.object({ bell: z.string() }) });
const answer = defineJob({ queue: "bells", name: "answer-bell", payload: z.object({ bell: z.string() }), key: ({ bell }) => `answer-bell.${bell}` });
const reactions = [on(rang, ({ bell }) => [order(answer, { bell })])];
const rhythm = { relayMs: 200, sweepMs: 300, clockMs: 60_000, quietSeconds: 1 };

describe.each(backends)("orders over %s", (backend) => {
  let database: TestDatabase;
  const answered: string[] = [];
  const endings: string[] = [];
  const told: string[] = [];
  const quiet = { info: () => undefined, warn: () => undefined, error: (_: object, text: string) => void told.push(text) };
  let failures = 0;
  let begun = false;
  let stop: () => Promise<void>;
  const context = () => new Context({ source: database.source, actor: system, requestId: "test" });
  const ring = (bell: string, refuse = false) =>
    context().inTransaction(async (tx) => {
      announce(tx, rang, { bell }, { record: bell, unchanged: true });
      return Promise.resolve(refuse ? refused("INVALID", "bell") : done(bell));
    });

  const processors = [handle(answer, async ({ bell }, { signal }) => {
    if (bell === "patient" && !begun) {
      begun = true;
      await once(signal, "abort");
      signal.throwIfAborted();
    }
    if (bell === "cracked" && failures++ < 2) throw new Error("It only clanks.");
    answered.push(bell);
  })];
  const open = async () => {
    const queues = openQueues({ databaseUrl: database.url, redisUrl: backend === "redis" ? redisUrl ?? undefined : undefined, lockMs: 1_000, onError: () => undefined });
    stop = await startHouse({
      source: database.source, databaseUrl: database.url, queues, processors, reactions, calendar: [], zone: "Asia/Shanghai", rhythm, log: quiet,
      onEnd: (_, ending) => void endings.push(ending),
    });
  };

  beforeAll(async () => {
    database = await testDatabase();
    if (backend === "redis") await flush(redisUrl ?? "");
    await open();
  });
  afterAll(async () => {
    await stop();
    await database.close();
  });

  test("a fact that was committed is answered once; one that was refused never was", async () => {
    await ring("refused", true);
    await ring("first");
    await ring("first");
    await until(() => answered.includes("first"));
    await ring("second");
    await until(() => answered.includes("second"));
    expect(answered.filter((bell) => bell === "first")).toHaveLength(1);
    expect(answered).not.toContain("refused");
    expect(await database.asOwner("select 1 from outbox where relayed_at is null")).toHaveLength(0);
  });

  test("a fact nothing can be made of is laid aside and told, those behind it go on, and new workers try it again", async () => {
    await database.asOwner(`insert into outbox (event, payload, announced_at) values ('bell.rang', '{"bell": 7}', now()), ('bell.rang', '{"bell": "no letter: é"}', now())`);
    await ring("behind");
    await until(() => answered.includes("behind"));
    const waiting = () => database.asOwner<{ error: string }>("select error from outbox where relayed_at is null order by id");
    expect((await waiting()).map(({ error }) => error)).toEqual([expect.stringContaining("bell"), expect.stringContaining("letters a queue refuses")]);
    expect(told).toEqual(["a fact was laid aside: no order can be made of it", "a fact was laid aside: no order can be made of it"]);
    await database.asOwner(`update outbox set payload = '{"bell": "mended"}' where relayed_at is null`);
    await stop();
    await open();
    await until(() => answered.includes("mended"));
    expect(await waiting()).toEqual([]);
  });

  test("work that fails is tried again and its failures are counted", async () => {
    await ring("cracked");
    await until(() => answered.includes("cracked"), 20_000);
    const order = async () => (await database.asOwner<{ attempts: number; state: string }>("select attempts, state from job_record where key = 'answer-bell.cracked'"))[0];
    await until(async () => (await order())?.state === "DONE");
    expect(await order()).toEqual({ attempts: 2, state: "DONE" });
  });

  test("an order whose message the queue lost is sent again", async () => {
    await database.asOwner(
      `insert into job_record (key, queue, name, payload, ordered_at, touched_at)
       values ('answer-bell.lost', 'bells', 'answer-bell', '{"bell": "lost"}', now() - interval '1 hour', now() - interval '1 hour')`,
    );
    await until(() => answered.includes("lost"));
    expect(answered.filter((bell) => bell === "lost")).toHaveLength(1);
  });

  test("an order whose end was written down and lost with the database is done once more, and no attempt is counted", async () => {
    await ring("forgetful");
    const order = async () => (await database.asOwner<{ attempts: number; state: string }>("select attempts, state from job_record where key = 'answer-bell.forgetful'"))[0];
    await until(async () => (await order())?.state === "DONE");
    await database.asOwner("update job_record set state = 'ACTIVE', finished_at = null, touched_at = now() - interval '1 hour' where key = 'answer-bell.forgetful'");
    await until(async () => (await order())?.state === "DONE");
    expect(answered.filter((bell) => bell === "forgetful")).toHaveLength(2);
    expect(await order()).toEqual({ attempts: 0, state: "DONE" });
  });

  test("a queue thrown away while the house works is made anew, and what was ordered meanwhile is done", async () => {
    if (backend === "redis") await flush(redisUrl ?? "");
    else await database.asOwner("drop schema bullmq cascade");
    await ring("after-the-loss");
    await until(() => answered.includes("after-the-loss"), 20_000);
    expect(answered.filter((bell) => bell === "after-the-loss")).toHaveLength(1);
  });

  test("work laid down because the worker stops is put back uncounted, and the next worker does it", async () => {
    await ring("patient");
    await until(() => begun);
    await stop();
    const order = async () => (await database.asOwner<{ attempts: number; state: string }>("select attempts, state from job_record where key = 'answer-bell.patient'"))[0];
    expect(await order()).toEqual({ attempts: 0, state: "ORDERED" });
    expect(endings).toContain("put-back");
    await open();
    await until(() => answered.includes("patient"));
    await until(async () => (await order())?.state === "DONE");
    expect(await order()).toEqual({ attempts: 0, state: "DONE" });
  });
});
