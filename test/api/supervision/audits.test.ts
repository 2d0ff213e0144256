import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { audited, carryOut, inAll, reported } from "./audited.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-11-02T03:00:00Z") })));
afterAll(() => world.close());

interface Problem {
  code: string;
  path: string;
}
interface Plan {
  id: string;
  active: boolean;
  nextDueOn: string | null;
}
interface Run {
  id: string;
  state: string;
  occasion: string;
  population: number;
  batches: number;
  batchesDone: number;
  findings: number;
  counts: { findings: number; members: number; rule: { code: string; article: string; severity: string } }[];
  gradeCounts: { grade: string | null; members: number }[];
  reports: { language: string; fileId: string }[];
}

const PLAN = "auditPlan { id active nextDueOn } problems { code path }";
const MAKE = `mutation ($input: AuditPlanMakeInput!) { act: auditPlanMake(input: $input) { ${PLAN} } }`;
const PAUSE = `mutation ($id: ID!) { act: auditPlanPause(id: $id) { ${PLAN} } }`;
const RESUME = `mutation ($id: ID!) { act: auditPlanResume(id: $id) { ${PLAN} } }`;
const ORDER = `mutation ($planId: ID!) { act: auditRunOrder(planId: $planId) { auditRun { id state occasion population } problems { code path } } }`;
const RUN = `query ($id: ID!) { auditRun(id: $id) { id state occasion population batches batchesDone findings
  counts { findings members rule { code article severity } } gradeCounts { grade members } reports { language fileId } plan { id } ruleSet { version } } }`;

const plan = { title: inAll("Monthly"), ruleSetVersion: 1, calendar: "MONTHLY", dueDay: 3 };
const act = async <Subject>(person: Person, document: string, variables: Record<string, unknown>) =>
  (await person.run<{ act: { problems: Problem[] } & Subject }>(document, variables)).data?.act;
const made = async (change: object = {}) => {
  const answer = await act<{ auditPlan: Plan | null }>(await world.officer(), MAKE, { input: { ...plan, ...change } });
  if (!answer?.auditPlan) throw new Error(JSON.stringify(answer?.problems));
  return answer.auditPlan;
};
const runOf = async (person: Person, id: string) => (await person.run<{ auditRun: Run | null }>(RUN, { id })).data?.auditRun;

describe("a plan", () => {
  test("is due on its day of the period, and after this period's run on the next", async () => {
    const { id, nextDueOn } = await made();
    expect(nextDueOn).toBe("2026-11-03");
    await world.database.asOwner(
      "insert into audit_run (id, plan_id, rule_set_version, occasion, as_of, state, ordered_at) values ($1, $2, 1, '2026-11', now(), 'DONE', now())", [`aur_${id}`, id],
    );
    world.travelTo("2026-11-04T03:00:00Z");
    const { data } = await (await world.panel()).run<{ auditPlans: Plan[] }>("{ auditPlans { id nextDueOn } }");
    world.travelTo("2026-11-02T03:00:00Z");
    expect(data?.auditPlans.find((each) => each.id === id)?.nextDueOn).toBe("2026-12-03");
  });

  test("is paused and resumed, each with its entry in the journal", async () => {
    const { id } = await made();
    const officer = await world.officer();
    expect(await act(officer, PAUSE, { id })).toEqual({ auditPlan: { id, active: false, nextDueOn: null }, problems: [] });
    expect(await act(officer, RESUME, { id })).toMatchObject({ auditPlan: { id, active: true, nextDueOn: "2026-11-03" }, problems: [] });
    const entries = await world.database.asOwner<{ act: string }>("select act from journal_entry where record = $1 order by seq", [id]);
    expect(entries.map((entry) => entry.act)).toEqual(["audit.plan-made", "audit.plan-paused", "audit.plan-resumed"]);
  });

  test.each([
    ["a day no month surely has", { dueDay: 29 }, "OUT_OF_RANGE", "input.dueDay"],
    ["no day at all", { dueDay: 0 }, "OUT_OF_RANGE", "input.dueDay"],
    ["a title missing in one language", { title: { ...inAll("Monthly"), en: " " } }, "REQUIRED", "input.title.en"],
    ["a title without end", { title: { ...inAll("Monthly"), "zh-Hant": "月".repeat(121) } }, "TOO_LONG", "input.title.zh-Hant"],
    ["rules that do not exist", { ruleSetVersion: 99 }, "NOT_FOUND", "input.ruleSetVersion"],
  ])("with %s is refused", async (_, change, code, path) => {
    const before = (await world.announced("audit.")).length;
    const answer = await act<{ auditPlan: null }>(await world.officer(), MAKE, { input: { ...plan, ...change } });
    expect(answer).toEqual({ auditPlan: null, problems: [{ code, path }] });
    expect(await world.announced("audit.")).toHaveLength(before);
  });

  test("takes rules from the day on from which they hold, and not before", async () => {
    const answerAt = async (instant: string) => {
      world.travelTo(instant);
      return (await act<{ auditPlan: Plan | null }>(await world.officer(), MAKE, { input: plan }))?.problems;
    };
    expect(await answerAt("2025-12-31T15:59:59Z")).toEqual([{ code: "NOT_YET_IN_FORCE", path: "input.ruleSetVersion" }]);
    expect(await answerAt("2025-12-31T16:00:00Z")).toEqual([]);
    world.travelTo("2026-11-02T03:00:00Z");
  });

  test("offers the versions of the rules to choose from", async () => {
    const { data } = await (await world.officer()).run<{ auditRuleSets: { version: number; rules: { article: string }[] }[] }>("{ auditRuleSets { version rules { article } } }");
    expect(data?.auditRuleSets.map(({ version }) => version)).toEqual([2, 1]);
    expect(data?.auditRuleSets[0]?.rules.length).toBeGreaterThanOrEqual(6);
  });
});

describe("an audit", () => {
  test("is ordered, judges everybody batch by batch and tells what it found", async () => {
    const firms = [await world.firm(), await world.firm()];
    const { id: planId } = await made();
    const ordered = await act<{ auditRun: Run }>(await world.officer(), ORDER, { planId });
    expect(ordered).toMatchObject({ problems: [], auditRun: { state: "ORDERED", population: 0, occasion: "now-2026-11-02T03:00:00.000Z" } });
    const runId = ordered?.auditRun.id ?? "";
    await carryOut(world, runId);
    const run = await runOf(await world.panel(), runId);
    expect(run).toMatchObject({ state: "DONE", batches: 1, batchesDone: 1, reports: [] });
    expect(run?.population).toBeGreaterThanOrEqual(firms.length);
    expect(run?.counts).toContainEqual({ findings: run?.population, members: run?.population, rule: { code: "PLEDGE_SIGNED", article: "N2.7", severity: "CRITICAL" } });
    expect(run?.findings).toBe(run?.counts.reduce((sum, count) => sum + count.findings, 0));
    expect(run?.gradeCounts).toEqual([{ grade: null, members: run?.population }]);
  });

  test("is not ordered twice while it runs", async () => {
    const { id: planId } = await made();
    const officer = await world.officer();
    const first = await act<{ auditRun: Run }>(officer, ORDER, { planId });
    expect(await act(officer, ORDER, { planId })).toEqual({ auditRun: null, problems: [{ code: "AUDIT_RUNNING", path: "planId" }] });
    await carryOut(world, first?.auditRun.id ?? "");
    world.travel(1_000);
    expect(await act(officer, ORDER, { planId })).toMatchObject({ problems: [] });
  });

  test("twenty orders at once are one audit", async () => {
    const { id: planId } = await made();
    const all = await Promise.all(Array.from({ length: 20 }, async () => act<{ auditRun: Run | null }>(await world.officer(), ORDER, { planId })));
    expect(all.filter((answer) => answer?.auditRun)).toHaveLength(1);
    expect(await world.database.asOwner("select 1 from audit_run where plan_id = $1", [planId])).toHaveLength(1);
  });

  test("shows its report in each language as soon as that is drawn", async () => {
    const { runId } = await audited(world);
    await reported(world, runId, "en");
    expect((await runOf(await world.officer(), runId))?.reports).toEqual([{ language: "EN", fileId: "fil_en" }]);
  });
});

describe("audits", () => {
  test("are the association's: a member, a regulator and a stranger see neither plans nor runs", async () => {
    const { runId, planId } = await audited(world);
    for (const person of [await world.member(), await world.regulator(), await world.operator(), world.stranger()]) {
      const denied = person.actor.kind === "ANONYMOUS" ? "UNAUTHENTICATED" : "FORBIDDEN";
      for (const document of [RUN, "{ auditPlans { id } }", "{ auditRuns(first: 1) { totalCount } }", "{ auditRuleSets { version } }"])
        expect((await person.run(document, { id: runId })).errors.map(({ code }) => code)).toEqual([denied]);
      for (const [document, variables] of [[MAKE, { input: plan }], [PAUSE, { id: planId }], [RESUME, { id: planId }], [ORDER, { planId }]] as const)
        expect((await person.run(document, variables)).errors.map(({ code }) => code)).toEqual([denied]);
    }
  });

  test("are looked at, not ordered, by the panel", async () => {
    const { planId } = await audited(world);
    expect((await (await world.panel()).run(ORDER, { planId })).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  });
});
