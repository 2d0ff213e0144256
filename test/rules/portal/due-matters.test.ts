import { describe, expect, test } from "vitest";
import { mattersOf } from "../../../web/src/features/files/due-matters.ts";

type About = Parameters<typeof mattersOf>[0];
type Case = NonNullable<NonNullable<About["member"]>["sanctionCases"]>[number];

const today = "2026-07-01";
const officer = { isOwn: false, acts: ["ASSESSMENT_REVIEW", "CASE_READ"], today } as Parameters<typeof mattersOf>[1];
const firm = { isOwn: true, acts: ["PLEDGE_SIGN", "REPAIR_FILE", "ASSESSMENT_FILL"], today } as Parameters<typeof mattersOf>[1];

const term = { through: "2026-12-31", graceThrough: "2027-02-28", renewable: false, leavesOn: null };
const about = (member: object, more: object = {}): About => ({ member: { id: "mem", status: "ACTIVE", membership: term, ...member }, pledge: { id: "plv", signBy: "2026-08-01" }, ...more }) as About;
const clock = (more: object = {}) => ({ state: "RUNNING", due: "2026-07-10", left: 9, pausedSince: null, ...more });
const matter = (more: object): Case => ({ id: "cas", number: 4, state: "OPENED", answers: [], answerClock: null, appeal: null, decisions: [], ...more }) as Case;
const codes = (seen: About, reader = officer) => mattersOf(seen, reader).map(({ code }) => code);

describe("what is due about a member", () => {
  test("is nothing where nothing is, and nothing of a member one may not see", () => {
    expect(codes(about({ pledgeState: "SIGNED", assessments: [], sanctionCases: [], publications: [] }))).toEqual([]);
    expect(codes({ member: null, pledge: null } as About)).toEqual([]);
  });

  test("comes in the order of its last days, what has none at the end", () => {
    const seen = about({ pledgeState: "UNSIGNED", membership: { ...term, renewable: true }, sanctionCases: [matter({ state: "NOTICE_SERVED", answerClock: clock() }), matter({ id: "cas2" })] });
    expect(mattersOf(seen, officer).map(({ code, day }) => [code, day])).toEqual([["ANSWER", "2026-07-10"], ["PLEDGE", "2026-08-01"], ["RENEW", "2026-12-31"], ["NOTICE", null]]);
  });

  test.each<[object, string[], string[]]>([
    [{}, ["NOTICE"], []],
    [{ state: "NOTICE_SERVED", answerClock: clock() }, ["ANSWER"], ["ANSWER_OWN"]],
    [{ state: "NOTICE_SERVED", answerClock: clock(), answers: [{ id: "x", final: true }] }, ["DRAFT"], []],
    [{ state: "NOTICE_SERVED", answerClock: clock({ state: "OVERDUE" }) }, ["DRAFT"], []],
    [{ state: "DRAFTED" }, ["PANEL"], []],
    [{ state: "DECIDED" }, ["SERVE"], []],
    [{ state: "SERVED", decisions: [{ id: "d", appealUntil: "2026-07-01" }] }, ["APPEALABLE"], ["APPEAL_OWN"]],
    [{ state: "SERVED", decisions: [{ id: "d", appealUntil: "2026-06-30" }] }, [], []],
    [{ state: "SERVED", decisions: [{ id: "d", appealUntil: "2026-07-20" }], appeal: { id: "a", outcome: null, clock: clock() } }, ["APPEAL"], ["APPEAL"]],
    [{ state: "CLOSED" }, [], []],
  ])("of a case such as %j is the house's or the firm's", (more, house, own) => {
    const seen = about({ sanctionCases: [matter(more)] });
    expect([codes(seen), codes(seen, firm)]).toEqual([house, own]);
  });

  test("of a repair is with the firm while it can be asked for or more is wanted, and with the house while a clock runs", () => {
    const publication = (repairBar: string | null, repair: object | null) => ({ id: "pub", caseNumber: 4, repairBar, repairs: repair === null ? [] : [{ id: "rep", decisionClock: null, feedbackClock: null, ...repair }] });
    const seen = (...of: Parameters<typeof publication>) => about({ publications: [publication(...of)] });
    expect(codes(seen(null, null), firm)).toEqual(["REPAIR_OPEN"]);
    expect(codes(seen("REPAIR_OPEN", { state: "RETURNED", decisionClock: { state: "PAUSED", due: null } }), firm)).toEqual(["REPAIR_RETURNED"]);
    expect(codes(seen("REPAIR_OPEN", { state: "FILED", decisionClock: { state: "RUNNING", due: "2026-07-03" } }))).toEqual(["REPAIR_DECIDE"]);
    expect(codes(seen("PUBLICATION_ENDED", { state: "GRANTED", feedbackClock: { state: "RUNNING", due: "2026-07-12" } }))).toEqual(["REPAIR_TELL"]);
  });

  test("of an assessment is to hand it in, or to review what was", () => {
    const round = (assessment: object | null) => about({}, { assessmentRounds: [{ period: { code: "2026-H1" }, dueOn: "2026-06-30", assessment }] });
    expect([codes(round(null), firm), codes(round({ id: "a", state: "DRAFT" }), firm), codes(round({ id: "a", state: "SUBMITTED" }), firm)]).toEqual([["ASSESSMENT_NONE"], ["ASSESSMENT_DRAFT"], []]);
    expect(codes(about({ assessments: [{ id: "a", state: "SUBMITTED", submittedAt: null, period: { code: "2026-H1" } }] }))).toEqual(["REVIEW"]);
  });
});
