import { termEnd } from "../../kernel/days.ts";
import { newId } from "../../kernel/ids.ts";
import { languages, type Localized } from "../../kernel/language.ts";
import { asRead } from "../../kernel/plain-text.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { EventDefinition } from "../../platform/announcement.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import type { LedgerService } from "../credit/index.ts";
import { memberById } from "../members/index.ts";
import { citedClause } from "./cited-clause.queries.ts";
import { isQualified, judge } from "./criteria.rules.ts";
import { figuresByMember } from "./figures.queries.ts";
import { ladderInForce, ladderOf } from "./ladder.queries.ts";
import { Reward, RewardChange } from "./reward.entity.ts";
import { rewardConfirmed, rewardDeclined, rewardProposed, rewardRevoked } from "./reward.events.ts";
import { type RewardStep, stepOf } from "./reward-ladder.rules.ts";
import { isSecondPerson } from "./reward.policy.ts";
import { rewardSource } from "./reward-credit.queries.ts";
import { type Deed, deedFaults, reasonFault, stateOn, type StoredState } from "./reward.rules.ts";

/** Commendations, from the proposal to the end; and the taking back of whatever was given. */
export class RewardService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly ledger: LedgerService, private readonly zone: string) {}

  /** Proposes to commend a firm for a deed; nothing is given by it. */
  async propose(tx: Context, memberId: string, input: Deed): Promise<Outcome<Reward>> {
    const { userId } = tx.actor;
    const member = await tx.load(memberById, memberId);
    if (member === null) return refused("NOT_FOUND", "memberId");
    if (userId === null) return refused("NOT_ALLOWED");
    if (tx.actor.memberId === memberId) return refused("OWN_FIRM", "memberId");
    const ladder = await ladderInForce(tx);
    const faults = deedFaults(input, this.today(tx), ladder.deedWithinDays);
    if (faults.length > 0) return refusedWith(faults.map(({ code, path }) => ({ code, path: `input.${path}` })));
    const clause = await citedClause(tx, input.clause, input.deedOn);
    if (clause === null) return refused("NOT_FOUND", "input.clause");
    if (!(await this.earns(tx, memberId, stepOf(ladder, "COMMENDATION")))) return refused("CRITERIA_UNMET", "memberId");

    const reward = tx.db.create(Reward, {
      id: newId("rwd", tx.now), kind: "COMMENDATION", memberId, state: "PROPOSED", ladderVersion: ladder.version, roundId: null, year: null,
      deed: Object.fromEntries(languages.map((language) => [language, asRead(input.deed[language]).trim()])) as unknown as Localized, deedOn: input.deedOn,
      clause: clause.code, clauseVersion: clause.version, clauseTitle: clause.title, evidence: asRead(input.evidence).trim(),
      proposedBy: userId, proposedAt: tx.now, decidedBy: null, decidedAt: null, fromDay: null, throughDay: null,
    });
    await tx.db.insert(Reward, reward);
    await this.step(tx, reward, null);
    announce(tx, rewardProposed, { rewardId: reward.id, memberId }, { record: reward.id, after: reward });
    return done(reward);
  }

  /** Gives what was proposed, from today for the months the ladder says; by somebody else, and only while the firm still meets what it asks. */
  async confirm(tx: Context, id: string): Promise<Outcome<Reward>> {
    const found = await this.undecided(tx, id);
    if (!found.ok) return found;
    const reward = found.value;
    const step = stepOf(await ladderOf(tx, reward.ladderVersion), reward.kind);
    if (!(await this.earns(tx, reward.memberId, step))) return refused("CRITERIA_UNMET", "id");
    const fromDay = this.today(tx);
    return this.follow(tx, reward, { state: "IN_FORCE", fromDay, throughDay: termEnd(fromDay, step.months), ...decidedBy(tx) }, null, rewardConfirmed);
  }

  /** Declines what was proposed, with a reason for whoever proposed it. */
  async decline(tx: Context, id: string, reason: string): Promise<Outcome<Reward>> {
    const fault = reasonFault(reason);
    if (fault) return refused(fault, "reason");
    const found = await this.undecided(tx, id);
    return found.ok ? this.follow(tx, found.value, { state: "DECLINED", ...decidedBy(tx) }, reason, rewardDeclined) : found;
  }

  /** Takes back what is in force; what it had entered in the ledger counts no longer from now on. */
  async revoke(tx: Context, id: string, reason: string): Promise<Outcome<Reward>> {
    const fault = reasonFault(reason);
    if (fault) return refused(fault, "reason");
    const reward = await locked(tx, id);
    if (reward === null) return refused("NOT_FOUND", "id");
    if (tx.actor.memberId === reward.memberId) return refused("OWN_FIRM", "id");
    if (reward.state === "REVOKED") return refused("CONFLICT", "id");
    if (stateOn(reward.state, reward.throughDay, this.today(tx)) !== "IN_FORCE") return refused("REWARD_STATE", "id");
    const ended = await this.ledger.end(tx, { source: rewardSource, record: id }, reason);
    return ended.ok ? this.follow(tx, reward, { state: "REVOKED" }, reason, rewardRevoked) : ended;
  }

  private async undecided(tx: Context, id: string): Promise<Outcome<Reward>> {
    const reward = await locked(tx, id);
    if (reward === null) return refused("NOT_FOUND", "id");
    if (tx.actor.memberId === reward.memberId) return refused("OWN_FIRM", "id");
    if (!isSecondPerson(tx.actor, reward.proposedBy)) return refused("OWN_PROPOSAL", "id");
    return reward.state === "PROPOSED" ? done(reward) : refused("CONFLICT", "id");
  }

  private async earns(tx: Context, memberId: string, { criteria }: RewardStep): Promise<boolean> {
    const figures = await tx.load(figuresByMember, memberId);
    return figures !== null && isQualified(judge(criteria, figures));
  }

  private async follow(
    tx: Context, reward: Reward, next: Partial<Reward> & { state: StoredState }, reason: string | null, event: EventDefinition<{ rewardId: string; memberId: string }>,
  ): Promise<Outcome<Reward>> {
    const before = { ...reward };
    Object.assign(reward, next);
    await tx.db.save(reward);
    await this.step(tx, reward, reason === null ? null : asRead(reason).trim());
    announce(tx, event, { rewardId: reward.id, memberId: reward.memberId }, { record: reward.id, before, after: reward });
    return done(reward);
  }

  private step = (tx: Context, { id, state }: Reward, reason: string | null) =>
    tx.db.insert(RewardChange, { id: newId("rwh", tx.now), rewardId: id, state, reason, changedBy: tx.actor.userId ?? "", at: tx.now });

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

const locked = (tx: Context, id: string): Promise<Reward | null> => tx.db.findOne(Reward, { where: { id }, lock: { mode: "pessimistic_write" } });

const decidedBy = ({ actor, now }: Context) => ({ decidedBy: actor.userId, decidedAt: now });
