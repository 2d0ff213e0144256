import type { Context } from "../../platform/context.ts";
import type { Permission } from "../identity/index.ts";

/** Opens the files that bear out an application. */
export const repairFilePermission: Permission = "repair:read";

/** SQL: the ids of all files that an application names; they stay for good. */
export const filesNamedByRepairs = "select unnest(file_ids) from repair_statement";

/** Whether all these files are the firm's own and were handed in for repairs; if so, they stay until the transaction ends. */
export async function areFilesOf(tx: Context, fileIds: readonly string[], memberId: string): Promise<boolean> {
  const rows = await tx.rows("select id from stored_file where id = any($1::text[]) and member_id = $2 and permission = $3 for key share", [fileIds, memberId, repairFilePermission]);
  return rows.length === new Set(fileIds).size;
}
