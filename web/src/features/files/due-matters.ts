import type { FileDueQuery as About } from "../../gql/graphql.ts";
import type { Viewer } from "../../lib/use-session.ts";

/** One thing that is due, with the words it is told in. */
export interface Matter {
  key: string;
  code: string;
  /** The day until which; null where there is none. */
  day: string | null;
  /** Since when, where that is known and no last day is. */
  since?: string;
  to?: string;
  number?: number;
  count?: number;
  period?: string;
  isPaused?: boolean;
  /** So many days that are left. */
  left?: number;
}

interface Reader {
  /** Whether it is the reader's own firm: then what the firm has to do is told, else what the association has. */
  isOwn: boolean;
  acts: Viewer["acts"];
  today: string;
}

type Member = NonNullable<About["member"]>;
type Case = NonNullable<Member["sanctionCases"]>[number];
type Round = NonNullable<About["assessmentRounds"]>[number];
type Clock = NonNullable<Case["answerClock"]>;

/** What is due about a member, earliest day first. */
export function mattersOf(about: About, reader: Reader): Matter[] {
  const { member } = about;
  if (!member) return [];
  const matters = [
    ...membership(member, reader), ...pledge(about, reader), ...assessments(about, reader), ...findings(about), ...(member.sanctionCases ?? []).flatMap((each) => ofCase(each, reader)),
    ...repairs(member, reader),
  ];
  return matters.sort((a, b) => (a.day ?? "9999").localeCompare(b.day ?? "9999"));
}

function membership({ membership: term, status }: Member, { isOwn }: Reader): Matter[] {
  if (term?.leavesOn) return [{ key: "leaves", code: "LEAVES", day: term.leavesOn }];
  if (!term?.renewable) return [];
  return [{ key: "renewal", code: isOwn ? "RENEW_OWN" : "RENEW", day: status === "GRACE" ? term.graceThrough : term.through }];
}

function pledge({ member, pledge: text }: About, { acts }: Reader): Matter[] {
  if (!text || !member?.pledgeState || member.pledgeState === "SIGNED") return [];
  return [{ key: "pledge", code: "PLEDGE", day: text.signBy, ...(acts.includes("PLEDGE_SIGN") && { to: "/pledge" }) }];
}

function assessments({ member, assessmentRounds }: About, { acts }: Reader): Matter[] {
  const waits = acts.includes("ASSESSMENT_REVIEW") ? (member?.assessments ?? []).filter(({ state }) => state === "SUBMITTED") : [];
  return [
    ...(assessmentRounds ?? []).slice(0, 1).flatMap(ofRound),
    ...waits.map(({ id, period }) => ({ key: id, code: "REVIEW", day: null, period: period.code, to: `/assessments/${id}/review` })),
  ];
}

/** What a firm has to hand in of a round. */
function ofRound({ period, dueOn, assessment }: Round): Matter[] {
  const state = assessment?.state ?? "NONE";
  if (state === "SUBMITTED" || state === "CONFIRMED") return [];
  return [{ key: "assessment", code: `ASSESSMENT_${state}`, day: dueOn, period: period.code, to: assessment ? `/assessments/${assessment.id}` : "/assessments" }];
}

function findings({ findings: standing }: About): Matter[] {
  const [latest] = standing?.edges ?? [];
  return latest && standing ? [{ key: "findings", code: "FINDINGS", day: null, count: standing.totalCount, to: standing.totalCount === 1 ? `/findings/${latest.node.id}` : "/findings" }] : [];
}

const withClock = ({ due, state, left }: Clock) => ({ day: due ?? null, isPaused: state === "PAUSED", ...(state === "RUNNING" && { left }) });

/** Of a case: what whoever reads has to do now, and for the house whom it waits for. */
function ofCase(about: Case, { isOwn, today }: Reader): Matter[] {
  const told = { key: about.id, number: about.number, to: `/cases/${about.id}` };
  if (about.appeal?.clock) return [{ ...told, code: "APPEAL", ...withClock(about.appeal.clock) }];
  const until = appealableUntil(about, today);
  if (until !== null) return [{ ...told, code: isOwn ? "APPEAL_OWN" : "APPEALABLE", day: until }];
  const clock = answering(about);
  if (clock) return [{ ...told, code: isOwn ? "ANSWER_OWN" : "ANSWER", ...withClock(clock) }];
  const code = isOwn ? undefined : waiting[about.state];
  return code === undefined ? [] : [{ ...told, code, day: null }];
}

/** What a case waits for in the house, where it does. */
const waiting: Partial<Record<Case["state"], string>> = { OPENED: "NOTICE", NOTICE_SERVED: "DRAFT", DRAFTED: "PANEL", DECIDED: "SERVE" };

function appealableUntil({ appeal, decisions }: Case, today: string): string | null {
  const until = decisions[0]?.appealUntil ?? null;
  return appeal === null && until !== null && until >= today ? until : null;
}

/** The clock of the member's answer, as long as it may still say something. */
const answering = ({ state, answers, answerClock }: Case): Clock | null =>
  state === "NOTICE_SERVED" && answerClock?.state !== "OVERDUE" && !answers.some(({ final }) => final) ? answerClock : null;

function repairs({ publications }: Member, { isOwn, acts }: Reader): Matter[] {
  return (publications ?? []).flatMap(({ id, caseNumber: number, repairBar, repairs: asked = [] }): Matter[] => {
    if (isOwn) {
      const returned = asked.filter(({ state }) => state === "RETURNED").map((each) => ({ key: each.id, code: "REPAIR_RETURNED", day: null, number, to: `/repairs/${each.id}` }));
      const open = repairBar === null && acts.includes("REPAIR_FILE") ? [{ key: id, code: "REPAIR_OPEN", day: null, number, to: `/publications/${id}/repair` }] : [];
      return [...returned, ...open];
    }
    return asked.flatMap(({ id: repair, decisionClock, feedbackClock }) => {
      const clock = decisionClock ?? feedbackClock;
      return clock ? [{ key: repair, code: decisionClock ? "REPAIR_DECIDE" : "REPAIR_TELL", day: clock.due ?? null, isPaused: clock.state === "PAUSED", number, to: `/repairs/${repair}` }] : [];
    });
  });
}
