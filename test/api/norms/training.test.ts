import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementsDuring } from "../../support/statements.ts";
import { normActs, normOf } from "../../support/norms.ts";
import { standAs } from "../../support/standing.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let id = "";
let norm = "";
let officer: Person;
let acme: Person;
let rival: Person;

const RECORD = `mutation ($id: ID!, $input: NormTrainingRecordInput!) { act: normTrainingRecord(versionId: $id, input: $input) {
  training { id heldOn people hours givenBy } problems { code path } } }`;
const WITHDRAW = `mutation ($id: ID!, $reason: String!) { act: normTrainingWithdraw(id: $id, reason: $reason) { training { id } problems { code path } } }`;
const OWN = `query ($id: ID!) { node(id: $id) { ... on NormVersion { trainings { id heldOn people hours givenBy } } } }`;
const BOARD = `query ($id: ID!, $first: Int!) { normReadingTotals(versionId: $id) { trained none }
  normReadership(versionId: $id, first: $first) { edges { node { trainings peopleTrained lastTrainedOn } } } }`;

interface Acted {
  training: { id: string } | null;
  problems: { code: string; path: string }[];
}
interface Board {
  normReadingTotals: object;
  normReadership: { edges: { node: object }[] };
}

const held = { heldOn: "2026-04-20", people: 12, hours: "1.5", givenBy: "Chan Siu Ming" };

const act = async (person: Person, document: string, variables: object): Promise<Acted> => {
  const { data, errors } = await person.run<{ act: Acted }>(document, { ...variables });
  if (!data) throw new Error(`It was denied: ${JSON.stringify(errors)}`);
  return data.act;
};
const record = (person: Person, input: object = {}, version = id) => act(person, RECORD, { id: version, input: { ...held, ...input } });
const withdraw = (person: Person, training: string, reason = "The wrong day.") => act(person, WITHDRAW, { id: training, reason });
const own = async (person: Person) => (await person.run<{ node: { trainings: { id: string }[] } }>(OWN, { id })).data?.node.trainings;
const board = async (first = 50) => (await officer.run<Board>(BOARD, { id, first })).data;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") });
  officer = await world.officer();
  [acme, rival] = [await world.member(), await world.member()];
  norm = await normOf(world);
  id = (await world.stranger().run<{ norms: { inForce: { id: string } }[] }>("{ norms { inForce { id } } }")).data?.norms[0]?.inForce.id ?? "";
});
afterAll(() => world.close());

test("a firm records whom it trained, its editors too, and reads it latest first", async () => {
  expect(await record(acme)).toMatchObject({ problems: [], training: held });
  const editor = await world.member({ memberId: acme.actor.memberId ?? "", role: "MEMBER_EDITOR" });
  expect(await record(editor, { heldOn: "2026-05-04", people: 3, givenBy: " Lau\tKa " })).toMatchObject({ problems: [], training: { givenBy: "Lau Ka" } });
  expect(await own(acme)).toMatchObject([{ heldOn: "2026-05-04", people: 3 }, held]);
  expect(await world.announced("norm.training-recorded")).toHaveLength(2);
});

test("the association sees how many each member trained, and when last", async () => {
  const seen = await board();
  expect(seen?.normReadingTotals).toEqual({ trained: 1, none: 2 });
  expect(seen?.normReadership.edges.map(({ node }) => node)).toEqual([
    { trainings: 2, peopleTrained: 15, lastTrainedOn: "2026-05-04" }, { trainings: 0, peopleTrained: 0, lastTrainedOn: null },
  ]);
  const short = await statementsDuring(() => board(1));
  expect((await statementsDuring(() => board(2))).length).toBe(short.length);
});

test("what was withdrawn counts no more, is withdrawn once, and stays on file with the reason", async () => {
  const { training } = await record(acme, { people: 400 });
  const mistaken = training?.id ?? "";
  expect((await withdraw(acme, mistaken, " "))?.problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
  expect((await withdraw(acme, mistaken, "x".repeat(2001)))?.problems).toEqual([{ code: "TOO_LONG", path: "reason" }]);
  expect(await withdraw(acme, mistaken)).toEqual({ problems: [], training: { id: mistaken } });
  expect((await own(acme))?.map((each) => each.id)).not.toContain(mistaken);
  expect((await board())?.normReadership.edges[0]?.node).toMatchObject({ trainings: 2, peopleTrained: 15 });
  expect((await withdraw(acme, mistaken))?.problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
  const acts = await world.database.asOwner<{ act: string }>("select act from journal_entry where record = $1 order by act", [mistaken]);
  expect(acts.map((entry) => entry.act)).toEqual(["norm.training-recorded", "norm.training-withdrawn"]);
  expect(await world.database.asOwner("select reason from norm_training_withdrawal")).toEqual([{ reason: "The wrong day." }]);
  await expect(world.database.asOwner("update norm_training set people = 1")).rejects.toThrow(/never rewritten/);
  await expect(world.database.asOwner("delete from norm_training_withdrawal")).rejects.toThrow(/never rewritten/);
});

describe("is refused at the field", () => {
  test.each([
    ["a day to come", { heldOn: "2026-05-05" }, "TRAINING_DAY", "heldOn"],
    ["a day before the version", { heldOn: "2025-12-31" }, "TRAINING_DAY", "heldOn"],
    ["nobody trained", { people: 0 }, "OUT_OF_RANGE", "people"],
    ["more than anybody employs", { people: 100_001 }, "OUT_OF_RANGE", "people"],
    ["no time at all", { hours: "0" }, "OUT_OF_RANGE", "hours"],
    ["longer than four days and nights", { hours: "100.01" }, "OUT_OF_RANGE", "hours"],
    ["without who taught", { givenBy: "  " }, "REQUIRED", "givenBy"],
    ["a name without end", { givenBy: "x".repeat(201) }, "TOO_LONG", "givenBy"],
  ])("%s", async (_, input, code, field) => {
    expect((await record(acme, input)).problems).toEqual([{ code, path: `input.${field}` }]);
  });
});

test("nothing is recorded on a draft, by who left, or by the association", async () => {
  const draft = (await normActs.begin(officer, norm)).version?.id ?? "";
  expect((await record(acme, {}, draft)).problems).toEqual([{ code: "NOT_FOUND", path: "versionId" }]);
  await normActs.open(officer, draft, "2026-05-31");
  expect((await record(acme, {}, draft)).problems).toEqual([{ code: "NOT_FOUND", path: "versionId" }]);
  const left = await world.member();
  await standAs(world.database, "LAPSED", left.actor.memberId);
  expect((await record(left)).problems.map(({ code }) => code)).toEqual(["NOT_A_MEMBER_NOW"]);
  expect((await officer.run(RECORD, { id, input: held })).errors[0]?.code).toBe("FORBIDDEN");
  expect((await officer.run(WITHDRAW, { id: "x", reason: "x" })).errors[0]?.code).toBe("FORBIDDEN");
});

test("no firm sees or withdraws what another trained, not even past the application", async () => {
  const [training] = (await own(acme)) ?? [];
  expect(await own(rival)).toEqual([]);
  expect(await own(officer)).toEqual([]);
  expect((await withdraw(rival, training?.id ?? "")).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
  expect((await rival.run(BOARD, { id, first: 1 })).errors[0]?.code).toBe("FORBIDDEN");
  const ctx = world.contextOf(rival.actor);
  const rows = await ctx.rows("select 1 from norm_training union all select 1 from norm_training_withdrawal").finally(() => ctx.endReads());
  expect(rows).toEqual([]);
});

test("people are trained on a version from its adoption on, and no longer once the next is in force", async () => {
  const next = (await officer.run<{ norm: { inMaking: { id: string } } }>(`{ norm(id: "${norm}") { inMaking { id } } }`)).data?.norm.inMaking.id ?? "";
  world.travelTo("2026-06-10T02:00:00Z");
  const [author, judge] = [await world.officer(), await world.panel()];
  await normActs.justify(judge, next);
  expect((await normActs.adopt(author, next, "2026-07-01")).problems).toEqual([]);
  world.travelTo("2026-06-12T02:00:00Z");
  expect((await record(acme, { heldOn: "2026-06-09" }, next)).problems).toEqual([{ code: "TRAINING_DAY", path: "input.heldOn" }]);
  expect((await record(acme, { heldOn: "2026-06-10" }, next)).problems).toEqual([]);
  world.travelTo("2026-07-01T02:00:00Z");
  expect((await record(acme)).problems).toEqual([{ code: "NORM_STATE", path: "versionId" }]);
});
