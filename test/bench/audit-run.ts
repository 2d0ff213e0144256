import { newId } from "../../server/kernel/ids.ts";
import { certificateChecks } from "../../server/modules/certificates/index.ts";
import { auditChecks } from "../../server/modules/supervision/index.ts";
import { runAuditProcessor } from "../../workers/supervision/run-audit.processor.ts";
import { jobRun } from "../support/job-run.ts";
import type { House } from "./house.ts";
import { perSecond, type Workload } from "./measure.ts";

const RULE_SET = 1;
const title = { "zh-Hant": "量測", "zh-Hans": "量测", en: "Measurement" };

/** An audit of all members as the worker does it, batch by batch, and the id of its run. */
export async function runAudit({ change, context, services: { audits } }: House, at: Date): Promise<string> {
  const { id } = await change(async (tx) => {
    const plan = await audits.planMake(tx, { title, ruleSetVersion: RULE_SET, calendar: "MONTHLY", dueDay: 1 });
    return plan.ok ? audits.runNow(tx, plan.value.id) : plan;
  }, at);
  await runAuditProcessor(audits).run({ runId: id }, jobRun(context(at)));
  return id;
}

/** Lets so many months pass, an audit with its grades in each, so that members have findings and grades to show. */
export async function auditMonths(house: House, months: number): Promise<void> {
  for (let month = 0; month < months; month += 1) {
    const at = new Date(Date.UTC(2026, 5 + month, 2));
    const runId = await runAudit(house, at);
    while ((await house.change((tx) => house.services.grades.gradeBatch(tx, runId), at)) > 0);
  }
  await house.owner.query("vacuum analyze");
}

interface Rule {
  code: string;
  severity: string;
  parameters: object;
}

/** The same rules over the same members by SQL alone, past service, batches, row-level security and journal. */
async function runBare({ owner, change, services: { audits } }: House, at: Date): Promise<string> {
  const plan = await change((tx) => audits.planMake(tx, { title, ruleSetVersion: RULE_SET, calendar: "MONTHLY", dueDay: 1 }), at);
  const runId = newId("aur", at);
  const client = await owner.connect();
  try {
    await client.query("begin; set local guildhall.scope = 'all'");
    await client.query(
      `insert into audit_run (id, plan_id, rule_set_version, occasion, as_of, state, ordered_at) values ($1, $2, $3, 'bare', $4, 'DONE', $4)`,
      [runId, plan.id, RULE_SET, at],
    );
    const { rows } = await client.query<{ rules: Rule[] }>("select definition->'rules' as rules from audit_rule_set where version = $1", [RULE_SET]);
    for (const rule of rows[0]?.rules ?? []) await client.query(...breachesOf(rule, runId, at));
    await client.query("commit");
  } finally {
    client.release();
  }
  return runId;
}

function breachesOf({ code, severity, parameters }: Rule, runId: string, at: Date): [string, unknown[]] {
  const check = { ...auditChecks, ...certificateChecks }[code];
  if (!check) throw new Error(`Rule ${code} has no check.`);
  const sql = check.sql.replace(/(?<!:):as_of\b/g, "$2::timestamptz").replace(/(?<!:):p\b/g, "$5::jsonb");
  const text = `
    with given as (select $2::timestamptz, $5::jsonb), batch as (select id as member_id from audited_member), judged as (${sql})
    insert into finding (id, run_id, member_id, rule, subject, severity, facts, rule_set_version, found_at)
    select 'fnd_' || upper(left(encode(sha256(convert_to(concat_ws('|', $1::text, member_id, $3::text, subject), 'UTF8')), 'hex'), 26)),
      $1, member_id, $3, subject, $4, facts, ${RULE_SET}, $2 from judged where breached`;
  return [text, [runId, at, code, severity, JSON.stringify(parameters)]];
}

/** Forgets a measured run, so that every turn finds the tables as the first did. */
async function forget({ owner }: House, runId: string): Promise<void> {
  await owner.query("begin; set local guildhall.scope = 'all'");
  await owner.query("delete from finding where run_id = $1", [runId]);
  await owner.query("commit");
  await owner.query("vacuum finding");
}

const findingsOf = async ({ owner }: House, runId: string): Promise<string[]> =>
  (await owner.query<{ finding: string }>(
    "select concat_ws('|', member_id, rule, subject, severity, facts::text) as finding from finding where run_id = $1 order by 1", [runId],
  )).rows.map(({ finding }) => finding);

/** An audit of all members, findings stored. */
export async function auditRun(house: House): Promise<Workload> {
  const at = new Date("2026-10-02T00:00:00Z");
  const [ours, bare] = [await runAudit(house, at), await runBare(house, at)];
  const [found, expected] = [await findingsOf(house, ours), await findingsOf(house, bare)];
  if (found.length === 0 || found.join("\n") !== expected.join("\n")) throw new Error(`The audit found ${found.length}, the bare SQL ${expected.length} or others.`);
  for (const runId of [ours, bare]) await forget(house, runId);

  const turnOf = (run: (house: House, at: Date) => Promise<string>) => async () => {
    let runId = "";
    const rate = await perSecond(house.members, async () => (runId = await run(house, at)));
    await forget(house, runId);
    return rate;
  };
  return {
    name: "audit-run", unit: "members/s", rounds: 5,
    limit: { name: "the same rules as bare SQL", turn: turnOf(runBare) },
    others: [{ name: "run-audit, in batches", turn: turnOf(runAudit) }],
  };
}
