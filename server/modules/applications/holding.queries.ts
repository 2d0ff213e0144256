import type { Context } from "../../platform/context.ts";

/** Holds a credit code until the transaction ends: whoever hands in under the same one waits. */
export const holdCode = (tx: Context, code: string): Promise<unknown> => tx.rows("select pg_advisory_xact_lock(hashtextextended('application ' || $1, 0))", [code]);

/** Whether another application under a code is in hand. */
export const isCodeInHand = async (tx: Context, code: string, exceptId: string): Promise<boolean> =>
  (await tx.row(
    "select 1 as found where exists (select from application where credit_code = $1 and id <> $2 and state in ('SUBMITTED', 'RETURNED'))", [code, exceptId],
  )) !== null;

/** Drafts begun since an instant, from one network and in all; whoever begins another waits until the transaction ends. */
export async function draftsBegun(tx: Context, network: string, since: Date): Promise<{ there: number; everywhere: number }> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended('application begin', 0))");
  const counts = await tx.row<{ there: number; everywhere: number }>(
    "select count(*) filter (where network_digest = $1)::int as there, count(*)::int as everywhere from application_attempt where at > $2", [network, since],
  );
  return counts ?? { there: 0, everywhere: 0 };
}

export const noteDraft = (tx: Context, network: string): Promise<unknown> =>
  tx.rows("insert into application_attempt (network_digest, at) values ($1, $2)", [network, tx.now]);

/** The files of one application and their bytes, taken off or not; and the bytes of all drafts that were never handed in. */
export async function roomTaken(tx: Context, applicationId: string): Promise<{ files: number; bytes: number; draftBytes: number }> {
  const taken = await tx.row<{ files: number; bytes: string; draftBytes: string }>(
    `select count(*) filter (where a.id = $1)::int as files, coalesce(sum(f.size) filter (where a.id = $1), 0)::text as bytes,
       coalesce(sum(f.size) filter (where a.submitted_at is null), 0)::text as "draftBytes"
     from application_evidence e join application a on a.id = e.application_id join stored_file f on f.id = e.file_id where a.id = $1 or a.submitted_at is null`,
    [applicationId],
  );
  return { files: taken?.files ?? 0, bytes: Number(taken?.bytes ?? 0), draftBytes: Number(taken?.draftBytes ?? 0) };
}

/** Forgets a file's record. */
export const dropFile = async (tx: Context, fileId: string): Promise<void> => {
  await tx.rows("delete from application_evidence where file_id = $1", [fileId]);
  await tx.rows("delete from stored_file where id = $1", [fileId]);
};

/** The application by which a member was admitted last; null for one that was entered without. */
export const latestOfMember = async (tx: Context, memberId: string): Promise<string | null> =>
  (await tx.row<{ id: string }>("select id from application where member_id = $1 order by submitted_at desc, id desc limit 1", [memberId]))?.id ?? null;
