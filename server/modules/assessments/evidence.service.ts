import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import type { FileStore } from "../../platform/files.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { forgetBytes, keepFile, type StoredFile } from "../../platform/stored-file.ts";
import type { Permission } from "../identity/index.ts";
import { type Assessment } from "./assessment.entity.ts";
import { evidenceAttached, evidenceDetached, fileCleared, fileUploaded } from "./assessment.events.ts";
import { mayFill } from "./assessment.policy.ts";
import { aboutIt, belongs, lockedAssessment } from "./assessment.service.ts";
import { Evidence } from "./evidence.entity.ts";
import { backedIndicators, isFileOf } from "./evidence.queries.ts";
import { roomFault, waitsSince } from "./evidence.rules.ts";
import { type ClearedFile, clearNeverAttached, keptBy } from "./kept-file.queries.ts";
import { schemeNamed } from "./scheme.queries.ts";
import { indicatorsOf } from "./scheme.rules.ts";

export interface AttachInput {
  indicator: string;
  fileId: string;
  note: string;
}

/** Opens the files of an assessment. */
const permission: Permission = "assessment:read";

const longestNote = 500;
const mostPerIndicator = 20;
const mostCleared = 500;

/** Files behind answers: what is backed by a document is worth more than what is only said. */
export class EvidenceService {
  constructor(private readonly files: FileStore) {}

  /** Keeps a file of the member's own, already found to be harmless. */
  async keep(tx: Context, file: { name: string; mediaType: string; bytes: Buffer }): Promise<Outcome<StoredFile>> {
    const { memberId } = tx.actor;
    if (memberId === null) return refused("NOT_ALLOWED");
    const fault = roomFault(await keptBy(tx, memberId, permission), file.bytes.length);
    if (fault !== null) return refused(fault);
    const kept = await keepFile(tx, this.files, { ...file, memberId, permission });
    announce(tx, fileUploaded, { fileId: kept.id, memberId, digest: kept.digest }, { record: kept.id, after: kept });
    return done(kept);
  }

  /** Forgets files that were uploaded and never attached, some at a time; that they were there stays on record. */
  async clearUnattached(tx: Context): Promise<Outcome<ClearedFile[]>> {
    const cleared = await clearNeverAttached(tx, waitsSince(tx.now), permission, mostCleared);
    for (const file of cleared) announce(tx, fileCleared, { fileId: file.id, memberId: file.memberId, digest: file.digest }, { record: file.id, before: file });
    return done(cleared);
  }

  /** Forgets the bytes of a file that was cleared away, unless another file has the same. */
  async forget(tx: Context, { digest }: ClearedFile): Promise<Outcome<null>> {
    await forgetBytes(tx, this.files, digest);
    return done(null);
  }

  /** Puts an uploaded file of the member's own behind one answer; the same file twice is one piece of evidence. */
  async attach(tx: Context, id: string, { indicator, fileId, note }: AttachInput): Promise<Outcome<Assessment>> {
    const draft = await this.open(tx, id);
    if (!draft.ok) return draft;
    const { schemeVersion, memberId } = draft.value;
    if (note.length > longestNote) return refused("TOO_LONG", "input.note");
    if (!indicatorsOf(await schemeNamed(tx, schemeVersion)).some((known) => known.id === indicator)) return refused("UNKNOWN_INDICATOR", "input.indicator");
    if (!(await isFileOf(tx, fileId, memberId))) return refused("NOT_FOUND", "input.fileId");
    const attached = await tx.db.findBy(Evidence, { assessmentId: id, indicator });
    const present = attached.filter((piece) => piece.detachedAt === null);
    if (present.some((piece) => piece.fileId === fileId)) return draft;
    if (present.length >= mostPerIndicator) return refused("TOO_MANY", "input.fileId");

    const piece: Evidence = {
      id: newId("evd", tx.now), assessmentId: id, memberId, indicator, fileId, note: note.trim(), attachedAt: tx.now, attachedBy: tx.actor.userId, detachedAt: null,
    };
    const before = backing(draft.value, indicator, null);
    await tx.db.insert(Evidence, piece);
    const proven = await this.reproven(tx, draft.value, indicator);
    announce(tx, evidenceAttached, { ...aboutIt(proven), evidenceId: piece.id, indicator }, { record: id, before, after: backing(proven, indicator, piece) });
    return done(proven);
  }

  /** Takes a file off an answer; that it was there stays on record. */
  async detach(tx: Context, evidenceId: string): Promise<Outcome<Assessment>> {
    const piece = await tx.db.findOneBy(Evidence, { id: evidenceId });
    if (!piece || piece.detachedAt !== null) return refused("NOT_FOUND", "id");
    const draft = await this.open(tx, piece.assessmentId);
    if (!draft.ok) return draft;
    const { assessmentId, indicator } = piece;
    const before = backing(draft.value, indicator, piece);
    await tx.db.update(Evidence, { id: evidenceId }, { detachedAt: tx.now });
    const proven = await this.reproven(tx, draft.value, indicator);
    const after = backing(proven, indicator, { ...piece, detachedAt: tx.now });
    announce(tx, evidenceDetached, { ...aboutIt(proven), evidenceId, indicator }, { record: assessmentId, before, after });
    return done(proven);
  }

  private async open(tx: Context, id: string): Promise<Outcome<Assessment>> {
    const draft = await lockedAssessment(tx, id);
    if (!draft || draft.memberId !== tx.actor.memberId) return refused("NOT_FOUND", "id");
    if (!mayFill(tx.actor, draft)) return refused("ALREADY_SUBMITTED", "id");
    return (await belongs(tx, draft)) ? done(draft) : refused("NOT_A_MEMBER_NOW", "id");
  }

  /** What was seen before is no longer all there is. The answer's proof follows its evidence; a reviewer's verification stays while the figures do. */
  private async reproven(tx: Context, draft: Assessment, indicator: string): Promise<Assessment> {
    const answer = draft.answers[indicator] ?? { inputs: {}, proof: "SELF_DECLARED" as const };
    const backed = (await backedIndicators(tx, draft.id)).has(indicator) ? "DOCUMENT_BACKED" as const : "SELF_DECLARED" as const;
    const proof = answer.proof === "VERIFIED" ? answer.proof : backed;
    Object.assign(draft, { answers: { ...draft.answers, [indicator]: { ...answer, proof } }, revision: draft.revision + 1 });
    return tx.db.save(draft);
  }
}

/** What attaching and detaching change of an assessment: how well an answer is proven, and what becomes of one piece of evidence. */
const backing = ({ answers }: Assessment, indicator: string, piece: Evidence | null) => ({ answer: answers[indicator] ?? null, piece });
