import { z } from "zod";
import type { Context } from "./context.ts";
import { defineEvent } from "./events.ts";
import type { FileStore } from "./files.ts";
import { announce } from "./outbox.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { forgetBytes, keepFile, type StoredFile } from "./stored-file.ts";

const ofFile = z.object({ fileId: z.string(), memberId: z.string(), digest: z.string() });

export const fileHandedIn = defineEvent({ name: "file.handed-in", payload: ofFile });
/** No record ever named it, and it waited too long. */
export const fileLetGo = defineEvent({ name: "file.let-go", payload: ofFile });

/** A file that no record named. */
export interface UnnamedFile {
  id: string;
  memberId: string;
  digest: string;
}

/** How many files of a member may wait to be named. */
const MOST_UNNAMED = 30;
/** How many are let go in one transaction. */
const AT_ONCE = 500;
/** How long a file may wait, in milliseconds. */
const WAITS = 24 * 3_600_000;

/** Files members hand in for one purpose, before the record is made that names them; what a record names stays. */
export class HandedInFiles {
  private readonly unnamed: string;

  /** `permission` opens them; `names` is SQL that answers the ids of all files a record names. */
  constructor(private readonly files: FileStore, readonly permission: string, names: string) {
    this.unnamed = `f.permission = '${permission}' and f.member_id is not null and f.id not in (${names})`;
  }

  /** Keeps a file of the member's own, already found to be harmless. */
  async keep(tx: Context, file: { name: string; mediaType: string; bytes: Buffer }): Promise<Outcome<StoredFile>> {
    const { memberId } = tx.actor;
    if (memberId === null) return refused("NOT_ALLOWED");
    await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [memberId]);
    const waiting = await tx.row<{ count: number }>(`select count(*)::int as count from stored_file f where f.member_id = $1 and ${this.unnamed}`, [memberId]);
    if ((waiting?.count ?? 0) >= MOST_UNNAMED) return refused("TOO_MANY_UNATTACHED");
    const kept = await keepFile(tx, this.files, { ...file, memberId, permission: this.permission });
    announce(tx, fileHandedIn, { fileId: kept.id, memberId, digest: kept.digest }, { record: kept.id, after: kept });
    return done(kept);
  }

  /** Forgets the records of files that waited for a day, some at a time; that they were there stays on record. */
  async clearUnattached(tx: Context): Promise<Outcome<UnnamedFile[]>> {
    const gone = await tx.rows<UnnamedFile>(
      `delete from stored_file where id in (
         select f.id from stored_file f where f.uploaded_at <= $1 and ${this.unnamed} order by f.uploaded_at limit ${AT_ONCE} for update skip locked)
       returning id, member_id as "memberId", digest`,
      [new Date(tx.now.getTime() - WAITS)],
    );
    for (const file of gone) announce(tx, fileLetGo, { fileId: file.id, memberId: file.memberId, digest: file.digest }, { record: file.id, before: file });
    return done(gone);
  }

  /** Forgets the bytes of a file that was let go, unless another file has the same. */
  async forget(tx: Context, { digest }: UnnamedFile): Promise<Outcome<null>> {
    await forgetBytes(tx, this.files, digest);
    return done(null);
  }
}
