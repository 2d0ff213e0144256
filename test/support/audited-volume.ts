import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedVolume } from "../../seeds/volume/run.ts";
import { certificateChecks } from "../../server/modules/certificates/index.ts";
import { auditChecks, AuditService } from "../../server/modules/supervision/index.ts";
import { system } from "../../server/platform/actor.ts";
import { Context } from "../../server/platform/context.ts";
import { testDatabase } from "./database.ts";

const at = new Date("2026-11-02T03:00:00Z");
const title = { "zh-Hant": "月檢", "zh-Hans": "月检", en: "Monthly" };

/** Members by the thousand to be audited by real workers, with eyes on what the audits found. */
export async function auditedVolume(members: number) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "guildhall-audited-"));
  await seedVolume({ url: database.url, members });
  // The members of volume have no papers; without this the sweeps would order twenty thousand of them drawn beside the audit.
  await database.asOwner(
    `insert into job_record (key, queue, name, payload, state, ordered_at, touched_at)
     select name || '.' || period, 'sweeps', name, '{}', 'DONE', now(), now()
     from unnest(array['sweep-certificates', 'sweep-pledge-receipts', 'start-due-audits']) as name,
       (select to_char(now() at time zone 'Asia/Shanghai' + make_interval(hours => hour), 'YYYY-MM-DD"T"HH24') as period from generate_series(0, 2) as hour) as hours`,
  );
  // Nor is there a day's round through them all, which would take longer than the audit.
  await database.asOwner(
    `insert into job_record (key, queue, name, payload, state, ordered_at, touched_at)
     select name || '.' || day, queue, name, '{}', 'DONE', now(), now()
     from (values ('chase-pledges', 'pledges'), ('sweep-credit', 'sweeps')) as daily (name, queue),
       (select to_char(now() at time zone 'Asia/Shanghai' + make_interval(days => days), 'YYYY-MM-DD') as day from generate_series(0, 1) as days) as days`,
  );
  const audits = new AuditService(new Map(Object.entries({ ...auditChecks, ...certificateChecks })), "Asia/Shanghai");
  const asked = <Row>(sql: string, runId: string) => database.asOwner<Row>(sql, [runId]);

  return {
    database,
    dataDir,
    orderRun: async (): Promise<string> => {
      const outcome = await new Context({ source: database.source, actor: system, requestId: "test", now: at }).inTransaction(async (tx) => {
        const plan = await audits.planMake(tx, { title, ruleSetVersion: 1, calendar: "MONTHLY", dueDay: 1 });
        return plan.ok ? audits.runNow(tx, plan.value.id) : plan;
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      return outcome.value.id;
    },
    batchesDone: async (runId: string) => (await asked<{ done: number }>("select batches_done as done from audit_run where id = $1", runId))[0]?.done ?? 0,
    stateOf: async (runId: string) => (await asked<{ state: string }>("select state from audit_run where id = $1", runId))[0]?.state,
    findingsOf: async (runId: string) =>
      (await asked<{ key: string }>("select member_id || '|' || rule || '|' || subject || '|' || facts::text as key from finding where run_id = $1 order by 1", runId)).map(({ key }) => key),
    gradedIn: async (runId: string) => (await asked<{ members: number }>("select count(*)::int as members from compliance_grade where run_id = $1", runId))[0]?.members,
    isGraded: async (runId: string) => (await asked("select 1 from grading where run_id = $1", runId)).length === 1,
    /** Nothing is ordered or in hand. */
    isIdle: async () => (await database.asOwner("select 1 from job_record where state in ('ORDERED', 'ACTIVE') limit 1")).length === 0,
    close: async () => {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
