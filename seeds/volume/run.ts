import { readFileSync } from "node:fs";
import pg from "pg";
import { digestOf } from "../../server/kernel/digest.ts";
import { type Answers, scoreAssessment, type Scheme, type ScoreTree } from "../../server/modules/assessments/index.ts";
import { seedReference } from "../reference.ts";
import { variantsOf, type Variant } from "./answers.ts";
import { handIn, writeHistory } from "./history.ts";
import { memberRows } from "./members.ts";
import { insertRows } from "./rows.ts";

export interface VolumeOptions {
  /** The database, as its owner. */
  url: string;
  members: number;
  /** How many of them have the assessments and certificates of earlier years too; none unless said. */
  withHistory?: number;
  tell?: (line: string) => void;
}

const period = { code: "2025", from: "2025-01-01", to: "2025-12-31", opensOn: "2026-01-05", dueOn: "2026-03-31" };
const VARIANTS = 64;

/**
 * Fills a database with members, signed pledges and assessments for measurement: the same rows for the same count.
 * Every seventh member has not signed, every tenth has nothing confirmed. Written as sets, past the services.
 */
export async function seedVolume({ url, members, withHistory = 0, tell = () => undefined }: VolumeOptions): Promise<void> {
  await seedReference(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('guildhall.scope', 'all', true)");
    await insertRows(client, "member", memberRows(members), "id text, credit_code text, name jsonb, region text, size_class text, product_lines text[], admitted_on date, language text");
    await stand(client);
    tell(`volume: ${members} members`);
    await signPledges(client, members);
    await assess(client, members);
    if (withHistory > 0) await writeHistory(client, withHistory);
    await client.query("commit");
    await client.query("analyze");
    tell("volume: pledges and assessments");
  } finally {
    await client.end();
  }
}

/** Each in the membership year it is in today. */
async function stand(client: pg.Client): Promise<void> {
  await client.query(
    `with entered as (
       insert into standing_fact (id, member_id, kind, day, through, grace_through, recorded_at)
       select 'stf_' || right(m.id, 26), m.id, 'ADMITTED', m.admitted_on, year.next - 1, year.next + 59, m.admitted_on
       from member m cross join lateral (select (m.admitted_on + make_interval(years => extract(year from age(current_date, m.admitted_on))::int + 1))::date as next) year
       on conflict do nothing returning member_id, day, through, grace_through)
     insert into standing_span (member_id, from_day, to_day, status)
     select member_id, from_day, to_day, status from entered
       cross join lateral (values ('ACTIVE', day, through), ('GRACE', through + 1, grace_through), ('LAPSED', grace_through + 1, null)) as span (status, from_day, to_day)`,
  );
}

async function signPledges(client: pg.Client, members: number): Promise<void> {
  await client.query(
    `insert into pledge_signature (id, number, member_id, version_id, version_number, language, text_digest, member_name, credit_code,
       signatory_name, signatory_title, consent_text, user_id, signed_at, seal)
     select 'psg_' || right(m.id, 26), 'V' || m.number, m.id, p.id, p.number, 'zh-Hant', p.text_digests->>'zh-Hant', m.name->>'zh-Hant', m.credit_code,
       '王小明', '經理', p.consent->>'zh-Hant', 'usr_volume', p.in_force_on + interval '10 days', encode(sha256(m.id::bytea), 'hex')
     from (select * from member order by id limit $1) m
       cross join (select * from pledge_version where state = 'ADOPTED' order by number desc limit 1) p
     where m.number % 7 <> 0 on conflict do nothing`,
    [members],
  );
}

async function assess(client: pg.Client, members: number): Promise<void> {
  const scheme = (await client.query<{ definition: Scheme }>("select definition from service_quality_scheme order by version desc limit 1")).rows[0]?.definition;
  if (!scheme) throw new Error("No scheme stands in the reference data.");
  await client.query(
    `insert into assessment_round (period, period_from, period_to, scheme_version, opens_on, due_on) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [period.code, period.from, period.to, scheme.version, period.opensOn, period.dueOn],
  );
  const variants = variantsOf(exampleAnswers(), VARIANTS).map((answers) => judged(scheme, answers));
  await client.query(
    `with variant as (
       select number, answers, score, value, grade
       from jsonb_to_recordset($1::jsonb) as v (number int, answers jsonb, score jsonb, value numeric, grade text))
     insert into assessment (id, member_id, period, scheme_version, state, answers, begun_at, saved_at, submitted_at, receipt_number, confirmed_at, score, score_value, grade)
     select 'asm_' || right(m.id, 26), m.id, $2, $3, case when m.number % 10 = 0 then 'SUBMITTED' else 'CONFIRMED' end, v.answers,
       $4::date, $4::date, $5::date - (m.number % 20) + 5, 'V-' || m.number, case when m.number % 10 <> 0 then $5::date + 20 end,
       case when m.number % 10 <> 0 then v.score end, case when m.number % 10 <> 0 then v.value end, case when m.number % 10 <> 0 then v.grade end
     from (select * from member order by id limit $6) m join variant v on v.number = m.number % $7
     on conflict do nothing`,
    [JSON.stringify(variants.map((variant, number) => ({ number, ...variant }))), period.code, scheme.version, period.opensOn, period.dueOn, members, VARIANTS],
  );
  await handIn(client, period.code);
}

const exampleAnswers = () => (JSON.parse(readFileSync(new URL("../reference/examples/answers.json", import.meta.url), "utf8")) as { answers: Answers }).answers;

function judged(scheme: Scheme, answers: Variant): { answers: Answers; score: ScoreTree; value: string | null; grade: string | null; digest: string } {
  const score = scoreAssessment(scheme, answers, period);
  return { answers, score, value: score.score, grade: score.grade, digest: digestOf(answers) };
}
