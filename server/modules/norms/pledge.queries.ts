import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { selected } from "../../platform/reading.ts";
import type { PledgeSignature, PledgeVersion } from "./pledge.entity.ts";
import { type Clause, clauseOf } from "./pledge.rules.ts";

const versionColumns = `v.id, v.number, v.state, v.in_force_on as "inForceOn", v.sign_by as "signBy", v.digest, v.title, v.preamble, v.clauses,
  v.consent, v.text_digests as "textDigests"`;

/** The pledge that binds on a day; null before the first. */
export const pledgeInForce = (ctx: Context, day: string): Promise<PledgeVersion | null> =>
  ctx.row<PledgeVersion>(
    `select ${versionColumns} from pledge_version v where v.state = 'ADOPTED' and v.in_force_on <= $1::date
     order by v.in_force_on desc, v.number desc limit 1`,
    [day],
  );

/** The number of the pledge that binds on a day; null before the first. */
export const pledgeNumberByDay = defineLoader<string, number | null>(async (ctx, days) => {
  const rows = await ctx.rows<{ day: string; number: number }>(
    `select distinct on (d.day) d.day, v.number from unnest($1::text[]) as d (day)
     join pledge_version v on v.state = 'ADOPTED' and v.in_force_on <= d.day::date order by d.day, v.in_force_on desc, v.number desc`,
    [days],
  );
  return new Map(rows.map(({ day, number }) => [day, number]));
}, null);

export const pledgeVersionById = defineLoader<string, PledgeVersion | null>(async (ctx, ids) => {
  const rows = await ctx.rows<PledgeVersion>(`select ${versionColumns} from pledge_version v where v.id = any($1::text[])`, [ids]);
  return new Map(rows.map((version) => [version.id, version]));
}, null);

/** The version published last, in force or not: the one the next follows. Null before the first. */
export const pledgeLast = (ctx: Context): Promise<PledgeVersion | null> =>
  ctx.row<PledgeVersion>(`select ${versionColumns} from pledge_version v where v.state = 'ADOPTED' order by v.number desc limit 1`);

/** Every version published so far, in order, held against another publication until the transaction ends. */
export async function pledgeVersionsToFollow(tx: Context): Promise<PledgeVersion[]> {
  await tx.rows("select pg_advisory_xact_lock(hashtext('pledge_version'))");
  return tx.rows<PledgeVersion>(`select ${versionColumns} from pledge_version v order by v.number`);
}

/**
 * A clause of a version of the pledge by its code, such as `C3`; null when the version has no such clause, or there is no such version. What cites a
 * breach keeps both, version and code: a code keeps its meaning through all versions, but only the version has the words that were signed.
 */
export const pledgeClause = async (ctx: Context, versionId: string, code: string): Promise<Clause | null> =>
  clauseOf(await ctx.load(pledgeVersionById, versionId), code);

/** A signature's fields as columns of the table, which statements join as `s`. */
export const signatureFields = {
  id: "s.id", number: "s.number", memberId: "s.member_id", versionId: "s.version_id", versionNumber: "s.version_number", language: "s.language",
  textDigest: "s.text_digest", memberName: "s.member_name", creditCode: "s.credit_code", signatoryName: "s.signatory_name",
  signatoryTitle: "s.signatory_title", consentText: "s.consent_text", userId: "s.user_id", signedAt: "s.signed_at", address: "s.address", seal: "s.seal",
};
export const signatureColumns = selected(signatureFields);

export const signatureById = defineLoader<string, PledgeSignature | null>(async (ctx, ids) => {
  const rows = await ctx.rows<PledgeSignature>(`select ${signatureColumns} from pledge_signature s where s.id = any($1::text[])`, [ids]);
  return new Map(rows.map((signature) => [signature.id, signature]));
}, null);

/** The signature of a member to the newest version it signed; null when it signed none. */
export const signatureByMember = defineLoader<string, PledgeSignature | null>(async (ctx, memberIds) => {
  const rows = await ctx.rows<PledgeSignature>(
    `select distinct on (s.member_id) ${signatureColumns} from pledge_signature s where s.member_id = any($1::text[])
     order by s.member_id, s.version_number desc`,
    [memberIds],
  );
  return new Map(rows.map((signature) => [signature.memberId, signature]));
}, null);

/** The paper of a signature, with the file it is kept in. */
export interface ReceiptRow {
  signatureId: string;
  fileId: string;
  digest: string;
  drawnAt: Date;
}

/** Null while it is still being drawn. */
export const receiptBySignature = defineLoader<string, ReceiptRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<ReceiptRow>(
    `select r.signature_id as "signatureId", r.file_id as "fileId", f.digest, r.drawn_at as "drawnAt"
     from pledge_receipt r join stored_file f on f.id = r.file_id where r.signature_id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map((receipt) => [receipt.signatureId, receipt]));
}, null);

/** Signatures that have no receipt yet, oldest first. */
export const signaturesWithoutReceipt = async (ctx: Context, limit: number): Promise<string[]> =>
  (await ctx.rows<{ id: string }>(
    `select s.id from pledge_signature s where not exists (select from pledge_receipt r where r.signature_id = s.id) order by s.signed_at limit $1`,
    [limit],
  )).map(({ id }) => id);

export async function nextReceiptSerial(tx: Context): Promise<number> {
  const row = await tx.row<{ serial: number }>("select nextval('pledge_receipt_serial') as serial");
  if (!row) throw new Error("The sequence of receipt numbers is missing.");
  return row.serial;
}
