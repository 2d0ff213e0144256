import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { audited } from "./audited.ts";

let world: World;
let [ours, theirs]: Person[] = [];
let runId: string;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-11-02T03:00:00Z") });
  [ours, theirs] = [await world.member(), await world.member({ firm: { name: { "zh-Hant": "另一家", "zh-Hans": "另一家", en: "Another Firm" } } })];
  ({ runId } = await audited(world));
});
afterAll(() => world.close());

const is = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there yet.");
  return person;
};

interface Finding {
  id: string;
  severity: string;
  sentence: Record<string, string>;
  foundAt: string;
  rule: { code: string; article: string };
  member: { id: string };
  facts: { name: string; value: string | null; words: Record<string, string> | null }[];
}
interface Findings {
  findings: { totalCount: number; edges: { node: Finding }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const FINDING = "id severity sentence foundAt rule { code article } member { id } facts { name value words }";
const LIST = `query ($first: Int!, $after: String, $filter: FindingFilter) { findings(first: $first, after: $after, filter: $filter) {
  totalCount edges { node { ${FINDING} } } pageInfo { hasNextPage endCursor } } }`;
const ONE = `query ($id: ID!) { finding(id: $id) { ${FINDING} } }`;

const listed = async (person: Person, filter: object = {}) => (await person.run<Findings>(LIST, { first: 100, filter })).data?.findings.edges.map(({ node }) => node) ?? [];

describe("a finding", () => {
  test("says in the reader's language what is at fault, with its figures, rule and article", async () => {
    const [finding] = await listed(is(ours), { rule: "PLEDGE_SIGNED" });
    expect(finding).toMatchObject({
      severity: "CRITICAL", foundAt: "2026-11-02T03:00:00.000Z", rule: { code: "PLEDGE_SIGNED", article: "N2.7" }, member: { id: is(ours).actor.memberId },
      facts: expect.arrayContaining([
        expect.objectContaining({ name: "required", value: "1" }), { name: "signed", value: null, words: null },
        { name: "by", value: "2026-03-31", words: { "zh-Hant": "2026年3月31日", "zh-Hans": "2026年3月31日", en: "31 March 2026" } },
      ]),
    });
    expect(finding?.sentence).toEqual({
      "zh-Hant": "從未簽署自律公約：第 1 版應於2026年3月31日或之前簽署。",
      "zh-Hans": "从未签署自律公约：第 1 版应于2026年3月31日或之前签署。",
      en: "Version 1 of the pledge was to be signed by 31 March 2026 and was never signed.",
    });
  });

  test("is found once in a run for each member, rule and subject", async () => {
    const all = await listed(await world.officer(), { runId });
    const about = all.map(({ member, rule, sentence }) => `${member.id} ${rule.code} ${sentence["en"]}`);
    expect(new Set(about).size).toBe(about.length);
    expect(all.filter(({ rule }) => rule.code === "PLEDGE_SIGNED")).toHaveLength(2);
  });

  test("is read alone by its id, and by node", async () => {
    const [known] = await listed(is(ours));
    expect((await is(ours).run<{ finding: Finding }>(ONE, { id: known?.id })).data?.finding).toEqual(known);
    expect((await is(ours).run("query ($id: ID!) { node(id: $id) { id } }", { id: known?.id })).data).toEqual({ node: { id: known?.id } });
  });
});

describe("the list", () => {
  test("is the same page by page as whole, whatever narrows it", async () => {
    const officer = await world.officer();
    for (const filter of [{}, { runId }, { severity: "MAJOR" }, { rule: "ASSESSMENT_FILED", memberId: is(theirs).actor.memberId }]) {
      const paged: Finding[] = [];
      let after: string | null = null;
      do {
        const { data }: { data: Findings | null } = await officer.run<Findings>(LIST, { first: 1, after, filter });
        paged.push(...(data?.findings.edges.map(({ node }) => node) ?? []));
        after = data?.findings.pageInfo.hasNextPage ? data.findings.pageInfo.endCursor : null;
      } while (after);
      expect(paged.map(({ id }) => id)).toEqual((await listed(officer, filter)).map(({ id }) => id));
      expect(paged.length).toBeGreaterThan(0);
    }
  });

  test("holds to a severity and to a rule", async () => {
    const officer = await world.officer();
    expect(new Set((await listed(officer, { severity: "MAJOR" })).map(({ severity }) => severity))).toEqual(new Set(["MAJOR"]));
    expect(await listed(officer, { rule: "NO_SUCH_RULE" })).toEqual([]);
  });

  test("is everybody's for an inspector before a visit, as for an officer and the panel", async () => {
    const whole = (await listed(await world.officer())).map(({ id }) => id);
    expect((await listed(await world.inspector())).map(({ id }) => id)).toEqual(whole);
    expect((await listed(await world.panel())).map(({ id }) => id)).toEqual(whole);
  });
});

describe("another member's findings", () => {
  test("are not there: not in the list, not by filter, not by id, not by count", async () => {
    const foreign = is(theirs).actor.memberId;
    const mine = await listed(is(ours));
    expect(new Set(mine.map(({ member }) => member.id))).toEqual(new Set([is(ours).actor.memberId]));
    expect(await listed(is(ours), { memberId: foreign })).toEqual([]);
    const { data } = await is(ours).run<Findings>(LIST, { first: 1, filter: { runId } });
    expect(data?.findings.totalCount).toBe(mine.length);
    const [theirFinding] = await listed(is(theirs));
    expect((await is(ours).run<{ finding: null }>(ONE, { id: theirFinding?.id })).data).toEqual({ finding: null });
    expect((await is(ours).run<{ finding: null }>(ONE, { id: "fnd_01JD0000000000000000000000" })).data).toEqual({ finding: null });
  });

  test("are denied to regulators, operators and strangers", async () => {
    for (const person of [await world.regulator(), await world.operator()])
      expect((await person.run(LIST, { first: 1 })).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    expect((await world.stranger().run(LIST, { first: 1 })).errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
  });

  test("cannot be written, moved or taken away, not even by the association", async () => {
    const [finding] = await listed(is(ours));
    for (const sql of ["update finding set severity = 'MINOR' where id = $1", "delete from finding where id = $1"])
      await expect(world.change(async (tx) => ({ ok: true, value: await tx.rows(sql, [finding?.id]) }))).rejects.toThrow("permission denied");
  });
});
