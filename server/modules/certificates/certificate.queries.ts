import type { Grade } from "../../kernel/grade.ts";
import type { Language, Localized } from "../../kernel/language.ts";
import type { Period } from "../../kernel/period.ts";
import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../platform/paging.ts";
import { selected } from "../../platform/reading.ts";
import type { Certificate, CertificateChange } from "./certificate.entity.ts";
import type { CertificateFacts } from "./certificate-facts.rules.ts";
import { type CertificateState, type CertificateStatus, statusOn } from "./certificate.rules.ts";

/** A confirmed assessment that earned a grade, with all a certificate says of it. */
export interface EarnedResult {
  memberId: string;
  name: Localized;
  creditCode: string;
  language: Language;
  period: Period;
  grade: Grade;
  score: string;
  schemeVersion: number;
  schemeTitle: Localized;
}

/** What an assessment earned, held so that one order at a time is made of it; null when it is not confirmed or was not rated. */
export const earnedResult = (tx: Context, assessmentId: string): Promise<EarnedResult | null> =>
  tx.row<EarnedResult>(
    `select m.id as "memberId", m.name, m.credit_code as "creditCode", m.language,
       jsonb_build_object('from', r.period_from::text, 'to', r.period_to::text) as period,
       a.grade, a.score->>'score' as score, a.scheme_version as "schemeVersion", s.definition->'title' as "schemeTitle"
     from assessment a
       join member m on m.id = a.member_id
       join assessment_round r on r.period = a.period
       join service_quality_scheme s on s.version = a.scheme_version
     where a.id = $1 and a.state = 'CONFIRMED' and a.grade is not null for no key update of a`,
    [assessmentId],
  );

/** The year's next serial; a rollback gives it back, so that numbers have no gaps. */
export async function nextSerial(tx: Context, year: number): Promise<number> {
  const row = await tx.row<{ last: number }>(
    `insert into certificate_counter as counter (year, last) values ($1, 1)
     on conflict (year) do update set last = counter.last + 1 returning last`,
    [year],
  );
  return row?.last ?? 1;
}

/** A certificate's fields as columns of the table, which statements join as `c`. */
export const certificateFields = {
  id: "c.id", number: "c.number", kind: "c.kind", memberId: "c.member_id", assessmentId: "c.assessment_id", state: "c.state", grade: "c.grade", facts: "c.facts",
  issuedOn: "c.issued_on", expiresOn: "c.expires_on", orderedAt: "c.ordered_at", issuedAt: "c.issued_at", fileId: "c.file_id", fileDigest: "c.file_digest",
};
const columns = selected(certificateFields);

/** The certificate an assessment has been given, issued or not. */
export const certificateOf = (tx: Context, assessmentId: string): Promise<Certificate | null> =>
  tx.row<Certificate>(`select ${columns} from certificate c where c.assessment_id = $1`, [assessmentId]);

/** A certificate, held so that it is sealed once. */
export const certificateToSeal = (tx: Context, id: string): Promise<Certificate | null> =>
  tx.row<Certificate>(`select ${columns} from certificate c where c.id = $1 for update`, [id]);

export const registerOrdered = (tx: Context, { id, number, kind, memberId, assessmentId, grade, facts, issuedOn, expiresOn, orderedAt }: Certificate) =>
  tx.rows(
    `insert into certificate (id, number, kind, member_id, assessment_id, state, grade, facts, issued_on, expires_on, ordered_at)
     values ($1, $2, $3, $4, $5, 'ORDERED', $6, $7, $8, $9, $10)`,
    [id, number, kind, memberId, assessmentId, grade, facts, issuedOn, expiresOn, orderedAt],
  );

export const registerIssued = (tx: Context, { id, issuedAt, fileId, fileDigest }: Certificate) =>
  tx.rows("update certificate set state = 'ISSUED', issued_at = $2, file_id = $3, file_digest = $4 where id = $1", [id, issuedAt, fileId, fileDigest]);

/** Confirmed assessments that earned a certificate and have none in the register after a while. */
export const unissued = (tx: Context): Promise<{ assessmentId: string }[]> =>
  tx.rows(
    `select a.id as "assessmentId" from assessment a
     where a.state = 'CONFIRMED' and a.grade is not null and a.confirmed_at < $1::timestamptz - interval '5 minutes'
       and not exists (select from certificate c where c.assessment_id = a.id and c.state <> 'ORDERED')
     order by a.confirmed_at limit 1000`,
    [tx.now],
  );

/** A certificate as anybody may know it, with its latest change of state; null when the register has no such number. */
export const registered = async (ctx: Context, number: string): Promise<Registered | null> => {
  const rows = await ctx.rowsForStrangers<Registered>(
    `select c.number, c.state, c.facts, c.expires_on as "expiresOn", change.at as "changedAt", change.reason as "changeReason",
       (select f.number from public_firm f where f.id = c.member_id) as "firmNumber"
     from certificate c
       left join lateral (select at, reason from certificate_change where certificate_id = c.id order by place desc limit 1) change on true
     where c.number = $1`,
    [number],
  );
  return rows[0] ?? null;
};

interface Registered {
  number: string;
  state: CertificateState;
  facts: CertificateFacts;
  expiresOn: string;
  changedAt: Date | null;
  changeReason: string | null;
  firmNumber: number | null;
}

const certificatesWhere = (column: string) =>
  defineLoader<string, Certificate | null>(async (ctx, keys) => {
    const rows = await ctx.rows<Certificate>(`select ${columns} from certificate c where c.${column} = any($1::text[])`, [keys]);
    return new Map(rows.map((row) => [column === "id" ? row.id : row.assessmentId, row]));
  }, null);

export const certificateById = certificatesWhere("id");
export const certificateByAssessment = certificatesWhere("assessment_id");

/** Each member's certificates, newest first. */
export const certificatesByMember = defineLoader<string, Certificate[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<Certificate>(
    `select ${columns} from certificate c where c.member_id = any($1::text[]) order by c.ordered_at desc, c.id desc`,
    [memberIds],
  );
  return groupBy(rows, (row) => row.memberId);
}, []);

/** How many of a firm's certificates the public file names. */
export const publicCertificatesShown = 50;

/** A certificate as the register tells everybody of it. */
export interface PublicCertificate {
  number: string;
  status: CertificateStatus;
  issuedOn: string;
  expiresOn: string;
}

/** A firm's certificates as every stranger reads them on a day, newest first. */
export async function publicCertificates(ctx: Context, memberId: string, day: string): Promise<PublicCertificate[]> {
  const rows = await ctx.rowsForStrangers<Omit<PublicCertificate, "status"> & { state: CertificateState }>(
    `select number, state, issued_on as "issuedOn", expires_on as "expiresOn" from certificate where member_id = $1 and state <> 'ORDERED'
     order by issued_on desc, id desc limit ${publicCertificatesShown}`,
    [memberId],
  );
  return rows.flatMap(({ state, ...certificate }) => {
    const status = statusOn({ state, expiresOn: certificate.expiresOn }, day);
    return status === null ? [] : [{ ...certificate, status }];
  });
}

export const changesByCertificate = defineLoader<string, CertificateChange[]>(async (ctx, ids) => {
  const rows = await ctx.rows<CertificateChange>(
    `select id, certificate_id as "certificateId", state, reason, changed_by as "changedBy", at
     from certificate_change where certificate_id = any($1::text[]) order by place desc`,
    [ids],
  );
  return groupBy(rows, (row) => row.certificateId);
}, []);

export interface CertificateFilter {
  memberId?: string | null;
  state?: CertificateState | null;
}

/** The register, newest first. `memberId` narrows to a member; members see only their own here whatever they ask. */
export async function certificates(ctx: Context, page: PageRequest, filter: CertificateFilter): Promise<Page<Certificate>> {
  const own = ctx.actor.scope === "all" ? null : ctx.actor.memberId;
  const asked: Condition[] = [["c.member_id = ?", own], ["c.member_id = ?", filter.memberId], ["c.state = ?", filter.state]];
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const { where, values } = narrowed([...asked, ["(c.ordered_at, c.id) < (?::timestamptz, ?::text)", at, id]]);
  const rows = await ctx.rows<Certificate>(
    `select ${columns} from certificate c where ${where} order by c.ordered_at desc, c.id desc limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(asked);
  const total = async () => (await ctx.row<{ count: number }>(`select count(*) as count from certificate c where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.orderedAt.toISOString(), row.id), total);
}
