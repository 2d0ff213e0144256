import { afterAll, beforeAll, expect, test } from "vitest";
import { acts, assessmentHouse, type AssessmentHouse } from "./people.ts";
import { standAs } from "../../support/standing.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

test("calls overdue also what was never begun, by whom it was asked of, and tells the member the days", async () => {
  const list = `query ($first: Int!, $after: String) { assessmentsOverdue(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { dueOn daysLate period { code } member { id } assessment { id state } } } }
    assessmentQueueCounts(tabs: [OVERDUE]) { tab count } }`;
  house.travelTo("2026-08-03T02:00:00Z");
  const [idle, begun, gone, newcomer] = [await house.member(), await house.member(), await house.member(), await house.member()];
  const { id } = (await begun.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
  await standAs(house, "WITHDRAWN", gone.actor.memberId);
  await house.asOwner("update member set admitted_on = '2026-05-01' where id = $1", [newcomer.actor.memberId]);
  const rounds = async () => (await idle.ask("{ assessmentRounds { period { code } daysLate } }")).data.assessmentRounds.find(({ period }: { period: { code: string } }) => period.code === "2026-H1");
  expect((await rounds()).daysLate).toBeNull();

  house.travelTo("2026-11-29T02:00:00Z");
  const officer = await house.officer();
  interface Late {
    totalCount: number;
    edges: { node: { member: { id: string }; period: { code: string }; daysLate: number; assessment: { id: string } | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  }
  const rows: Late["edges"][number]["node"][] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const { data } = await officer.ask(list, { first: 3, after });
    const { assessmentsOverdue: page, assessmentQueueCounts } = data as { assessmentsOverdue: Late; assessmentQueueCounts: object[] };
    rows.push(...page.edges.map(({ node }) => node));
    total = page.totalCount;
    expect(assessmentQueueCounts).toEqual([{ tab: "OVERDUE", count: total }]);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(rows).toHaveLength(total);
  expect(rows.map(({ daysLate }) => daysLate)).toEqual(rows.map(({ daysLate }) => daysLate).sort((a, b) => b - a));
  const of = ({ actor }: { actor: { memberId: string | null } }) => rows.filter(({ member, period }) => member.id === actor.memberId && period.code === "2026-H1");
  expect(of(idle)).toEqual([expect.objectContaining({ dueOn: "2026-09-30", daysLate: 60, assessment: null })]);
  expect(of(begun)).toEqual([expect.objectContaining({ daysLate: 60, assessment: { id, state: "DRAFT" } })]);
  expect([...of(gone), ...of(newcomer)]).toEqual([]);
  expect((await rounds()).daysLate).toBe(60);
  expect(rows.filter(({ period, assessment }) => period.code === "2025" && assessment === null)).toEqual([]);
  expect((await idle.ask(list, { first: 1 })).codes).toContain("FORBIDDEN");
});
