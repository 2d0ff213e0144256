import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { poolOf } from "../../../server/platform/database.ts";
import { takeKey } from "../../../server/platform/idempotency.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { lanternApp } from "../../support/lantern-app.ts";

let database: TestDatabase;
let house: Awaited<ReturnType<typeof lanternApp>>;

beforeAll(async () => {
  database = await testDatabase();
  house = await lanternApp(database);
});
afterAll(async () => {
  await house.app.close();
  await database.close();
});
beforeEach(async () => {
  await database.asOwner("truncate outbox, idempotency_key");
});

const strike = (key: string, way = "softly", person = "usr_1") =>
  house.ask({ query: `mutation ($way: String!) { bellStrike(way: $way) }`, variables: { way } }, { "idempotency-key": key, "x-person": person });

const strikes = async () => (await database.asOwner<{ count: number }>("select count(*)::int as count from outbox"))[0]?.count;

/** Makes a key look as old as a crash would have left it. */
const age = (how: string) => database.asOwner(`update idempotency_key set at = at - interval '${how}'`);

describe("the same key and the same body", () => {
  test("have one effect and one answer, a hundred times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => strike("hundred-1", "slowly")));
    expect(await strikes()).toBe(1);
    expect(new Set(answers.map(({ status, json }) => JSON.stringify([status, json]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, json: { data: { bellStrike: expect.any(Number) as number } } });
  });

  test("do not matter for a query", async () => {
    const ask = () => house.ask({ query: "{ __typename }" }, { "idempotency-key": "query-0001" });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    expect(await database.asOwner("select * from idempotency_key")).toEqual([]);
  });

  test("are forgotten after a day", async () => {
    await strike("daily-001");
    await age("1 day 1 second");
    await strike("daily-001");
    expect(await strikes()).toBe(2);
  });
});

test("the same key with another body is refused, and changes nothing", async () => {
  await strike("other-body");
  expect(await strike("other-body", "loudly")).toMatchObject({ status: 422, json: { errors: [{ extensions: { code: "IDEMPOTENCY_KEY" } }] } });
  expect(await strikes()).toBe(1);
});

test("another person's key is another key", async () => {
  const mine = await strike("shared-key");
  const theirs = await strike("shared-key", "softly", "usr_2");
  expect(await strikes()).toBe(2);
  expect(theirs.json.data).not.toEqual(mine.json.data);
});

test("what is kept tells nobody what was asked, were it a password that can be guessed", async () => {
  for (const key of ["guessed-key-1", "guessed-key-2"]) await strike(key);
  const kept = await database.asOwner<{ digest: string }>("select distinct body_digest as digest from idempotency_key");
  expect(kept).toHaveLength(2);
});

test("what is kept can be read with the key alone", async () => {
  const { json } = await strike("sealed-key-1", "loudly");
  const [kept] = await database.asOwner<{ row: string }>("select idempotency_key::text as row from idempotency_key");
  expect(kept?.row).not.toMatch(/sealed-key-1|bellStrike/);
  expect((await strike("sealed-key-1", "loudly")).json).toEqual(json);
});

test("of strangers nothing is kept, whatever key they send", async () => {
  const strikeUnknown = () => house.ask({ query: "mutation { bellStrike }" }, { "idempotency-key": "stranger-01" });
  for (let time = 0; time < 3; time += 1) expect((await strikeUnknown()).status).toBe(200);
  expect([await strikes(), await database.asOwner("select * from idempotency_key")]).toEqual([3, []]);
});

test("a key has a decent shape", async () => {
  for (const key of ["short", "with space 1", "x".repeat(201)]) expect((await strike(key)).status).toBe(400);
  expect(await strikes()).toBe(0);
});

describe("when things go wrong", () => {
  test.each(["and it cracks", "and it cracks, counted"])("an act that failed undone may be tried again, whatever was done beside it: %s", async (way) => {
    expect((await strike("cracks-01", way)).json.errors).toHaveLength(1);
    expect(await strikes()).toBe(0);
    expect(await database.asOwner("select * from idempotency_key")).toEqual([]);
  });

  test("an act that was done keeps its answer, though the answer is a failure", async () => {
    const first = await strike("falls-001", "and the striker falls");
    expect(first.json.errors).toHaveLength(1);
    expect((await strike("falls-001", "and the striker falls")).json).toEqual(first.json);
    expect(await strikes()).toBe(1);
  });

  test("a key left running by a crash is free after a minute", async () => {
    const taken = await takeKey(poolOf(database.source), { principal: "USER:usr_1", key: "crashed-1", bodyDigest: "x" });
    expect(taken.is).toBe("OURS");
    await age("61 seconds");
    expect((await strike("crashed-1")).status).toBe(200);
    expect(await strikes()).toBe(1);
  });

  test("a crash between the commit and the answer is told, and the act is not repeated", async () => {
    await strike("lost-0001");
    await database.asOwner("update idempotency_key set response = null");
    await age("61 seconds");
    expect(await strike("lost-0001")).toMatchObject({ status: 409, json: { errors: [{ message: expect.stringContaining("answer was lost") as string }] } });
    expect(await strikes()).toBe(1);
  });

  test("an act that outlives its lease undoes itself when another has taken over", async () => {
    const slow = strike("outlived-1", "slowly");
    await new Promise((resolve) => setTimeout(resolve, 80));
    const [held] = await database.asOwner<{ bodyDigest: string }>(`update idempotency_key set at = at - interval '61 seconds' returning body_digest as "bodyDigest"`);
    const taken = await takeKey(poolOf(database.source), { principal: "USER:usr_1", key: "outlived-1", bodyDigest: held?.bodyDigest ?? "" });
    expect(taken.is).toBe("OURS");
    expect((await slow).json.errors).toHaveLength(1);
    expect(await strikes()).toBe(0);
  });
});
