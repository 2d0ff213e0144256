import type pg from "pg";
import { certificateNumber } from "../../server/kernel/certificate-number.ts";
import { sha256 } from "../../server/kernel/digest.ts";
import type { Localized } from "../../server/kernel/language.ts";
import type { CertificateFacts } from "../../server/modules/certificates/index.ts";
import { insertRows } from "./rows.ts";

/** The years before the one `seedVolume` tells of, newest first. */
const pastYears = [2024, 2023, 2022];

/** Gives the first so many members the files of a firm that has long belonged: an assessment a year, and the certificate each earned. */
export async function writeHistory(client: pg.Client, members: number): Promise<void> {
  for (const year of pastYears) await assessAsIn2025(client, year, members);
  await certify(client, members);
}

/** What was confirmed for 2025 stands for this year too, so many years earlier. */
async function assessAsIn2025(client: pg.Client, year: number, members: number): Promise<void> {
  await client.query(
    `insert into assessment_round (period, period_from, period_to, scheme_version, opens_on, due_on)
     select $1::text, make_date($2, 1, 1), make_date($2, 12, 31), scheme_version, make_date($2 + 1, 1, 5), make_date($2 + 1, 3, 31)
     from assessment_round where period = '2025' on conflict do nothing`,
    [String(year), year],
  );
  await client.query(
    `insert into assessment (id, member_id, period, scheme_version, state, answers, begun_at, saved_at, submitted_at, receipt_number, confirmed_at, score, score_value, grade)
     select 'asm_' || $1 || right(id, 22), member_id, $1, scheme_version, state, answers, begun_at - span, saved_at - span, submitted_at - span,
       receipt_number || '-' || $1, confirmed_at - span, score, score_value, grade
     from (select * from assessment where period = '2025' order by member_id limit $3) a, make_interval(years => 2025 - $2) as span
     on conflict do nothing`,
    [String(year), year, members],
  );
  await handIn(client, String(year));
}

/** Registers the one handing-in of every assessment of a period. */
export const handIn = (client: pg.Client, period: string) =>
  client.query(
    `insert into assessment_submission (receipt_number, assessment_id, member_id, answers_digest, declarant_name, submitted_at)
     select receipt_number, id, member_id, encode(sha256(convert_to(answers::text, 'UTF8')), 'hex'), '王小明', submitted_at from assessment where period = $1
     on conflict do nothing`,
    [period],
  );

interface Earned {
  assessmentId: string;
  memberId: string;
  name: Localized;
  creditCode: string;
  period: { from: string; to: string };
  grade: CertificateFacts["grade"];
  score: string;
  scheme: { name: Localized; version: number };
  association: { name: Localized };
  prefix: string;
  issuedYear: number;
  serial: number;
}

/** Registers the certificates of those years; their papers are not drawn, which takes longer than anybody measures. */
async function certify(client: pg.Client, members: number): Promise<void> {
  const { rows } = await client.query<Earned>(
    `select a.id as "assessmentId", m.id as "memberId", m.name, m.credit_code as "creditCode",
       jsonb_build_object('from', r.period_from::text, 'to', r.period_to::text) as period, a.grade, a.score_value::text as score,
       jsonb_build_object('name', s.definition->'title', 'version', s.version) as scheme, jsonb_build_object('name', h.name) as association,
       h.number_prefix as prefix, extract(year from r.due_on)::int as "issuedYear",
       row_number() over (partition by r.period order by m.id)::int as serial
     from (select * from member order by id limit $1) m
       join assessment a on a.member_id = m.id and a.state = 'CONFIRMED' and a.grade is not null
       join assessment_round r on r.period = a.period
       join service_quality_scheme s on s.version = a.scheme_version
       cross join association h
     order by a.id`,
    [members],
  );
  const certificates = rows.map(certificateRow);
  await insertRows(client, "stored_file", certificates.map(fileRow), "id text, member_id text, name text, media_type text, size int, digest text, uploaded_at timestamptz");
  await insertRows(
    client, "certificate", certificates,
    `id text, number text, kind text, member_id text, assessment_id text, state text, grade text, facts jsonb, issued_on date, expires_on date,
     ordered_at timestamptz, issued_at timestamptz, file_id text, file_digest text`,
  );
  await client.query(
    `insert into certificate_counter (year, last) select extract(year from issued_on), count(*) from certificate group by 1
     on conflict (year) do update set last = excluded.last`,
  );
}

function certificateRow({ assessmentId, memberId, creditCode, issuedYear, ...earned }: Earned) {
  const number = certificateNumber({ prefix: earned.prefix, year: issuedYear, serial: earned.serial });
  const [issued_on, expires_on] = [`${issuedYear}-05-02`, `${issuedYear + 1}-05-01`];
  const facts: CertificateFacts = {
    format: "guildhall.certificate.v1", kind: "SERVICE_QUALITY", number, language: "zh-Hant", association: earned.association,
    holder: { name: earned.name["zh-Hant"], otherName: earned.name.en, creditCode },
    scope: { "zh-Hant": "批發服務質量", "zh-Hans": "批发服务质量", en: "Service quality in wholesale" },
    period: earned.period, grade: earned.grade, score: earned.score, scheme: earned.scheme, issuedOn: issued_on, expiresOn: expires_on,
    verifyUrl: `https://guild.example/verify/${number}`,
  };
  const tail = assessmentId.slice(4);
  return {
    id: `crt_${tail}`, number, kind: facts.kind, member_id: memberId, assessment_id: assessmentId, state: "ISSUED", grade: facts.grade, facts, issued_on, expires_on,
    ordered_at: `${issued_on}T02:00:00Z`, issued_at: `${issued_on}T02:00:05Z`, file_id: `fil_${tail}`, file_digest: sha256(number),
  };
}

const fileRow = ({ file_id, member_id, number, file_digest, issued_at }: ReturnType<typeof certificateRow>) => ({
  id: file_id, member_id, name: `${number}.pdf`, media_type: "application/pdf", size: 48_000, digest: file_digest, uploaded_at: issued_at,
});
