import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementsDuring } from "../../support/statements.ts";
import { normActs, normOf } from "../../support/norms.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { standAs } from "../../support/standing.ts";

let world: World;
let id = "";
let officer: Person;
let [acme, rival]: Person[] = [];

const FILE = `mutation ($id: ID!, $input: NormCommentFileInput!) { normCommentFile(versionId: $id, input: $input) { comment { id article text answer member { id } } problems { code path } } }`;
const ANSWER = `mutation ($id: ID!, $answer: String!) { normCommentAnswer(id: $id, answer: $answer) { comment { id answer } problems { code path } } }`;
const COMMENTS = `query ($id: ID!, $first: Int!, $after: String, $isAnswered: Boolean) { normComments(versionId: $id, first: $first, after: $after, isAnswered: $isAnswered) {
  totalCount pageInfo { endCursor } edges { node { id article text answer member { id } } } } }`;
const ANSWERS = `query ($id: ID!) { normAnswers(versionId: $id, first: 100) { totalCount edges { node { article text } } } }`;

interface Filed {
  comment: { id: string } | null;
  problems: { code: string; path: string }[];
}
interface Listed {
  normComments: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: { id: string; text: string; member: { id: string } | null } }[] };
}

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return person;
};
const file = async (person: Person, text: string, article = "N2.4") => {
  world.travel(1);
  return (await world.as(person.actor).run<{ normCommentFile: Filed }>(FILE, { id, input: { article, text } })).data?.normCommentFile;
};
const answer = async (comment: string, text: string) => (await officer.run<{ normCommentAnswer: Filed }>(ANSWER, { id: comment, answer: text })).data?.normCommentAnswer;
const list = async (person: Person, variables: object = {}) => (await person.run<Listed>(COMMENTS, { id, first: 100, ...variables })).data?.normComments;
const texts = (listed: Listed["normComments"] | undefined) => listed?.edges.map(({ node }) => node.text);

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") });
  officer = await world.officer();
  [acme, rival] = [await world.member(), await world.member()];
  id = (await normActs.begin(officer, await normOf(world))).version?.id ?? "";
});
afterAll(() => world.close());

describe("a comment", () => {
  test("is not taken before the members are asked", async () => {
    expect((await file(of(acme), "Early."))?.problems).toEqual([{ code: "NOT_FOUND", path: "versionId" }]);
    await normActs.open(officer, id, "2026-05-31");
  });

  test("is filed by administrators and editors, on one article, and stands in the journal", async () => {
    const editor = await world.member({ memberId: of(acme).actor.memberId ?? "", role: "MEMBER_EDITOR" });
    const filed = await file(of(acme), " Who keeps the receipt? ");
    expect(filed).toMatchObject({ problems: [], comment: { article: "N2.4", text: "Who keeps the receipt?", answer: null, member: { id: of(acme).actor.memberId } } });
    expect((await file(editor, "And how long?"))?.problems).toEqual([]);
    expect((await file(of(rival), "We like it.", "N1.1"))?.problems).toEqual([]);
    const [entry] = await world.database.asOwner<{ act: string }>("select act from journal_entry where record = $1", [filed?.comment?.id]);
    expect(entry?.act).toBe("norm.comment-filed");
  });

  test("is refused without words, on no article, from a firm that left, and from the association itself", async () => {
    expect((await file(of(acme), " "))?.problems).toEqual([{ code: "REQUIRED", path: "input.text" }]);
    expect((await file(of(acme), "x".repeat(2001)))?.problems).toEqual([{ code: "TOO_LONG", path: "input.text" }]);
    expect((await file(of(acme), "x", "N9.9"))?.problems).toEqual([{ code: "NOT_FOUND", path: "input.article" }]);
    const left = await world.member();
    await standAs(world.database, "LAPSED", left.actor.memberId);
    expect((await file(left, "x"))?.problems.map(({ code }) => code)).toEqual(["NOT_A_MEMBER_NOW"]);
    for (const person of [officer, await world.panel(), await world.regulator()])
      expect((await person.run(FILE, { id, input: { article: "N1.1", text: "x" } })).errors[0]?.code).toBe("FORBIDDEN");
  });

  test("is seen by the firm and by the association, and by no competitor, in no list and no answer", async () => {
    expect(texts(await list(of(acme)))).toEqual(["Who keeps the receipt?", "And how long?"]);
    expect(await list(of(rival))).toMatchObject({ totalCount: 1 });
    expect(texts(await list(officer))).toEqual(["Who keeps the receipt?", "And how long?", "We like it."]);
    expect((await world.inspector().then((person) => person.run(COMMENTS, { id, first: 1 }))).errors[0]?.code).toBe("FORBIDDEN");
    const raw = world.contextOf(of(rival).actor);
    expect(await raw.rows("select member_id from norm_comment").finally(() => raw.endReads())).toEqual([{ member_id: of(rival).actor.memberId }]);
  });

  test("is answered once, by an officer, for all members to read without a word of who asked", async () => {
    const [first] = (await list(officer))?.edges ?? [];
    const comment = first?.node.id ?? "";
    expect((await of(rival).run(ANSWER, { id: comment, answer: "x" })).errors[0]?.code).toBe("FORBIDDEN");
    expect((await answer(comment, ""))?.problems).toEqual([{ code: "REQUIRED", path: "answer" }]);
    expect((await answer("nmc_01JD0000000000000000000000", "x"))?.problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    expect(await answer(comment, "The party that delivers.")).toMatchObject({ problems: [], comment: { answer: "The party that delivers." } });
    expect((await answer(comment, "Another."))?.problems).toEqual([{ code: "ALREADY_ANSWERED", path: "id" }]);
    const { data } = await of(rival).run(ANSWERS, { id });
    expect(data).toEqual({ normAnswers: { totalCount: 1, edges: [{ node: { article: "N2.4", text: "The party that delivers." } }] } });
    expect(JSON.stringify(data)).not.toContain(of(acme).actor.memberId);
    expect((await world.stranger().run(ANSWERS, { id })).errors[0]?.code).toBe("UNAUTHENTICATED");
  });

  test("is listed in pages, answered or not, at the same cost whatever the length", async () => {
    const open = await list(officer, { first: 1, isAnswered: false });
    expect([texts(open), open?.totalCount]).toEqual([["And how long?"], 2]);
    expect(texts(await list(officer, { first: 5, isAnswered: false, after: open?.pageInfo.endCursor }))).toEqual(["We like it."]);
    expect(texts(await list(officer, { isAnswered: true }))).toEqual(["Who keeps the receipt?"]);
    const short = await statementsDuring(() => list(officer, { first: 1 }));
    expect((await statementsDuring(() => list(officer, { first: 3 }))).length).toBe(short.length);
  });

  test("is taken until the closing day is over, in the association's time", async () => {
    world.travelTo("2026-05-31T15:59:59Z");
    expect((await file(of(acme), "At the last minute."))?.problems).toEqual([]);
    world.travelTo("2026-05-31T16:00:00Z");
    expect((await file(of(acme), "Too late."))?.problems).toEqual([{ code: "CONSULTATION_CLOSED", path: "versionId" }]);
  });

  test("stays as it was filed", async () => {
    for (const change of ["update norm_comment set text = 'x'", "delete from norm_answer", "update norm_answer set text = 'x'"])
      await expect(world.database.asOwner(change)).rejects.toThrow(/never rewritten/);
  });
});

test("an adoption names every comment without an answer, and goes through when there is none", async () => {
  const adopter = await world.officer();
  const waiting = (await list(officer, { isAnswered: false }))?.edges.map(({ node }) => node.id) ?? [];
  expect(waiting).toHaveLength(3);
  expect((await normActs.adopt(adopter, id, "2026-07-01")).problems).toEqual(waiting.map((path) => ({ code: "COMMENT_UNANSWERED", path })));
  const state = `query ($id: ID!) { normAdoption(id: $id) { commentCount answerCount unanswered { id } } }`;
  expect((await officer.run(state, { id })).data).toEqual({ normAdoption: { commentCount: 4, answerCount: 1, unanswered: waiting.map((comment) => ({ id: comment })) } });
  for (const comment of waiting) await answer(comment, "Noted.");
  expect((await normActs.adopt(adopter, id, "2026-07-01")).problems).toEqual([]);
});
