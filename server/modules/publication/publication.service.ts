import { newId } from "../../kernel/ids.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome } from "../../platform/outcome.ts";
import { publicationEnded, publicationPlaced, publicationStarted, repairLapsed } from "./publication.events.ts";
import { markEnded, markStarted, publicationTerms, storePlacements, storeSetAside, unplacedDecisions } from "./publication.queries.ts";
import { windowOf } from "./publication-terms.rules.ts";
import { lapseRepairs } from "./repair.queries.ts";

/** So many at most in one transaction; whoever did as many looks again. */
const AT_ONCE = 200;

/** The days on which decisions are public. Nobody turns a publication on or off: it is read from these days, and this only says so when they have come. */
export class PublicationService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  /** Fixes the days of a decision in force, or of those that have none yet, and tells of their beginning; done again, it changes nothing. Answers how many were new. */
  async place(tx: Context, decisionId: string | null = null): Promise<Outcome<number>> {
    const decisions = await unplacedDecisions(tx, decisionId, AT_ONCE);
    if (decisions.length === 0) return done(0);
    const terms = await publicationTerms(tx);
    const placements = decisions.map((decision) => ({ ...decision, ...windowOf(terms, decision), id: newId("pub", tx.now) }));
    const stored = new Set((await storePlacements(tx, placements, terms.version)).map(({ id }) => id));
    for (const { id, decisionId: decided, memberId, fromOn, untilOn } of placements.filter((placement) => stored.has(placement.id))) {
      announce(tx, publicationPlaced, { publicationId: id, decisionId: decided, memberId, fromOn, untilOn }, { record: id, after: { decided, fromOn, untilOn } });
    }
    await this.tell(tx);
    return done(stored.size);
  }

  /** Says once of each publication that it began and that it ended, with the day on which it did, and ends applications that an appeal made pointless. Answers how much there was to say. */
  async tell(tx: Context): Promise<Outcome<number>> {
    await storeSetAside(tx);
    const started = await markStarted(tx, AT_ONCE);
    for (const { id, on, ...about } of started) announce(tx, publicationStarted, { publicationId: id, ...about, on }, { record: id, after: { on } });
    const ended = await markEnded(tx, AT_ONCE);
    for (const { id, on, cause, ...about } of ended) announce(tx, publicationEnded, { publicationId: id, ...about, on, cause }, { record: id, before: { public: true }, after: { on, cause } });
    const lapsed = await lapseRepairs(tx, this.today(tx), AT_ONCE);
    for (const { id, publicationId, memberId, before } of lapsed) {
      announce(tx, repairLapsed, { repairId: id, publicationId, memberId }, { record: id, before: { state: before }, after: { state: "LAPSED" } });
    }
    return done(started.length + ended.length + lapsed.length);
  }

  /** The association's day now. */
  today({ now }: { now: Date }): string {
    return dayIn(this.zone, now);
  }
}
