import { Decimal } from "decimal.js";
import type { GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../../server/kernel/canonical-json.ts";
import { sha256 } from "../../../server/kernel/digest.ts";
import { givenGrades } from "../../../server/modules/credit/grade.queries.ts";
import { done } from "../../../server/platform/outcome.ts";
import { assessmentHouse, type AssessmentHouse, confirming, type Person, submittedOf } from "../assessments/people.ts";
import { audited } from "../supervision/audited.ts";

let house: AssessmentHouse;
let [rated, unrated]: Person[] = [];

interface Area {
  code: string;
  facts: string;
  weight: string;
  points: string | null;
  effectiveWeight: string | null;
  contribution: string | null;
  name: Record<string, string>;
}
interface Grade {
  id: string;
  state: string;
  score: string | null;
  grade: string | null;
  areas: Area[];
  scheme: { version: number; requiredAreas: number; requiredWeight: string; floors: { grade: string; floor: string }[]; deductions: { severity: string; points: string }[] };
  findings: { severity: string; rule: { code: string } }[];
}

const GRADE = `id state score grade areas { code facts weight points effectiveWeight contribution name } findings { severity rule { code } }
  scheme { version requiredAreas requiredWeight floors { grade floor } deductions { severity points } }`;
const OWN = `{ viewer { member { grades { ${GRADE} } } } }`;
const OF = `query ($id: ID!) { member(id: $id) { grades { ${GRADE} } } }`;

beforeAll(async () => {
  house = await assessmentHouse();
  [rated, unrated] = [await house.member(), await house.member()];
  const id = await submittedOf(rated);
  const confirmed = await confirming(await house.officer(), id);
  expect(confirmed.data.act.problems).toEqual([]);
  house.travelTo("2026-11-02T03:00:00Z");
  await audited(house.world);
});
afterAll(() => house.close());

const is = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there yet.");
  return person;
};
const gradesOf = async (person: Person): Promise<Grade[]> => (await person.ask(OWN)).data.viewer.member.grades as Grade[];

describe("a grade", () => {
  test("is the exact sum of what its rated areas add, and those without facts leave the denominator", async () => {
    const [grade] = await gradesOf(is(rated));
    const counted = grade?.areas.filter(({ contribution }) => contribution !== null) ?? [];
    const sum = (values: (string | null)[]) => Decimal.sum(0, ...values.map((value) => value ?? 0));
    expect(grade?.state).toBe("RATED");
    expect(counted.map(({ facts }) => facts)).toEqual(["PLEDGE_SIGNATURE", "CONFIRMED_ASSESSMENT", "AUDIT_FINDINGS"]);
    expect(sum(counted.map(({ contribution }) => contribution)).toFixed(2)).toBe(grade?.score);
    expect(sum(counted.map(({ effectiveWeight }) => effectiveWeight)).toFixed(2)).toBe("100.00");
    for (const { points, contribution, effectiveWeight } of grade?.areas.filter((area) => !counted.includes(area)) ?? [])
      expect({ points, contribution, effectiveWeight }).toEqual({ points: null, contribution: null, effectiveWeight: null });
  });

  test("takes from the area of findings what the scheme takes for each", async () => {
    const [grade] = await gradesOf(is(rated));
    const taken = (grade?.findings ?? []).map(({ severity }) => grade?.scheme.deductions.find((each) => each.severity === severity)?.points ?? "0");
    const points = grade?.areas.find(({ facts }) => facts === "AUDIT_FINDINGS")?.points;
    expect(taken.length).toBeGreaterThan(0);
    expect(points).toBe(Decimal.max(0, new Decimal(100).minus(Decimal.sum(...taken))).toFixed(2));
  });

  test("is the best whose floor the score reaches, under the version that judged", async () => {
    const [grade] = await gradesOf(is(rated));
    const reached = grade?.scheme.floors.find(({ floor }) => new Decimal(grade.score ?? 0).gte(floor));
    expect([grade?.grade, grade?.scheme.version]).toEqual([reached?.grade, 1]);
  });

  test("is not given on too few facts, and that is no score of nought", async () => {
    const [grade] = await gradesOf(is(unrated));
    expect(grade).toMatchObject({ state: "NOT_RATED", score: null, grade: null });
    const withFacts = grade?.areas.filter(({ points }) => points !== null) ?? [];
    expect(withFacts.length).toBeLessThan(grade?.scheme.requiredAreas ?? 0);
    expect(grade?.areas.every(({ contribution, effectiveWeight }) => contribution === null && effectiveWeight === null)).toBe(true);
  });

  test("bears the name of each area in three languages", async () => {
    const [grade] = await gradesOf(is(rated));
    for (const { name } of grade?.areas ?? []) expect(Object.keys(name).sort()).toEqual(["en", "zh-Hans", "zh-Hant"]);
  });

  test("stays as it was given when a later audit gives another", async () => {
    const before = await gradesOf(is(rated));
    house.world.travel(60_000);
    await audited(house.world);
    const after = await gradesOf(is(rated));
    expect(after).toHaveLength(before.length + 1);
    expect(after.slice(1)).toEqual(before);
  });

  test("stands in the journal with all others of its audit, as one digest", async () => {
    const { world } = house;
    const { runId } = await audited(world);
    const [entry] = await world.database.asOwner<{ salt: string; after: string }>(
      "select salt, after_digest as after from journal_entry e join journal_salt s on s.seq = e.seq where act = 'credit.grades-given' and record = $1", [runId]);
    const sealed = async () => sha256((entry?.salt ?? "") + canonicalJson(await world.change(async (tx) => done(await givenGrades(tx, runId)))));
    expect(entry?.after).toBe(await sealed());
    await world.database.asOwner("update compliance_grade set grade = 'AAA', state = 'RATED', score = 100 where run_id = $1 and grade is null", [runId]);
    expect(entry?.after).not.toBe(await sealed());
  });

  test("is given once for each member of an audit, however often grading runs", async () => {
    const { world } = house;
    const { runId } = await audited(world);
    const count = () => world.database.asOwner("select member_id, count(*)::int as grades from compliance_grade where run_id = $1 group by 1", [runId]);
    const once = await count();
    expect(await world.change((tx) => world.services.grades.gradeBatch(tx, runId))).toBe(0);
    expect(await count()).toEqual(once);
    expect(once.every((row) => (row as { grades: number }).grades === 1)).toBe(true);
  });
});

test("a member of many years shows its latest grades, as many as the contract says", async () => {
  const [latest, ...before] = await gradesOf(is(rated));
  const copies = (table: string, changes: string, where: string) =>
    house.world.database.asOwner(
      `insert into ${table} select copy.* from ${table} one cross join generate_series(1, 40) as n,
         jsonb_populate_record(one, ${changes}) copy where ${where}`, [latest?.id],
    );
  await copies("audit_run", `jsonb_build_object('id', 'aur_early' || n, 'occasion', 'early ' || n)`, "one.id = (select run_id from compliance_grade where id = $1)");
  await copies("compliance_grade", `jsonb_build_object('id', 'grd_early' || n, 'run_id', 'aur_early' || n, 'at', one.at - n * interval '1 year')`, "one.id = $1");
  const shown = await gradesOf(is(rated));
  expect((house.world.schema.getType("Member") as GraphQLObjectType).getFields()["grades"]?.description).toContain(` ${shown.length} latest`);
  expect(shown.slice(0, before.length + 2).map(({ id }) => id)).toEqual([latest?.id, ...before.map(({ id }) => id), "grd_early1"]);
});

describe("another member's grade", () => {
  test("is not there for a member, and is for the association and its panel", async () => {
    const foreign = is(rated).actor.memberId;
    expect((await is(unrated).ask(OF, { id: foreign })).data).toEqual({ member: null });
    for (const person of [await house.officer(), await house.world.panel()]) {
      const { data } = "ask" in person ? await person.ask(OF, { id: foreign }) : await person.run(OF, { id: foreign });
      expect((data as { member: { grades: Grade[] } }).member.grades.length).toBeGreaterThan(0);
    }
  });

  test("is not reached by its id", async () => {
    const [grade] = await gradesOf(is(rated));
    const node = "query ($id: ID!) { node(id: $id) { id } }";
    expect((await is(unrated).ask(node, { id: grade?.id })).data).toEqual({ node: null });
    expect((await is(rated).ask(node, { id: grade?.id })).data).toEqual({ node: { id: grade?.id } });
    expect((await house.stranger.ask(node, { id: grade?.id })).data).toEqual({ node: null });
  });

  test("tells an inspector of findings, and no grade", async () => {
    const { data } = await (await house.world.inspector()).run<{ member: { grades: Grade[] } }>(OF, { id: is(rated).actor.memberId });
    expect(data?.member.grades).toEqual([]);
  });
});
