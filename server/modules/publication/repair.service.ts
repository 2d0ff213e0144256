import { newId } from "../../kernel/ids.ts";
import { asRead, asReadOnOneLine } from "../../kernel/plain-text.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { EventDefinition } from "../../platform/announcement.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { isOfDays, repairBar, repairOpensOn } from "./publication.rules.ts";
import { repairFiled, repairFollowedUp, repairWithdrawn } from "./publication.events.ts";
import { publicationById, publicationTerms, type Publication } from "./publication.queries.ts";
import { mayFollowUp } from "./repair.policy.ts";
import { areFilesOf } from "./repair-file.queries.ts";
import { endPause, lockedRepair, type Repair, repairNow, storeRepair, storeState, storeStatement } from "./repair.queries.ts";
import { commitmentLanguage, filingFaults, mayFollow, type RepairFiling, type Stating, statingFaults } from "./repair.rules.ts";

/** What a firm does to have a decision repaired. */
export class RepairService {
  /** `zone` says which day it is: repair opens with the association's midnight. */
  constructor(private readonly zone: string) {}

  /** Files an application: proof that all was done, and the firm's word, given for exactly the text in force. */
  async file(tx: Context, publicationId: string, filing: RepairFiling): Promise<Outcome<Repair>> {
    const publication = await this.own(tx, publicationId);
    if (publication === null) return refused("NOT_FOUND", "publicationId");
    const faults = filingFaults(filing);
    if (faults.length > 0) return refusedWith(faults);
    const terms = await publicationTerms(tx);
    const bar = repairBar(publication, terms.repair.retryDays, this.today(tx));
    if (bar !== null) return refusedWith([{ code: bar, path: "publicationId", ...(isOfDays(bar) && { day: repairOpensOn(publication, terms.repair.retryDays) }) }]);
    const language = commitmentLanguage(terms, filing.commitmentDigest);
    if (language === null) return refused("TEXT_CHANGED", "input.commitmentDigest");
    if (!(await areFilesOf(tx, filing.fileIds, publication.memberId))) return refused("NOT_FOUND", "input.fileIds");

    const { decisionId, caseId, memberId } = publication;
    const repair = {
      id: newId("rep", tx.now), publicationId, decisionId, caseId, memberId, termsVersion: terms.version, decisionDays: terms.repair.decisionWorkingDays,
      feedbackDays: terms.repair.feedbackWorkingDays, commitment: terms.commitment[language], commitmentLanguage: language, commitmentDigest: filing.commitmentDigest,
      signatoryName: asReadOnOneLine(filing.signatoryName).trim(), signatoryTitle: asReadOnOneLine(filing.signatoryTitle).trim(), filedAt: tx.now, filedOn: this.today(tx),
    };
    if (!(await storeRepair(tx, repair))) return refused("REPAIR_OPEN", "publicationId");
    const statement = await this.state(tx, repair, filing);
    announce(tx, repairFiled, aboutRepair(repair), { record: repair.id, after: { repair, statement } });
    return done(await stored(tx, repair.id));
  }

  /** Hands in what was asked for; the clocks run again from today. */
  async followUp(tx: Context, id: string, stating: Stating): Promise<Outcome<Repair>> {
    const repair = await this.ownLocked(tx, id);
    if (repair === null) return refused("NOT_FOUND", "id");
    if (!mayFollow(repair.state, "FILED")) return refused("REPAIR_STATE", "id");
    const faults = statingFaults(stating);
    if (faults.length > 0) return refusedWith(faults);
    if (!(await areFilesOf(tx, stating.fileIds, repair.memberId))) return refused("NOT_FOUND", "input.fileIds");
    await this.state(tx, repair, stating);
    return this.move(tx, repair, "FILED", repairFollowedUp);
  }

  /** Takes an application back; the firm may file another. */
  async withdraw(tx: Context, id: string): Promise<Outcome<Repair>> {
    const repair = await this.ownLocked(tx, id);
    if (repair === null) return refused("NOT_FOUND", "id");
    if (!mayFollowUp(tx.actor, repair)) return refused("REPAIR_STATE", "id");
    return this.move(tx, repair, "WITHDRAWN", repairWithdrawn);
  }

  private async move(tx: Context, repair: Repair, state: "FILED" | "WITHDRAWN", event: EventDefinition<ReturnType<typeof aboutRepair>>): Promise<Outcome<Repair>> {
    await endPause(tx, repair.id, this.today(tx));
    await storeState(tx, repair.id, state);
    announce(tx, event, aboutRepair(repair), { record: repair.id, before: { state: repair.state }, after: { state } });
    return done(await stored(tx, repair.id));
  }

  private async state(tx: Context, { id: repairId, memberId }: Pick<Repair, "id" | "memberId">, { text, fileIds }: Stating) {
    const statement = { id: newId("rst", tx.now), repairId, memberId, text: asRead(text).trim(), fileIds: [...new Set(fileIds)] };
    await storeStatement(tx, statement);
    return statement;
  }

  private async own(tx: Context, publicationId: string): Promise<Publication | null> {
    const publication = await tx.load(publicationById, publicationId);
    return publication !== null && publication.memberId === tx.actor.memberId ? publication : null;
  }

  private async ownLocked(tx: Context, id: string): Promise<Repair | null> {
    const repair = await lockedRepair(tx, id);
    return repair !== null && repair.memberId === tx.actor.memberId ? repair : null;
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

/** What every fact about an application names. */
export const aboutRepair = ({ id: repairId, publicationId, memberId }: Pick<Repair, "id" | "publicationId" | "memberId">) => ({ repairId, publicationId, memberId });

/** An application as it stands after an act. */
export async function stored(tx: Context, id: string): Promise<Repair> {
  const repair = await repairNow(tx, id);
  if (repair === null) throw new Error(`Application ${id} is gone from under its act.`);
  return repair;
}
