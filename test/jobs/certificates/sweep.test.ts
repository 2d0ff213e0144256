import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { issueCertificateProcessor } from "../../../workers/certificates/issue-certificate.processor.ts";
import { sweepCertificatesProcessor } from "../../../workers/certificates/sweep-certificates.processor.ts";
import { startHouse } from "../../../workers/house.ts";
import { openQueues } from "../../../workers/queues.ts";
import { reactions } from "../../../workers/reactions.ts";
import { openRegister, type Register } from "../../api/certificates/register.ts";
import { jobRun } from "../../support/job-run.ts";
import { until } from "../../support/until.ts";

let register: Register;
beforeAll(async () => (register = await openRegister()));
afterAll(() => register.world.close());

const MINUTE = 60_000;

/** The hourly sweep, as the workers run it. */
const sweep = async () => {
  const ctx = register.world.contextOf(system);
  await sweepCertificatesProcessor().run({ period: "2026-02-02T11" }, jobRun(ctx));
  await ctx.endReads();
};
const orderOf = async (assessmentId: string) =>
  (await register.world.database.asOwner<{ state: string; attempts: number }>("select state, attempts from job_record where key = $1", [`issue-certificate.${assessmentId}`]))[0];
const certificatesOf = (assessmentId: string) =>
  register.world.database.asOwner<{ state: string }>("select state from certificate where assessment_id = $1", [assessmentId]);
/** As if the house had never heard of the confirmation. */
const loseOrders = () => register.world.database.asOwner("delete from outbox");

describe("the sweep of earned certificates", () => {
  test("orders a certificate whose order was lost, once it is not merely on its way", async () => {
    const { assessmentId } = await register.earned();
    await loseOrders();
    await sweep();
    expect(await orderOf(assessmentId)).toBeUndefined();
    register.world.travel(6 * MINUTE);
    await sweep();
    await sweep();
    expect(await orderOf(assessmentId)).toEqual({ state: "ORDERED", attempts: 0 });
  });

  test.each(["FAILED", "DONE"])("orders again what is marked %s and was yet never issued", async (state) => {
    const { assessmentId } = await register.earned();
    await register.world.database.asOwner(
      `insert into job_record (key, queue, name, payload, state, attempts, ordered_at, finished_at, touched_at)
       values ('issue-certificate.' || $1, 'certificates', 'issue-certificate', jsonb_build_object('assessmentId', $1::text), $2, 8, now(), now(), now())`,
      [assessmentId, state],
    );
    register.world.travel(6 * MINUTE);
    await sweep();
    expect(await orderOf(assessmentId)).toEqual({ state: "ORDERED", attempts: 0 });
  });

  test("finishes a certificate that was numbered and never drawn", async () => {
    const { assessmentId } = await register.earned();
    await register.world.change((tx) => register.world.services.certificates.order(tx, assessmentId));
    expect(await certificatesOf(assessmentId)).toEqual([{ state: "ORDERED" }]);
    register.world.travel(6 * MINUTE);
    await sweep();
    expect(await orderOf(assessmentId)).toEqual({ state: "ORDERED", attempts: 0 });
  });

  test("leaves alone what was issued", async () => {
    const { assessmentId } = await register.issued();
    register.world.travel(6 * MINUTE);
    await sweep();
    expect(await orderOf(assessmentId)).toBeUndefined();
  });
});

test("a confirmed result leads to its certificate by itself, and the sweep brings what was lost", async () => {
  const { world, identity } = register;
  const processors = [issueCertificateProcessor(world.services.certificates, identity), sweepCertificatesProcessor()];
  const lost = (await register.earned()).assessmentId;
  await loseOrders();
  const queues = openQueues({ databaseUrl: world.database.url, lockMs: 1_000, onError: () => undefined });
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const stop = await startHouse({
    source: world.database.source, databaseUrl: world.database.url, queues, processors, reactions, calendar: [], zone: "Asia/Shanghai",
    rhythm: { relayMs: 200, sweepMs: 300, clockMs: 60_000, quietSeconds: 1 }, log: quiet,
  });
  const isIssued = async (assessmentId: string) => (await certificatesOf(assessmentId))[0]?.state === "ISSUED";
  try {
    const heard = (await register.earned()).assessmentId;
    await until(() => isIssued(heard), 30_000);
    expect(await certificatesOf(lost)).toEqual([]);
    world.travel(6 * MINUTE);
    await sweep();
    await until(() => isIssued(lost), 30_000);
    expect(await certificatesOf(lost)).toHaveLength(1);
  } finally {
    await stop();
  }
});
