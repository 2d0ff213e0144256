import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Judge } from "../../../server/platform/graphql/judge.ts";
import { openWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
const cursors = [forged("nodate", "x"), forged({}, []), forged(99999999999999), forged("2026-01-01T00:00:00Z", "\0"), forged("\0"), "none"];

describe("a cursor of no list is refused, whoever made it", () => {
  test.each([
    "members(first: 1, after: $after) { totalCount }",
    "certificates(first: 1, after: $after) { totalCount }",
    "assessments(first: 1, after: $after) { totalCount }",
    "assessmentQueue(tab: TO_REVIEW, first: 1, after: $after) { totalCount }",
    "findings(first: 1, after: $after) { totalCount }",
    "auditRuns(first: 1, after: $after) { totalCount }",
    "users(first: 1, after: $after) { totalCount }",
    "invitations(first: 1, after: $after) { totalCount }",
    "journal(first: 1, after: $after) { totalCount }",
    "pledgeStatus(first: 1, after: $after) { totalCount }",
  ])("%s", async (list) => {
    const officer = await world.officer();
    for (const after of cursors) expect((await officer.run(`query ($after: String) { ${list} }`, { after })).errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
    expect((await officer.run(`query ($after: String) { ${list} }`, { after: null })).errors).toEqual([]);
  });
});

test("what is reckoned anew each time is priced as such, and a page that shows it once passes", () => {
  const judge = new Judge(world.schema);
  const many = Array.from({ length: 50 }, (_, at) => `p${at}: preview { score }`).join(" ");
  expect(judge.judge({ query: `{ assessments(first: 9) { edges { node { ${many} } } } }` }).refusal).toContain("costs");
  expect(judge.judge({ query: `{ assessment(id: "a") { id tasks { group problems { code path } } observed { value } preview { score indicators { indicator state value points } } } }` }).refusal).toBeNull();
});
