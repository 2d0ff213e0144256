import { newId } from "../../../kernel/ids.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../../platform/outcome.ts";
import type { ClockReading } from "../../calendar/index.ts";
import { memberById } from "../../members/index.ts";
import { ladderInForce } from "../sanctions/ladder.queries.ts";
import { answerClock } from "./case-clock.queries.ts";
import { type Cited, chargesOf } from "./charge.queries.ts";
import { CasePause, SanctionCase } from "./case.entity.ts";
import { caseAnswerExtended, caseClockPaused, caseClockResumed, caseDropped, caseNoticeServed, caseOpened } from "./case.events.ts";
import { type CaseRow, holdCase, noteStep } from "./case.queries.ts";
import { isUndecided, mayFollow, openingFaults } from "./case.rules.ts";

export interface CaseOpening {
  memberId: string;
  title: string;
  statement: string;
  /** The day of the breach, or the first of them. */
  occurredOn: string;
  charges: readonly Cited[];
  /** The id of the finding it begins with; null when it begins otherwise. */
  source: string | null;
}

/** What somebody acts on: the case, and the revision they saw. */
export interface CaseSeen {
  id: string;
  revision: number;
}

const LONGEST_REASON = 2_000;
/** No extension makes the time to answer longer than this. */
const MOST_ANSWER_DAYS = 180;

/** The life of a case until a draft is made: opened, told to the member, its clock stopped and lengthened, or let rest. */
export class CaseService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  /** Opens a case against a member under the ladder in force. Every charge cites a clause of a version that bound the member on the day of the breach. */
  async open(tx: Context, opening: CaseOpening): Promise<Outcome<SanctionCase>> {
    const ladder = await ladderInForce(tx);
    if (ladder === null) return refused("NOT_YET_IN_FORCE");
    if ((await tx.load(memberById, opening.memberId)) === null) return refused("NOT_FOUND", "input.memberId");
    const faults = openingFaults(opening, this.today(tx));
    if (faults.length > 0) return refusedWith(inInput(faults));
    const charges = await chargesOf(tx, opening.charges, opening.occurredOn);
    if (!charges.ok) return charges;
    if (opening.source !== null && !(await isFindingOf(tx, opening.source, opening.memberId))) return refused("NOT_FOUND", "input.source");
    const { memberId, title, statement, occurredOn, source } = opening;
    const opened = tx.db.create(SanctionCase, {
      id: newId("cas", tx.now), memberId, title: title.trim(), statement: statement.trim(), occurredOn, source, charges: charges.value, ladderVersion: ladder.version,
      state: "OPENED", revision: 1, openedAt: tx.now, openedBy: tx.actor.userId ?? "", noticeServedOn: null, answerDays: ladder.periods.answerDays, closedOn: null, outcome: null,
    });
    await tx.db.insert(SanctionCase, opened);
    await noteStep(tx, opened, "OPENED", { told: false });
    announce(tx, caseOpened, { caseId: opened.id, memberId }, { record: opened.id, after: opened });
    return done(opened);
  }

  /** Tells the member what it is held to have broken; from the next day on its time to answer runs. */
  async serveNotice(tx: Context, seen: CaseSeen): Promise<Outcome<SanctionCase>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    if (!mayFollow(found.value.state, "NOTICE_SERVED")) return refused("CASE_STATE", "input.id");
    const before = { ...found.value };
    const served = await this.moved(tx, found.value, { state: "NOTICE_SERVED", noticeServedOn: this.today(tx) });
    await noteStep(tx, served, "NOTICE_SERVED", { facts: { answerDays: served.answerDays } });
    announce(tx, caseNoticeServed, { caseId: served.id, memberId: served.memberId, answerDays: served.answerDays }, { record: served.id, before, after: served });
    return done(served);
  }

  /** Gives the member more days to answer; none are ever taken away. */
  async extendAnswer(tx: Context, seen: CaseSeen, days: number, reason: string): Promise<Outcome<SanctionCase>> {
    const found = await this.answering(tx, seen, reason);
    if (!found.ok) return found;
    const before = { ...found.value };
    const answerDays = before.answerDays + days;
    if (days < 1 || answerDays > MOST_ANSWER_DAYS) return refused("OUT_OF_RANGE", "input.days");
    const extended = await this.moved(tx, found.value, { answerDays });
    await noteStep(tx, extended, "ANSWER_EXTENDED", { note: reason.trim(), facts: { days, answerDays } });
    announce(tx, caseAnswerExtended, { caseId: extended.id, memberId: extended.memberId, answerDays, reason: reason.trim() }, { record: extended.id, before, after: extended });
    return done(extended);
  }

  /** Stops the time to answer from today on. The member sees that it stands, and why. */
  async pauseClock(tx: Context, seen: CaseSeen, reason: string): Promise<Outcome<SanctionCase>> {
    const found = await this.answering(tx, seen, reason);
    if (!found.ok) return found;
    const { id, memberId } = found.value;
    if (await openPause(tx, id)) return refused("CLOCK_PAUSED", "input.id");
    const pause = { id: newId("csp", tx.now), subjectId: id, memberId, fromDay: this.today(tx), untilDay: null, reason: reason.trim(), pausedBy: tx.actor.userId ?? "" };
    await tx.db.insert(CasePause, pause);
    const paused = await this.moved(tx, found.value, {});
    await noteStep(tx, paused, "CLOCK_PAUSED", { note: pause.reason });
    announce(tx, caseClockPaused, { caseId: id, memberId, reason: pause.reason }, { record: id, after: pause });
    return done(paused);
  }

  /** Lets the time to answer run again: today counts. */
  async resumeClock(tx: Context, seen: CaseSeen): Promise<Outcome<SanctionCase>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    const { id, memberId } = found.value;
    const pause = await openPause(tx, id);
    if (pause === null) return refused("CLOCK_RUNS", "input.id");
    await tx.db.update(CasePause, { id: pause.id }, { untilDay: this.today(tx) });
    const resumed = await this.moved(tx, found.value, {});
    await noteStep(tx, resumed, "CLOCK_RESUMED");
    announce(tx, caseClockResumed, { caseId: id, memberId }, { record: id, before: pause, after: { ...pause, untilDay: this.today(tx) } });
    return done(resumed);
  }

  /** Lets a matter rest that no panel has decided; why stays on file. */
  async drop(tx: Context, seen: CaseSeen, reason: string): Promise<Outcome<SanctionCase>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    if (!isUndecided(found.value.state)) return refused("CASE_STATE", "input.id");
    const fault = reasonFault(reason);
    if (fault) return refused(fault, "input.reason");
    const before = { ...found.value };
    const dropped = await this.moved(tx, found.value, { state: "CLOSED", outcome: "DROPPED", closedOn: this.today(tx) });
    await noteStep(tx, dropped, "DROPPED", { note: reason.trim(), told: before.noticeServedOn !== null });
    announce(tx, caseDropped, { caseId: dropped.id, memberId: dropped.memberId, reason: reason.trim() }, { record: dropped.id, before, after: dropped });
    return done(dropped);
  }

  /** The member's time to answer; null unless it is answering. */
  answerClock = (ctx: Context, about: CaseRow): Promise<ClockReading | null> =>
    about.state === "NOTICE_SERVED" ? answerClock(ctx, about, this.today(ctx)) : Promise.resolve(null);

  /** A case whose time to answer runs or is paused, with a reason for changing it. */
  private async answering(tx: Context, seen: CaseSeen, reason: string): Promise<Outcome<SanctionCase>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    if (found.value.state !== "NOTICE_SERVED") return refused("CASE_STATE", "input.id");
    const clock = await answerClock(tx, found.value, this.today(tx));
    if (clock?.state === "OVERDUE") return refused("ANSWER_CLOSED", "input.id");
    const fault = reasonFault(reason);
    return fault ? refused(fault, "input.reason") : found;
  }

  private moved = (tx: Context, row: SanctionCase, change: Partial<SanctionCase>) => tx.db.save(SanctionCase, Object.assign(row, change, { revision: row.revision + 1 }));

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

/** A case as it now stands, held until the transaction ends; refused where it moved on since it was seen. */
export async function lockedCase(tx: Context, { id, revision }: CaseSeen): Promise<Outcome<SanctionCase>> {
  await holdCase(tx, id);
  const found = await tx.db.findOneBy(SanctionCase, { id });
  if (found === null) return refused("NOT_FOUND", "input.id");
  return found.revision === revision ? done(found) : refused("CONFLICT", "input.revision");
}

export const inInput = (faults: readonly { code: Parameters<typeof refused>[0]; path: string }[]) => faults.map(({ code, path }) => ({ code, path: `input.${path}` }));

export function reasonFault(reason: string): "REQUIRED" | "TOO_LONG" | null {
  if (reason.trim() === "") return "REQUIRED";
  return reason.length > LONGEST_REASON ? "TOO_LONG" : null;
}

const openPause = (tx: Context, subjectId: string): Promise<CasePause | null> => tx.db.createQueryBuilder(CasePause, "p").where("p.subjectId = :subjectId and p.untilDay is null", { subjectId }).getOne();

const isFindingOf = async (tx: Context, id: string, memberId: string): Promise<boolean> =>
  (await tx.row("select 1 as found from finding where id = $1 and member_id = $2", [id, memberId])) !== null;
