import type { Context } from "../../platform/context.ts";

/** A file that was cleared away. */
export interface ClearedFile {
  id: string;
  memberId: string;
  digest: string;
}

const named = "exists (select from repair_statement s where f.id = any(s.file_ids))";

/** How many files a firm handed in that no application names yet; held until the transaction ends, so that files that come at once are counted one after the other. */
export async function unnamedBy(tx: Context, memberId: string, permission: string): Promise<number> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 1))", [memberId]);
  const row = await tx.row<{ count: number }>(`select count(*)::int as count from stored_file f where f.member_id = $1 and f.permission = $2 and not ${named}`, [memberId, permission]);
  return row?.count ?? 0;
}

/** Whether all these files are the firm's own and were handed in for repairs; if so, they stay until the transaction ends. */
export async function areFilesOf(tx: Context, fileIds: readonly string[], memberId: string, permission: string): Promise<boolean> {
  const rows = await tx.rows("select id from stored_file where id = any($1::text[]) and member_id = $2 and permission = $3 for key share", [fileIds, memberId, permission]);
  return rows.length === new Set(fileIds).size;
}

/** Forgets files that came before an instant and that no application names; one that is being named now is passed over. */
export const clearUnnamed = (tx: Context, before: Date, permission: string, most: number): Promise<ClearedFile[]> =>
  tx.rows(
    `delete from stored_file where id in (
       select f.id from stored_file f where f.permission = $1 and f.uploaded_at <= $2 and not ${named}
       order by f.uploaded_at limit $3 for update skip locked)
     returning id, member_id as "memberId", digest`,
    [permission, before, most],
  );
