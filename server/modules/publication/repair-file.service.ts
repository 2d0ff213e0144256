import type { Context } from "../../platform/context.ts";
import type { FileStore } from "../../platform/files.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { forgetBytes, keepFile, type StoredFile } from "../../platform/stored-file.ts";
import type { Permission } from "../identity/index.ts";
import { repairFileCleared, repairFileKept } from "./publication.events.ts";
import { type ClearedFile, clearUnnamed, unnamedBy } from "./repair-file.queries.ts";

/** Opens the files of an application. */
export const repairFilePermission: Permission = "repair:read";

const mostUnnamed = 30;
const mostCleared = 500;
/** How long a file may wait to be named, in milliseconds. */
const waits = 24 * 3_600_000;

/** Documents that bear out an application for repair. What an application names stays for good. */
export class RepairFileService {
  constructor(private readonly files: FileStore) {}

  /** Keeps a file of the firm's own, already found to be harmless. */
  async keep(tx: Context, file: { name: string; mediaType: string; bytes: Buffer }): Promise<Outcome<StoredFile>> {
    const { memberId } = tx.actor;
    if (memberId === null) return refused("NOT_ALLOWED");
    if ((await unnamedBy(tx, memberId, repairFilePermission)) >= mostUnnamed) return refused("TOO_MANY_UNATTACHED");
    const kept = await keepFile(tx, this.files, { ...file, memberId, permission: repairFilePermission });
    announce(tx, repairFileKept, { fileId: kept.id, memberId, digest: kept.digest }, { record: kept.id, after: kept });
    return done(kept);
  }

  /** Forgets files that were handed in a day ago and that no application names, some at a time; that they were there stays on record. */
  async clearUnattached(tx: Context): Promise<Outcome<ClearedFile[]>> {
    const cleared = await clearUnnamed(tx, new Date(tx.now.getTime() - waits), repairFilePermission, mostCleared);
    for (const file of cleared) announce(tx, repairFileCleared, { fileId: file.id, memberId: file.memberId, digest: file.digest }, { record: file.id, before: file });
    return done(cleared);
  }

  /** Forgets the bytes of a file that was cleared away, unless another file has the same. */
  async forget(tx: Context, { digest }: ClearedFile): Promise<Outcome<null>> {
    await forgetBytes(tx, this.files, digest);
    return done(null);
  }
}
