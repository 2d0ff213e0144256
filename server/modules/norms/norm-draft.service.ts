import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { Norm, NormVersion } from "./norm.entity.ts";
import { normConsultationOpened, normDraftBegun, normDraftReturned, normDraftSaved } from "./norm.events.ts";
import { coded, codesOf, draftFaults, type NormDraft, type NormText } from "./norm-draft.rules.ts";
import { chaptersByVersion, codesEverGiven, versionsByNorm } from "./norm.queries.ts";
import type { Chapter } from "./norm.rules.ts";
import { mayFollow } from "./norm-standing.rules.ts";

/** What an officer saves: the whole text, and the revision it was written on. */
export interface NormSaving extends NormDraft {
  revision: number;
}

const longestReason = 2000;

/** The making of a version: begun from the last one adopted, written, laid before the members, and taken back for other words. */
export class NormDraftService {
  /** `zone` says which day it is: a consultation ends with the association's midnight. */
  constructor(private readonly zone: string) {}

  /** Begins the next version of a norm with the words of the last one adopted; one at a time. */
  async begin(tx: Context, normId: string): Promise<Outcome<NormVersion>> {
    const norm = await tx.db.findOne(Norm, { where: { id: normId }, lock: { mode: "pessimistic_write" } });
    if (norm === null) return refused("NOT_FOUND", "normId");
    const versions = await tx.load(versionsByNorm, normId);
    if (versions.some(({ state, origin }) => state !== "ADOPTED" && origin === "PORTAL")) return refused("DRAFT_EXISTS", "normId");
    const base = versions.find(({ state }) => state === "ADOPTED");
    if (base === undefined) return refused("NOT_FOUND", "normId");

    const chapters = (await tx.load(chaptersByVersion, base.id)).map(asWritten);
    const { title, preamble, externalNorms } = base;
    const text: NormText = { title, preamble, externalNorms, chapters, reviewDueOn: null };
    const number = Math.max(...versions.map((version) => version.number)) + 1;
    const version = tx.db.create(NormVersion, {
      id: newId("nmv", tx.now), normId, number, state: "DRAFT", origin: "PORTAL", revision: 1, inForceOn: null, ...kept(text), codes: codesOf(chapters),
      editors: [], round: 0, digest: textDigest(norm.code, number, text),
    });
    await tx.db.insert(NormVersion, version);
    announce(tx, normDraftBegun, { versionId: version.id }, { record: version.id, after: version });
    return done(version);
  }

  /** Saves the whole text of a draft on the revision that was seen. New parts get codes that were never given before. */
  async save(tx: Context, id: string, { revision, ...draft }: NormSaving): Promise<Outcome<NormVersion>> {
    const version = await lockedVersion(tx, id);
    if (version === null) return refused("NOT_FOUND", "id");
    if (version.state !== "DRAFT") return refused("NORM_STATE", "id");
    if (version.revision !== revision) return refused("CONFLICT", "input.revision");
    const faults = draftFaults(draft, await this.codesToKeep(tx, version));
    if (faults.length > 0) return refusedWith(faults.map(({ code, path }) => ({ code, path: `input.${path}` })));

    const before = { ...version };
    const text = coded(draft, await codesEverGiven(tx, version.normId));
    const norm = await tx.db.findOneByOrFail(Norm, { id: version.normId });
    Object.assign(version, {
      ...kept(text), revision: revision + 1, codes: [...new Set([...version.codes, ...codesOf(text.chapters)])],
      editors: [...new Set([...version.editors, tx.actor.userId ?? ""])], digest: textDigest(norm.code, version.number, text),
    });
    announce(tx, normDraftSaved, { versionId: id, revision: version.revision }, { record: id, before, after: version });
    return done(await tx.db.save(version));
  }

  /** Lays a draft before the members until the end of a day; its words stand still from now on. */
  async consult(tx: Context, id: string, closesOn: string): Promise<Outcome<NormVersion>> {
    const version = await lockedVersion(tx, id);
    if (version === null) return refused("NOT_FOUND", "id");
    if (version.origin !== "PORTAL" || !mayFollow(version.state, "CONSULTATION")) return refused("NORM_STATE", "id");
    if (closesOn < dayIn(this.zone, tx.now)) return refused("DAY_PASSED", "closesOn");
    const before = { ...version };
    Object.assign(version, { state: "CONSULTATION", round: version.round + 1, consultationClosesOn: closesOn });
    announce(tx, normConsultationOpened, { versionId: id, round: version.round, closesOn }, { record: id, before, after: version });
    return done(await tx.db.save(version));
  }

  /** Takes a version back to be written anew; it is laid before the members again before it can be adopted. */
  async takeBack(tx: Context, id: string, reason: string): Promise<Outcome<NormVersion>> {
    const version = await lockedVersion(tx, id);
    if (version === null) return refused("NOT_FOUND", "id");
    if (!mayFollow(version.state, "DRAFT")) return refused("NORM_STATE", "id");
    if (reason.trim() === "") return refused("REQUIRED", "reason");
    if (reason.length > longestReason) return refused("TOO_LONG", "reason");
    const before = { ...version };
    Object.assign(version, { state: "DRAFT" });
    announce(tx, normDraftReturned, { versionId: id, reason: reason.trim() }, { record: id, before, after: version });
    return done(await tx.db.save(version));
  }

  /** The codes the parts of a draft may bear: its own, and those of the last version adopted, so that what was removed by mistake can come back. */
  private async codesToKeep(tx: Context, version: NormVersion): Promise<Set<string>> {
    const base = (await tx.load(versionsByNorm, version.normId)).find(({ state }) => state === "ADOPTED");
    const chapters = base === undefined ? [] : await tx.load(chaptersByVersion, base.id);
    return new Set([...codesOf(chapters), ...codesOf(version.chapters ?? [])]);
  }
}

/** A version of a norm, held until the transaction ends; null when there is none. */
export const lockedVersion = (tx: Context, id: string): Promise<NormVersion | null> =>
  tx.db.findOne(NormVersion, { where: { id }, lock: { mode: "pessimistic_write" } });

/** The text of a version as it is being written. */
export const textOf = ({ title, preamble, reviewDueOn, externalNorms, chapters }: NormVersion, norm: Norm): NormText => ({
  title: title ?? norm.title, preamble, reviewDueOn, externalNorms, chapters: chapters ?? [],
});

/** SHA-256 over every word of a text in all languages, whatever its state. */
export const textDigest = (code: string, version: number, { title, preamble, reviewDueOn, externalNorms, chapters }: NormText): string =>
  digestOf({ code, version, title, preamble, reviewDueOn, externalNorms, chapters });

const asWritten = ({ code, title, articles }: Chapter): Chapter => ({ code, title, articles });

const kept = ({ title, preamble, reviewDueOn, externalNorms, chapters }: NormText) => ({
  title, preamble, reviewDueOn, externalNorms: [...externalNorms], chapters: [...chapters],
});
