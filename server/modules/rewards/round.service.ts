import { termEnd } from "../../kernel/days.ts";
import { newId } from "../../kernel/ids.ts";
import { asRead } from "../../kernel/plain-text.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { judge } from "./criteria.rules.ts";
import { figuresOfAll } from "./figures.queries.ts";
import { ladderInForce, ladderOf } from "./ladder.queries.ts";
import { RewardRound } from "./reward.entity.ts";
import { rewardCandidateStruck, rewardRoundConfirmed, rewardRoundDropped, rewardRoundOpened } from "./reward.events.ts";
import { type RewardKind, stepOf } from "./reward-ladder.rules.ts";
import { isSecondPerson } from "./reward.policy.ts";
import { reasonFault } from "./reward.rules.ts";
import {
  candidateById, type CandidateRow, giveRewards, isSelected, lockedRound, roundStands, storeCandidates, storeStrike, strikesByRound,
} from "./round.queries.ts";

export interface RoundOpening {
  kind: RewardKind;
  /** This year or the last. */
  year: number;
}

/** The yearly rounds: the portal selects by the criteria, officers may strike and never add, a second person confirms. */
export class RewardRoundService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  /** Judges every member as it stands today and stores what it was judged by. */
  async open(tx: Context, { kind, year }: RoundOpening): Promise<Outcome<RewardRound>> {
    const { userId } = tx.actor;
    if (userId === null) return refused("NOT_ALLOWED");
    const ladder = await ladderInForce(tx);
    const { given, criteria } = stepOf(ladder, kind);
    if (given !== "ROUND") return refused("INVALID", "input.kind");
    const thisYear = Number(this.today(tx).slice(0, 4));
    if (year !== thisYear && year !== thisYear - 1) return refused("OUT_OF_RANGE", "input.year");
    if (await roundStands(tx, kind, year)) return refused("REWARD_ROUND_EXISTS", "input.year");

    const found = (await figuresOfAll(tx)).map(({ memberId, number, figures }) => {
      const unmet = judge(criteria, figures).filter(({ met }) => !met).map(({ criterion }) => criterion.code);
      return { id: newId("rwc", tx.now), memberId, number, figures, unmet, qualified: unmet.length === 0 };
    });
    const round = tx.db.create(RewardRound, {
      id: newId("rwr", tx.now), kind, year, state: "OPEN", ladderVersion: ladder.version, candidates: found.length, qualified: found.filter(({ qualified }) => qualified).length,
      openedBy: userId, openedAt: tx.now, closedBy: null, closedAt: null, reason: null,
    });
    await tx.db.insert(RewardRound, round);
    await storeCandidates(tx, round.id, found);
    const { id: roundId, candidates, qualified } = round;
    announce(tx, rewardRoundOpened, { roundId, kind, year, candidates, qualified }, { record: roundId, after: round });
    return done(round);
  }

  /** Keeps a firm that qualifies from being given the reward, with a reason. Nothing adds one. */
  async strike(tx: Context, candidateId: string, reason: string): Promise<Outcome<CandidateRow>> {
    const fault = reasonFault(reason);
    if (fault) return refused(fault, "reason");
    const seen = await candidateById(tx, candidateId);
    const round = seen && (await lockedRound(tx, seen.roundId));
    const candidate = round && (await candidateById(tx, candidateId));
    if (!candidate) return refused("NOT_FOUND", "id");
    if (round.state !== "OPEN") return refused("REWARD_ROUND_STATE", "id");
    if (tx.actor.memberId === candidate.memberId) return refused("OWN_FIRM", "id");
    if (!candidate.qualified) return refused("CRITERIA_UNMET", "id");
    if (candidate.struckAt !== null) return refused("CONFLICT", "id");
    await storeStrike(tx, candidateId, asRead(reason).trim());
    const after = await candidateById(tx, candidateId);
    if (!after) throw new Error(`Candidate ${candidateId} is gone from its round.`);
    announce(tx, rewardCandidateStruck, { roundId: round.id, candidateId, memberId: candidate.memberId }, { record: round.id, before: candidate, after });
    return done(after);
  }

  /** Gives whoever was selected its reward, from today on; by somebody who neither opened the round nor struck anyone in it. */
  async confirm(tx: Context, id: string): Promise<Outcome<RewardRound>> {
    const round = await lockedRound(tx, id);
    if (round === null) return refused("NOT_FOUND", "id");
    const strikers = (await tx.load(strikesByRound, id)).by;
    if (![round.openedBy, ...strikers].every((first) => isSecondPerson(tx.actor, first))) return refused("OWN_PROPOSAL", "id");
    if (round.state !== "OPEN") return refused("CONFLICT", "id");
    if (tx.actor.memberId !== null && (await isSelected(tx, id, tx.actor.memberId))) return refused("OWN_FIRM", "id");
    const { months } = stepOf(await ladderOf(tx, round.ladderVersion), round.kind);
    const from = this.today(tx);
    const rewards = await giveRewards(tx, round, { from, through: termEnd(from, months) });
    const closed = await this.close(tx, round, "CONFIRMED", null);
    announce(tx, rewardRoundConfirmed, { roundId: id, rewards }, { record: id, before: round, after: closed });
    return done(closed);
  }

  /** Closes a round that gives nothing, with a reason; another of its kind and year can be opened. */
  async drop(tx: Context, id: string, reason: string): Promise<Outcome<RewardRound>> {
    const fault = reasonFault(reason);
    if (fault) return refused(fault, "reason");
    const round = await lockedRound(tx, id);
    if (round === null) return refused("NOT_FOUND", "id");
    if (round.state !== "OPEN") return refused("REWARD_ROUND_STATE", "id");
    const closed = await this.close(tx, round, "DROPPED", asRead(reason).trim());
    announce(tx, rewardRoundDropped, { roundId: id }, { record: id, before: round, after: closed });
    return done(closed);
  }

  private close = (tx: Context, round: RewardRound, state: "CONFIRMED" | "DROPPED", reason: string | null): Promise<RewardRound> =>
    tx.db.save(tx.db.create(RewardRound, { ...round, state, reason, closedBy: tx.actor.userId, closedAt: tx.now }));

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}
