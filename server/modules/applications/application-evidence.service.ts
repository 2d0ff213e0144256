import type { Context } from "../../platform/context.ts";
import type { FileStore } from "../../platform/files.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { forgetBytes, keepFile, type StoredFile } from "../../platform/stored-file.ts";
import { type Permission, tokenDigest } from "../identity/index.ts";
import { type Application, ApplicationEvidence, ApplicationEvidenceKind } from "./application.entity.ts";
import { applicationByToken, evidenceByApplication } from "./application.queries.ts";
import { type ApplicationTerms, applicationTerms } from "./application-terms.queries.ts";
import type { ApplyingService } from "./applying.service.ts";
import { dropFile, roomTaken } from "./holding.queries.ts";

/** Opens the files of an application; the applicant's own are opened by the link. */
const permission: Permission = "application:read";

/** The files behind an application: the licence, and whatever else speaks for the firm. */
export class ApplicationEvidenceService {
  constructor(private readonly files: FileStore, private readonly applying: ApplyingService) {}

  /** Keeps a file with an application its maker may change, already found to be harmless. */
  async keep(tx: Context, token: string, kind: string, file: { name: string; mediaType: string; bytes: Buffer }): Promise<Outcome<StoredFile>> {
    const found = await this.applying.inHand(tx, token, null);
    if (!found.ok) return found;
    if (!isKind(kind)) return refused("INVALID", "kind");
    const { id, submittedAt } = found.value;
    const fault = roomFault(await roomTaken(tx, id), (await applicationTerms(tx)).evidence, { size: file.bytes.length, isDraft: submittedAt === null });
    if (fault !== null) return refused(fault);
    const kept = await keepFile(tx, this.files, { ...file, memberId: null, permission });
    await tx.db.insert(ApplicationEvidence, { fileId: kept.id, applicationId: id, kind, addedAt: tx.now, removedAt: null });
    return done(kept);
  }

  /** Takes a file off. What an officer has seen stays on record and counts no more; anything else is forgotten: then `digest` names bytes to be forgotten too. */
  async remove(tx: Context, token: string, fileId: string): Promise<Outcome<{ application: Application; digest: string | null }>> {
    const found = await this.applying.inHand(tx, token, null);
    if (!found.ok) return found;
    const application = found.value;
    const pieces = await tx.load(evidenceByApplication, application.id);
    const piece = pieces.find(({ id, removedAt }) => id === fileId && removedAt === null);
    if (!piece) return refused("NOT_FOUND", "input.evidenceId");
    const handedIn = application.declaration?.at;
    if (handedIn !== undefined && piece.addedAt <= new Date(handedIn)) {
      await tx.db.update(ApplicationEvidence, { fileId }, { removedAt: tx.now });
      return done({ application, digest: null });
    }
    await dropFile(tx, fileId);
    return done({ application, digest: piece.digest });
  }

  /** Forgets the bytes of a file that was taken off or erased, unless another file has the same. */
  async forget(tx: Context, digest: string): Promise<Outcome<null>> {
    await forgetBytes(tx, this.files, digest);
    return done(null);
  }

  /** A file of the application a link opens; null for any other. */
  async fileOf(house: Context, token: string, fileId: string): Promise<StoredFile | null> {
    const application = await applicationByToken(house, tokenDigest(token));
    const pieces = application === null ? [] : await house.load(evidenceByApplication, application.id);
    const file = pieces.find(({ id }) => id === fileId);
    return file ? { ...file, memberId: null } : null;
  }
}

const isKind = (kind: string): kind is ApplicationEvidenceKind => Object.hasOwn(ApplicationEvidenceKind, kind);

interface Coming {
  size: number;
  isDraft: boolean;
}

/** Why a file finds no room; null when it does. */
function roomFault(taken: { files: number; bytes: number; draftBytes: number }, most: ApplicationTerms["evidence"], { size, isDraft }: Coming) {
  if (taken.files >= most.files) return "TOO_MANY" as const;
  if (taken.bytes + size > most.bytes) return "STORAGE_FULL" as const;
  return isDraft && taken.draftBytes + size > most.draftBytesInAll ? ("STORAGE_FULL" as const) : null;
}
