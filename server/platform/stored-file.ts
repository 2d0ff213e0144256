import { sha256 } from "../kernel/digest.ts";
import { newId } from "../kernel/ids.ts";
import type { Context } from "./context.ts";
import type { FileStore } from "./files.ts";

/** What the database knows of a file; its bytes lie in the store under its digest. */
export interface StoredFile {
  id: string;
  /** The member it belongs to; null: the association's own. */
  memberId: string | null;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
}

interface NewFile extends Pick<StoredFile, "memberId" | "name" | "mediaType"> {
  bytes: Buffer;
  /** Who holds it is given the file, within their scope: the permission to read the record it belongs to. */
  permission: string;
}

/** Keeps a file: its bytes while its record is written, and both before the commit, so that no record ever names bytes that are missing. */
export async function keepFile(tx: Context, files: FileStore, file: NewFile): Promise<StoredFile> {
  await tx.rows("select pg_advisory_xact_lock_shared(hashtextextended($1, 0))", [sha256(file.bytes)]);
  const [registered] = await Promise.all([registerFile(tx, file), files.put(file.bytes)]);
  return registered;
}

/** The record of a file alone, for bytes nobody had before; they must be kept before the commit. */
export async function registerFile(tx: Context, { bytes, memberId, permission, name, mediaType }: NewFile): Promise<StoredFile> {
  const file = { id: newId("fil", tx.now), memberId, name, mediaType, size: bytes.length, digest: sha256(bytes) };
  await tx.rows(
    `insert into stored_file (id, member_id, name, media_type, size, digest, uploaded_by, uploaded_at, permission) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [file.id, memberId, name, mediaType, file.size, file.digest, tx.actor.userId, tx.now, permission],
  );
  return file;
}

/** Forgets bytes that no record names any more. Whoever is keeping the same bytes now is waited for, and whoever comes to keep them waits. */
export async function forgetBytes(tx: Context, files: FileStore, digest: string): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [digest]);
  const named = await tx.row("select 1 as found from stored_file where digest = $1 limit 1", [digest]);
  if (named === null) await files.remove(digest);
}

/** A file within the actor's scope and permissions; null when there is none, or none for this actor. */
export const storedFile = (ctx: Context, id: string): Promise<StoredFile | null> =>
  ctx.row<StoredFile>(
    `select id, member_id as "memberId", name, media_type as "mediaType", size, digest from stored_file where id = $1 and permission = any($2::text[])`,
    [id, [...ctx.actor.permissions]],
  );
