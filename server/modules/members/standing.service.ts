import { dayAfter } from "../../kernel/days.ts";
import { newId } from "../../kernel/ids.ts";
import { isDay } from "../../kernel/period.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import type { EventDefinition } from "../../platform/announcement.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { memberById, type StandingMember } from "./member.queries.ts";
import { isStanding } from "./member.policy.ts";
import { StandingFactEntry } from "./standing.entity.ts";
import { memberWithdrawn, membershipRenewed, standingDecreed, withdrawalRevoked } from "./standing.events.ts";
import { factsToFollow, membershipTerms, storeSpans } from "./standing.queries.ts";
import { belongsFrom, type MembershipTerms, nextTerm, renewalOpensOn, spanOn, type StandingFact, standingSpans, termOf } from "./standing.rules.ts";

const LONGEST_REASON = 2_000;
/** A firm gives notice of leaving at most so far ahead. */
const NOTICE_DAYS = 366;

/** What a panel decided about a membership. */
export interface Decree {
  kind: "SUSPENDED" | "EXPELLED" | "REINSTATED";
  day: string;
  /** The last day of a suspension with a term; null otherwise. */
  until: string | null;
  /** The id of the decision. */
  basis: string;
}

/** What a firm's standing follows from; how it stands on a day is computed from that. */
export class StandingService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  /** Admits a firm on a day, through the membership year that today falls in; what was so before that day, of one that was a member before, stays. */
  async begin(tx: Context, memberId: string, admittedOn: string): Promise<void> {
    const terms = await membershipTerms(tx);
    const today = this.today(tx);
    const through = termOf(admittedOn, today > admittedOn ? today : admittedOn, terms.termMonths);
    const facts = await factsToFollow(tx, memberId);
    await this.state(tx, memberId, facts, { kind: "ADMITTED", day: admittedOn, ...termUntil(through, terms), until: null }, null);
  }

  /** Whether a firm belongs to the association on a day or after it; it is held, so that what follows rests on the answer. */
  async belongsFrom(tx: Context, memberId: string, day: string): Promise<boolean> {
    return belongsFrom(standingSpans(await factsToFollow(tx, memberId)), day);
  }

  /** Renews a membership by a term that follows the last, from the day it opens until grace has passed. */
  async renew(tx: Context, memberId: string): Promise<Outcome<StandingMember>> {
    const found = await this.staying(tx, memberId);
    if (!found.ok) return found;
    const { facts } = found.value;
    const terms = await membershipTerms(tx);
    const { through } = termHeld(facts);
    if (isLeaving(facts)) return refused("ALREADY_LEAVING", "id");
    const today = this.today(tx);
    if (today < renewalOpensOn(through, terms)) return refused("RENEWAL_NOT_OPEN", "id");
    return this.follow(tx, memberId, facts, { kind: "RENEWED", day: today, ...termUntil(nextTerm(through, terms.termMonths), terms), until: null }, null, membershipRenewed);
  }

  /** Notes that a firm leaves by its own will, from a day on. */
  async withdraw(tx: Context, memberId: string, day: string, reason: string): Promise<Outcome<StandingMember>> {
    const found = await this.staying(tx, memberId);
    if (!found.ok) return found;
    const fault = this.leavingFault(tx, day, reason);
    if (fault !== null) return refused(...fault);
    const { facts } = found.value;
    if (isLeaving(facts)) return refused("ALREADY_LEAVING", "id");
    return this.follow(tx, memberId, facts, { kind: "WITHDRAWN", day, ...noTerm }, reason.trim(), memberWithdrawn);
  }

  /** Takes a notice of leaving back before its day. */
  async revokeWithdrawal(tx: Context, memberId: string): Promise<Outcome<StandingMember>> {
    const found = await this.staying(tx, memberId);
    if (!found.ok) return found;
    const { facts } = found.value;
    if (!isLeaving(facts)) return refused("NOT_FOUND", "id");
    return this.follow(tx, memberId, facts, { kind: "WITHDRAWAL_REVOKED", day: this.today(tx), ...noTerm }, null, withdrawalRevoked);
  }

  /** States what a panel has decided about a membership. A firm that has left by that day is left as it is, unless it is expelled: nobody escapes that by leaving first. */
  async decree(tx: Context, memberId: string, { kind, day, until, basis }: Decree): Promise<void> {
    const facts = await factsToFollow(tx, memberId);
    const span = spanOn(standingSpans(facts), day);
    if (span === null || span.status === "EXPELLED" || (!isStanding(span.status) && kind !== "EXPELLED")) return;
    const entry = await this.state(tx, memberId, facts, { kind, day, ...noTerm, until }, null, basis);
    announce(tx, standingDecreed, { memberId, factId: entry.id, kind }, { record: memberId, before: { facts: facts.length }, after: entry });
  }

  /** The term a firm has, and what comes of it; null when it has left. */
  membershipOf(ctx: Context, facts: readonly StandingFact[], terms: MembershipTerms) {
    const today = this.today(ctx);
    const span = spanOn(standingSpans(facts), today);
    if (span === null || !isStanding(span.status)) return null;
    const { through, graceThrough } = termHeld(facts);
    const renewalOpens = renewalOpensOn(through, terms);
    const leave = isLeaving(facts) ? facts.findLast(({ kind }) => kind === "WITHDRAWN") : undefined;
    return { through, graceThrough, renewalOpensOn: renewalOpens, renewable: today >= renewalOpens && leave === undefined, leavesOn: leave?.day ?? null };
  }

  private leavingFault(tx: Context, day: string, reason: string): [ProblemCode, string] | null {
    const today = this.today(tx);
    if (!isDay(day)) return ["INVALID", "input.day"];
    if (day < today) return ["PAST_DAY", "input.day"];
    if (day > dayAfter(today, NOTICE_DAYS)) return ["OUT_OF_RANGE", "input.day"];
    if (reason.trim() === "") return ["REQUIRED", "input.reason"];
    return reason.length > LONGEST_REASON ? ["TOO_LONG", "input.reason"] : null;
  }

  /** A firm that belongs to the association today, held, with what its standing follows from. */
  private async staying(tx: Context, memberId: string): Promise<Outcome<{ facts: StandingFact[] }>> {
    const facts = await factsToFollow(tx, memberId);
    const today = spanOn(standingSpans(facts), this.today(tx));
    if (facts.length === 0 || today === null) return refused("NOT_FOUND", "id");
    return isStanding(today.status) ? done({ facts }) : refused("NOT_A_MEMBER_NOW", "id");
  }

  private async follow(
    tx: Context, memberId: string, facts: readonly StandingFact[], fact: StandingFact, reason: string | null, event: EventDefinition<{ memberId: string; factId: string }>,
  ): Promise<Outcome<StandingMember>> {
    const entry = await this.state(tx, memberId, facts, fact, reason);
    announce(tx, event, { memberId, factId: entry.id }, { record: memberId, before: { facts: facts.length }, after: fact });
    const member = await tx.load(memberById, memberId);
    if (member === null) throw new Error("The member is gone from under its standing.");
    return done(member);
  }

  private async state(tx: Context, memberId: string, facts: readonly StandingFact[], fact: StandingFact, reason: string | null, basis: string | null = null): Promise<StandingFactEntry> {
    const entry = tx.db.create(StandingFactEntry, {
      ...fact, id: newId("stf", tx.now), memberId, reason, basis, recordedBy: tx.actor.userId, recordedAt: tx.now,
    });
    await tx.db.insert(StandingFactEntry, entry);
    await storeSpans(tx, memberId, fact.day, standingSpans([...facts, fact]));
    return entry;
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

const noTerm = { through: null, graceThrough: null, until: null };
const termUntil = (through: string, { graceDays }: MembershipTerms) => ({ through, graceThrough: dayAfter(through, graceDays) });

/** The term a firm has: that of its admission, or of the latest renewal. */
function termHeld(facts: readonly StandingFact[]): { through: string; graceThrough: string } {
  const { through, graceThrough } = facts.findLast((fact) => fact.through !== null) ?? noTerm;
  return { through: through ?? "", graceThrough: graceThrough ?? "" };
}

const decidesLeaving: readonly StandingFact["kind"][] = ["ADMITTED", "WITHDRAWN", "WITHDRAWAL_REVOKED"];

/** Whether notice of leaving was given in this membership, and not taken back. */
const isLeaving = (facts: readonly StandingFact[]): boolean => facts.findLast(({ kind }) => decidesLeaving.includes(kind))?.kind === "WITHDRAWN";
