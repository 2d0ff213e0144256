import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { type Adoption, adoptionFaults } from "./norm-adoption.rules.ts";
import { lockedVersion, textOf } from "./norm-draft.service.ts";
import { isSecondPerson } from "./norm-draft.policy.ts";
import { unansweredOn } from "./comment.queries.ts";
import { Norm, NormPriceOpinion, type NormVersion } from "./norm.entity.ts";
import { normAdopted, normPriceHitsAccepted } from "./norm.events.ts";
import { priceOpinionOn, versionsByNorm } from "./norm.queries.ts";
import type { NormDefinition } from "./norm.rules.ts";
import { writeChapters } from "./norm.service.ts";
import { priceHits } from "./price-fixing.rules.ts";

const longestReason = 2000;

/** The last steps of a version: what the price check found is judged by a second person, and the version is adopted. */
export class NormAdoptionService {
  /** `zone` says which day it is: a consultation ends with the association's midnight. */
  constructor(private readonly zone: string) {}

  /** Puts on record why a text may be adopted although the check found something in it: for exactly these words, by somebody who did not write them. */
  async acceptHits(tx: Context, id: string, reason: string): Promise<Outcome<NormVersion>> {
    const found = await this.lockedWithNorm(tx, id);
    if (found === null) return refused("NOT_FOUND", "id");
    const { version, norm } = found;
    if (version.state !== "CONSULTATION") return refused("NORM_STATE", "id");
    if (!isSecondPerson(tx.actor, version)) return refused("OWN_DRAFT", "id");
    if (reason.trim() === "") return refused("REQUIRED", "reason");
    if (reason.length > longestReason) return refused("TOO_LONG", "reason");
    const hits = priceHits(textOf(version, norm));
    if (hits.length === 0) return refused("NO_PRICE_HIT", "id");
    if ((await priceOpinionOn(tx, version)) !== null) return refused("ALREADY_JUSTIFIED", "id");

    const opinion = { id: newId("npo", tx.now), versionId: id, digest: version.digest, hits, reason: reason.trim(), userId: tx.actor.userId ?? "", givenAt: tx.now };
    await tx.db.insert(NormPriceOpinion, opinion);
    announce(tx, normPriceHitsAccepted, { versionId: id, opinionId: opinion.id, hits: hits.length, reason: opinion.reason }, { record: id, after: opinion });
    return done(version);
  }

  /** Adopts exactly the words that were laid before the members; they bind from a day on, and nobody changes them any more. */
  async adopt(tx: Context, id: string, inForceOn: string): Promise<Outcome<NormVersion>> {
    const found = await this.lockedWithNorm(tx, id);
    if (found === null) return refused("NOT_FOUND", "id");
    const { version, norm } = found;
    const text = textOf(version, norm);
    const [hits, opinion, unanswered] = [priceHits(text), await priceOpinionOn(tx, version), (await unansweredOn(tx, id)).map((comment) => comment.id)];
    const faults = adoptionFaults(await this.adoption(tx, version, { inForceOn, hits, justifiedBy: opinion?.userId ?? null, unanswered }));
    if (faults.length > 0) return refusedWith(faults);

    const definition: NormDefinition = { code: norm.code, version: version.number, state: "ADOPTED", inForceOn, ...text };
    const before = { ...version };
    const digest = digestOf(definition);
    Object.assign(version, {
      state: "ADOPTED", inForceOn, digest, adoptedOn: this.today(tx), adoptedAt: tx.now, adoptedBy: tx.actor.userId, priceHits: hits,
    });
    await tx.db.save(version);
    await writeChapters(tx, id, text.chapters);
    announce(tx, normAdopted, { versionId: id, digest, inForceOn, hits: hits.length, opinionId: hits.length > 0 ? opinion?.id ?? null : null }, { record: id, before, after: definition });
    return done(version);
  }

  /** The association's day now. */
  today({ now }: { now: Date }): string {
    return dayIn(this.zone, now);
  }

  private async adoption(tx: Context, version: NormVersion, found: Pick<Adoption, "inForceOn" | "hits" | "justifiedBy" | "unanswered">): Promise<Adoption> {
    const adopted = (await tx.load(versionsByNorm, version.normId)).filter(({ state }) => state === "ADOPTED");
    const { state, consultationClosesOn, reviewDueOn, editors } = version;
    return {
      state, consultationClosesOn, reviewDueOn, editors, ...found,
      today: this.today(tx),
      adopter: tx.actor.userId,
      lastInForceOn: adopted.map((each) => each.inForceOn ?? "").sort().at(-1) ?? null,
    };
  }

  private async lockedWithNorm(tx: Context, id: string): Promise<{ version: NormVersion; norm: Norm } | null> {
    const version = await lockedVersion(tx, id);
    const norm = version && (await tx.db.findOneBy(Norm, { id: version.normId }));
    return version && norm && { version, norm };
  }
}
