import { newId } from "../../kernel/ids.ts";
import { asRead } from "../../kernel/plain-text.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { repairGranted, repairRefused, repairReturned, repairToldOf } from "./publication.events.ts";
import { isOnPublicFile, publicationById, publicationTerms, storeRepaired } from "./publication.queries.ts";
import { publicationStanding } from "./publication.rules.ts";
import { afterRepair } from "./publication-terms.rules.ts";
import { judgingBar, mayReturn } from "./repair.policy.ts";
import { aboutRepair, stored } from "./repair.service.ts";
import { lockedRepair, type Repair, storePause, storeState, storeTold, storeVerdict } from "./repair.queries.ts";
import { mayFollow, textFault } from "./repair.rules.ts";

/** A judgement: of the application as it was read, and why. */
export interface Judging {
  /** The revision that was read. */
  revision: number;
  reasons: string;
}

const longestHow = 500;

/** What the association does with an application for repair. */
export class RepairDecisionService {
  /** `zone` is the association's: a publication is taken down on its day. */
  constructor(private readonly zone: string) {}

  /** Sends an application back for more; its clocks stand still until more was handed in, and the firm reads why. */
  async giveBack(tx: Context, id: string, { revision, reasons }: Judging): Promise<Outcome<Repair>> {
    const repair = await lockedRepair(tx, id);
    if (repair === null) return refused("NOT_FOUND", "id");
    if (repair.revision !== revision) return refused("CONFLICT", "input.revision");
    if (tx.actor.memberId === repair.memberId) return refused("OWN_FIRM", "id");
    if (!mayReturn(tx.actor, repair)) return refused("REPAIR_STATE", "id");
    const fault = textFault(reasons);
    if (fault !== null) return refused(fault, "input.reasons");
    const reason = asRead(reasons).trim();
    await storePause(tx, { id: newId("rpp", tx.now), repairId: id, memberId: repair.memberId, from: this.today(tx), reason });
    await storeState(tx, id, "RETURNED");
    announce(tx, repairReturned, aboutRepair(repair), { record: id, before: { state: repair.state }, after: { state: "RETURNED", reason } });
    return done(await stored(tx, id));
  }

  /** Grants a repair: the decision leaves the public file today, the ledger has its entry, and the record stays. */
  async grant(tx: Context, id: string, judging: Judging): Promise<Outcome<Repair>> {
    const judged = await this.judged(tx, id, judging, "GRANTED");
    if (!judged.ok) return judged;
    const terms = await publicationTerms(tx);
    await storeRepaired(tx, judged.value.publicationId, this.today(tx), afterRepair(terms, this.today(tx)));
    return judged;
  }

  /** Refuses a repair, with reasons; the firm may ask again after a while. */
  refuse(tx: Context, id: string, judging: Judging): Promise<Outcome<Repair>> {
    return this.judged(tx, id, judging, "REFUSED");
  }

  /** Notes that the firm was told, and how; not before what was granted has left the public file. */
  async noteFeedback(tx: Context, id: string, how: string): Promise<Outcome<Repair>> {
    const repair = await lockedRepair(tx, id);
    if (repair === null) return refused("NOT_FOUND", "id");
    if (repair.decidedAt === null || repair.toldAt !== null) return refused("REPAIR_STATE", "id");
    const fault = textFault(how, longestHow);
    if (fault !== null) return refused(fault, "how");
    if (repair.state === "GRANTED" && (await isOnPublicFile(tx, repair.publicationId))) return refused("STILL_PUBLISHED", "id");
    await storeTold(tx, id, asRead(how).trim());
    announce(tx, repairToldOf, aboutRepair(repair), { record: id, before: { told: false }, after: { told: true, how: asRead(how).trim() } });
    return done(await stored(tx, id));
  }

  private async judged(tx: Context, id: string, { revision, reasons }: Judging, verdict: "GRANTED" | "REFUSED"): Promise<Outcome<Repair>> {
    const repair = await lockedRepair(tx, id);
    if (repair === null) return refused("NOT_FOUND", "id");
    if (repair.revision !== revision) return refused("CONFLICT", "input.revision");
    const bar = judgingBar(tx.actor, repair);
    if (bar !== null) return refused(bar, "id");
    if (!mayFollow(repair.state, verdict)) return refused("REPAIR_STATE", "id");
    const fault = textFault(reasons);
    if (fault !== null) return refused(fault, "input.reasons");
    if (await this.isSetAside(tx, repair)) return refused("PUBLICATION_ENDED", "id");
    await storeVerdict(tx, id, verdict, asRead(reasons).trim(), this.today(tx));
    announce(tx, verdict === "GRANTED" ? repairGranted : repairRefused, aboutRepair(repair), { record: id, before: { state: repair.state }, after: { state: verdict } });
    return done(await stored(tx, id));
  }

  /** Whether an appeal did away with the decision meanwhile. */
  private async isSetAside(tx: Context, { publicationId }: Repair): Promise<boolean> {
    const publication = await tx.load(publicationById, publicationId);
    return publication === null || publicationStanding(publication, this.today(tx)) === "SET_ASIDE";
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}
