import type { ProblemCode } from "../../../kernel/problem-codes.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, type Problem, refused, refusedWith } from "../../../platform/outcome.ts";
import { PanelSeat, PanelVote } from "./panel.entity.ts";
import { panelDeclared, panelRecused, panelSeated, panelVoted } from "./panel.events.ts";
import { panelPersons } from "./panel.queries.ts";
import { conflictsOf, type PanelConflict, type PanelMatter } from "./panel.rules.ts";

/** What a panel is to decide, whatever it is: a case or an appeal. */
export interface PanelSubject {
  id: string;
  memberId: string;
  /** What is voted on now; votes on an earlier one count no more. */
  revision: number;
  matter: PanelMatter;
}

const LONGEST_WORDS = 5_000;

/** Who sits on a panel, what they say of themselves, and how they vote. Whoever calls holds the subject. */
export class PanelService {
  /** Everybody who may sit on panels, with what keeps them from this matter. */
  async candidates(ctx: Context, subjectId: string, matter: PanelMatter): Promise<{ userId: string; name: string; conflicts: PanelConflict[] }[]> {
    const persons = await panelPersons(ctx, subjectId);
    return persons.map((person) => ({ userId: person.userId, name: person.name, conflicts: conflictsOf(person, matter) }));
  }

  /** Gives people seats. Nobody who stands too near the matter is seated. Who is seated already stays so. */
  async seat(tx: Context, { id, memberId, matter }: PanelSubject, userIds: readonly string[]): Promise<Outcome<null>> {
    const wanted = [...new Set(userIds)];
    if (wanted.length === 0) return refused("REQUIRED", "input.userIds");
    const persons = new Map((await panelPersons(tx, id, wanted)).map((person) => [person.userId, person]));
    const problems = wanted.flatMap((userId, at): Problem[] => {
      const person = persons.get(userId);
      if (person === undefined) return [{ code: "NOT_FOUND", path: `input.userIds.${at}` }];
      return conflictsOf(person, matter).length > 0 ? [{ code: "PANEL_CONFLICT", path: `input.userIds.${at}` }] : [];
    });
    if (problems.length > 0) return refusedWith(problems);
    const seated = new Set((await tx.db.findBy(PanelSeat, { subjectId: id })).map(({ userId }) => userId));
    for (const userId of wanted.filter((each) => !seated.has(each))) {
      const seat = tx.db.create(PanelSeat, {
        subjectId: id, userId, memberId, seatedAt: tx.now, seatedBy: tx.actor.userId ?? "", declaredAt: null, interested: null, declaration: null, recusedAt: null, recusedBy: null, recusal: null,
      });
      await tx.db.insert(PanelSeat, seat);
      announce(tx, panelSeated, { subjectId: id, userId }, { record: id, after: seat });
    }
    return done(null);
  }

  /** Says, once and for good, whether the one who acts has an interest in the matter; who has one gives up the seat by that. */
  async declare(tx: Context, subjectId: string, interested: boolean, declaration: string): Promise<Outcome<PanelSeat>> {
    const seat = await heldSeat(tx, subjectId, tx.actor.userId);
    if (seat === null) return refused("NOT_SEATED", "input.id");
    if (seat.declaredAt !== null) return refused("CONFLICT", "input.id");
    const fault = wordsFault(declaration);
    if (interested && fault) return refused(fault, "input.declaration");
    const before = { ...seat };
    Object.assign(seat, { declaredAt: tx.now, interested, declaration: declaration.trim(), ...(interested && recusal(tx, declaration)) });
    await tx.db.save(PanelSeat, seat);
    announce(tx, panelDeclared, { subjectId, userId: seat.userId, interested }, { record: subjectId, before, after: seat });
    return done(seat);
  }

  /** Takes a seat from somebody, or gives up one's own; what was voted from it on the present revision counts no more. */
  async recuse(tx: Context, subjectId: string, userId: string, reason: string): Promise<Outcome<PanelSeat>> {
    const seat = await heldSeat(tx, subjectId, userId);
    if (seat === null || (userId !== tx.actor.userId && !tx.actor.roles.includes("OFFICER"))) return refused("NOT_SEATED", "input.userId");
    const fault = wordsFault(reason);
    if (fault) return refused(fault, "input.reason");
    const before = { ...seat };
    Object.assign(seat, recusal(tx, reason));
    await tx.db.save(PanelSeat, seat);
    announce(tx, panelRecused, { subjectId, userId }, { record: subjectId, before, after: seat });
    return done(seat);
  }

  /** Casts the vote of the one who acts, once on each revision. */
  async vote(tx: Context, subject: PanelSubject, choice: string, reason: string): Promise<Outcome<null>> {
    const fault = await this.standsAside(tx, subject);
    if (fault !== null) return refused(fault, "input.id");
    const words = wordsFault(reason);
    if (words) return refused(words, "input.reason");
    const { id: subjectId, revision } = subject;
    const vote: PanelVote = { subjectId, revision, userId: tx.actor.userId ?? "", choice, reason: reason.trim(), castAt: tx.now };
    const { raw } = await tx.db.createQueryBuilder().insert().into(PanelVote).values(vote).orIgnore().returning("user_id").execute();
    if ((raw as unknown[]).length === 0) return refused("ALREADY_VOTED", "input.id");
    announce(tx, panelVoted, { subjectId, userId: vote.userId, revision }, { record: subjectId, after: vote });
    return done(null);
  }

  /** The votes that count: on the present revision, from seats still held by people whom nothing keeps from deciding. */
  async counting(tx: Context, { id, revision, matter }: PanelSubject): Promise<(PanelVote & { name: string })[]> {
    const [seats, votes, persons] = [await tx.db.findBy(PanelSeat, { subjectId: id }), await tx.db.findBy(PanelVote, { subjectId: id, revision }), await panelPersons(tx, id)];
    const held = new Set(seats.filter(({ recusedAt }) => recusedAt === null).map(({ userId }) => userId));
    const free = new Map(persons.filter((person) => held.has(person.userId) && conflictsOf(person, matter).length === 0).map((person) => [person.userId, person]));
    return votes.flatMap((vote) => {
      const person = free.get(vote.userId);
      return person ? [{ ...vote, name: person.name }] : [];
    });
  }

  /** Why the one who acts may not vote or decide; null when nothing stands in the way. Looked at anew each time: roles, firms and drafts change. */
  async standsAside(tx: Context, { id, matter }: PanelSubject): Promise<ProblemCode | null> {
    const seat = await heldSeat(tx, id, tx.actor.userId);
    const [person] = await panelPersons(tx, id, [tx.actor.userId ?? ""]);
    if (person && conflictsOf(person, matter).length > 0) return "PANEL_CONFLICT";
    if (seat === null || person === undefined) return "NOT_SEATED";
    return seat.declaredAt === null ? "INTEREST_UNDECLARED" : null;
  }
}

async function heldSeat(tx: Context, subjectId: string, userId: string | null): Promise<PanelSeat | null> {
  const seat = userId === null ? null : await tx.db.findOneBy(PanelSeat, { subjectId, userId });
  return seat?.recusedAt === null ? seat : null;
}

const recusal = (tx: Context, reason: string) => ({ recusedAt: tx.now, recusedBy: tx.actor.userId, recusal: reason.trim() });

function wordsFault(words: string): "REQUIRED" | "TOO_LONG" | null {
  if (words.trim() === "") return "REQUIRED";
  return words.length > LONGEST_WORDS ? "TOO_LONG" : null;
}
