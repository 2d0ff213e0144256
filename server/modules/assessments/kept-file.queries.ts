import type { Context } from "../../platform/context.ts";
import type { Kept } from "./evidence.rules.ts";

/** A file that was cleared away. */
export interface ClearedFile {
  id: string;
  memberId: string;
  digest: string;
}

const neverAttached = "not exists (select from evidence e where e.file_id = f.id)";

/** What a member keeps; held until the transaction ends, so that files that come at once are counted one after the other. */
export async function keptBy(tx: Context, memberId: string, permission: string): Promise<Kept> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [memberId]);
  const kept = await tx.row<{ unattached: number; bytes: string }>(
    `select count(*) filter (where ${neverAttached})::int as unattached, coalesce(sum(f.size), 0)::text as bytes
     from stored_file f where f.member_id = $1 and f.permission = $2`,
    [memberId, permission],
  );
  return { unattached: kept?.unattached ?? 0, bytes: Number(kept?.bytes ?? 0) };
}

/** Forgets members' files that came before an instant and were never attached; one that is being attached now is passed over. */
export const clearNeverAttached = (tx: Context, before: Date, permission: string, most: number): Promise<ClearedFile[]> =>
  tx.rows(
    `delete from stored_file where id in (
       select f.id from stored_file f where f.member_id is not null and f.permission = $1 and f.uploaded_at <= $2 and ${neverAttached}
       order by f.uploaded_at limit $3 for update skip locked)
     returning id, member_id as "memberId", digest`,
    [permission, before, most],
  );
