import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../../server/kernel/digest.ts";
import { certificateChecks, CertificateService } from "../../../server/modules/certificates/index.ts";
import { auditChecks, AuditService } from "../../../server/modules/supervision/index.ts";
import type { Context } from "../../../server/platform/context.ts";
import { FileStore } from "../../../server/platform/files.ts";
import type { Outcome } from "../../../server/platform/outcome.ts";
import { issueCertificateProcessor } from "../../../workers/certificates/issue-certificate.processor.ts";
import { runAuditProcessor } from "../../../workers/supervision/run-audit.processor.ts";
import { fallingDatabase } from "../../support/falling-database.ts";
import { jobRun } from "../../support/job-run.ts";
import { signingIdentity } from "../../support/signing.ts";

const MEMBERS = 1_200;
const title = { "zh-Hant": "月檢", "zh-Hans": "月检", en: "Monthly" };

let database: Awaited<ReturnType<typeof fallingDatabase>>;
beforeAll(async () => (database = await fallingDatabase(MEMBERS)), 120_000);
afterAll(() => database.close());

const change = async <T>(work: (tx: Context) => Promise<Outcome<T>>, durable = true): Promise<T> => {
  const outcome = await database.context().inTransaction(work, { durable });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

test("a number whose paper was not sealed falls with the database and is given anew; what is sealed stands, with its file", async () => {
  const files = new FileStore(join(database.folder, "files"));
  const certificates = new CertificateService(files, "https://guild.example", "Asia/Shanghai");
  const [earned] = await database.asOwner<{ id: string }>("select id from assessment a where state = 'CONFIRMED' and grade is not null order by id desc limit 1");
  const assessmentId = earned?.id ?? "";
  const stored = () => database.asOwner<{ number: string; state: string; digest: string }>(`select number, state, file_digest as digest from certificate where assessment_id = $1`, [assessmentId]);
  await database.asOwner("delete from certificate where assessment_id = $1", [assessmentId]);

  const ordered = await change((tx) => certificates.order(tx, assessmentId), false);
  await database.fall();
  expect(await stored()).toEqual([]);

  await issueCertificateProcessor(certificates, await signingIdentity()).run({ assessmentId }, jobRun(database.context()));
  await database.fall();
  const [issued] = await stored();
  expect(issued).toMatchObject({ number: ordered?.number, state: "ISSUED" });
  expect(sha256(await files.get(issued?.digest ?? ""))).toBe(issued?.digest);
  const journal = await database.asOwner<{ act: string; count: number }>("select act, count(*)::int as count from journal_entry where act like 'certificate.%' group by act order by act");
  expect(journal).toEqual([{ act: "certificate.issued", count: 1 }, { act: "certificate.ordered", count: 1 }]);
}, 120_000);

test("a batch that falls with the database falls whole and is judged again: each finding once, and the run that is done stands", async () => {
  const audits = new AuditService(new Map(Object.entries({ ...auditChecks, ...certificateChecks })), "Asia/Shanghai");
  const order = () => change(async (tx) => {
    const plan = await audits.planMake(tx, { title, ruleSetVersion: 1, calendar: "MONTHLY", dueDay: 1 });
    return plan.ok ? audits.runNow(tx, plan.value.id) : plan;
  });
  const finish = (runId: string) => runAuditProcessor(audits).run({ runId }, jobRun(database.context()));
  const findingsOf = async (runId: string) =>
    (await database.asOwner<{ key: string }>("select concat_ws('|', member_id, rule, subject, facts::text) as key from finding where run_id = $1 order by 1", [runId])).map(({ key }) => key);
  const [calm, fallen] = [await order(), await order()];
  await finish(calm.id);

  await change((tx) => audits.open(tx, fallen.id));
  await change((tx) => audits.judgeBatch(tx, fallen.id));
  const kept = await findingsOf(fallen.id);
  expect(await change((tx) => audits.judgeBatch(tx, fallen.id), false)).toEqual({ done: 2, all: 3 });
  await database.fall();
  expect(await database.asOwner("select batches_done as done from audit_run where id = $1", [fallen.id])).toEqual([{ done: 1 }]);
  expect(await findingsOf(fallen.id)).toEqual(kept);

  await finish(fallen.id);
  await database.fall();
  expect(await database.asOwner("select state from audit_run where id = $1", [fallen.id])).toEqual([{ state: "DONE" }]);
  const found = await findingsOf(fallen.id);
  expect(found.length).toBeGreaterThan(MEMBERS / 2);
  expect(found).toEqual(await findingsOf(calm.id));
}, 120_000);
