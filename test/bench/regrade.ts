import { newId } from "../../server/kernel/ids.ts";
import { fillFiles } from "./credit-volume.ts";
import type { House } from "./house.ts";
import { perSecond, type Workload } from "./measure.ts";

const AS_OF = new Date("2026-11-20T00:00:00Z");
const title = { "zh-Hant": "量測", "zh-Hans": "量测", en: "Measurement" };
const ENTRIES = 100;

/** An audit of everybody that is done and found nothing, ready to be graded by the ledger. */
async function auditDone({ owner, change, services: { audits }, members }: House): Promise<string> {
  const plan = await change((tx) => audits.planMake(tx, { title, ruleSetVersion: 1, calendar: "YEARLY", dueDay: 1 }), AS_OF);
  const runId = newId("aur", AS_OF);
  await asAll(owner, [
    [`insert into audit_run (id, plan_id, rule_set_version, occasion, as_of, state, population, batches, batches_done, ordered_at, finished_at)
      values ($1, $2, 1, 'regrade', $3, 'DONE', $4, 1, 1, $3, $3)`, [runId, plan.id, AS_OF, members]],
    [`insert into audit_batch (run_id, number, first_member, last_member, members, done_at, examined)
      select $1, 0, min(id), max(id), count(*), $2, count(*) from audited_member`, [runId, AS_OF]],
  ]);
  return runId;
}

type Statement = readonly [text: string, values: unknown[]];

/** One transaction of the owner, past row-level security and, to forget what was measured, past the guard of the ledger. */
async function asAll(owner: House["owner"], statements: readonly Statement[], unguarded = false): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query(`begin; set local guildhall.scope = 'all'${unguarded ? "; set local session_replication_role = replica" : ""}`);
    for (const [text, values] of statements) await client.query(text, values);
    await client.query("commit");
  } finally {
    client.release();
  }
}

/** As the worker does it: batch by batch, entries and grades. */
async function regraded({ change, services: { grades } }: House, runId: string): Promise<void> {
  while ((await change((tx) => grades.gradeBatch(tx, runId), AS_OF)) > 0);
}

/** The same entries read and the same grades stored by one statement: what is known already is not reckoned. */
const bare = `
  with read as (
    select member_id, count(*) as entries, sum(length(id) + length(kind) + length(coalesce(matter, '')) + coalesce(value, 0)) as weight, max(occurred_at) as latest
    from credit_entry where place <= $2 group by member_id)
  insert into compliance_grade (id, member_id, run_id, scheme_version, state, score, grade, areas, facts, limits, at)
  select k.id, k.member_id, $1, k.scheme_version, k.state, k.score, k.grade, k.areas, k.facts, k.limits, k.at
  from bench_grade k join read r on r.member_id = k.member_id and r.entries > 0`;

async function forget({ owner }: House, runId: string): Promise<void> {
  await asAll(owner, [
    ["delete from compliance_grade where run_id = $1", [runId]], ["delete from grading where run_id = $1", [runId]],
    ["delete from credit_entry where source = 'AUDIT' and split_part(source_record, '.', 1) = $1", [runId]],
  ], true);
  await owner.query("vacuum compliance_grade");
}

const gradesOf = async ({ owner }: House, runId: string): Promise<string> =>
  (await owner.query<{ digest: string }>(
    `select md5(string_agg(concat_ws('|', member_id, scheme_version, state, score, grade, areas::text, limits::text), ',' order by member_id)) as digest from compliance_grade where run_id = $1`, [runId],
  )).rows[0]?.digest ?? "";

/** All members graded anew from the whole ledger. */
export async function regrade(house: House): Promise<Workload> {
  const { owner, members } = house;
  await fillFiles(house, { members, each: ENTRIES, until: AS_OF });
  const runId = await auditDone(house);
  await regraded(house, runId);
  await owner.query(`create table bench_grade as select * from compliance_grade where run_id = '${runId}'`);
  const { rows } = await owner.query<{ place: string }>("select max(place)::text as place from credit_entry");
  const statement: Statement = [bare, [runId, rows[0]?.place]];
  const ours = await gradesOf(house, runId);
  await forget(house, runId);
  await asAll(owner, [statement]);
  if (ours === "" || ours !== (await gradesOf(house, runId))) throw new Error("The bare statement stores other grades.");
  await forget(house, runId);

  const turnOf = (work: () => Promise<void>) => async () => {
    const rate = await perSecond(members, work);
    await forget(house, runId);
    return rate;
  };
  return {
    name: "regrade", unit: "members/s", rounds: 3,
    limit: { name: "entries read and grades stored by one statement", turn: turnOf(() => asAll(owner, [statement])) },
    others: [{ name: "grade-members, in batches", turn: turnOf(() => regraded(house, runId)) }],
  };
}
