import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { lanternApp } from "../../support/lantern-app.ts";

let database: TestDatabase;
let demo: Awaited<ReturnType<typeof lanternApp>>;
let production: Awaited<ReturnType<typeof lanternApp>>;

beforeAll(async () => {
  database = await testDatabase();
  demo = await lanternApp(database);
  production = await lanternApp(database, "production");
});
afterAll(async () => {
  await Promise.all([demo.app.close(), production.app.close()]);
  await database.close();
});

const json = { "content-type": "application/json" };
const repeat = (text: string, count: number) => Array.from({ length: count }, () => text).join(" ");

describe("abuse is answered with 400 in JSON", () => {
  const post = (payload: unknown) => ({ method: "POST" as const, payload: typeof payload === "string" ? payload : JSON.stringify(payload), headers: json });
  const nested = "[".repeat(200_000) + "]".repeat(200_000);

  test.each([
    ["101 aliases", post({ query: `{ ${Array.from({ length: 101 }, (_, index) => `a${index}: __typename`).join(" ")} }` })],
    ["a batch", post(Array.from({ length: 10 }, () => ({ query: "{ __typename }" })))],
    ["ten directives", post({ query: `{ __typename ${repeat("@aa", 10)} }` })],
    ["five hundred repeated fields", post({ query: `{ ${repeat("__typename", 500)} }` })],
    ["circular introspection", post({ query: `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }` })],
    ["deep recursion", post({ query: `{ lantern(id: "a") ${repeat("{ neighbour", 200)} { id } ${repeat("}", 200)} }` })],
    ["recursion deeper than the parser counts", post({ query: repeat("{ a", 100_000) })],
    ["endless words", post({ query: `{ ${repeat("a", 50_000)} }` })],
    ["a fragment within itself", post({ query: `{ lantern(id: "a") { ...F } } fragment F on Lantern { neighbour { ...F } }` })],
    ["a page of a million", post({ query: `{ lanterns(first: 1000000) { totalCount } }` })],
    ["guessing by alias", post({ query: `mutation { a: bellStrike b: bellStrike }` })],
    ["no body", { method: "POST" as const, headers: json }],
    ["a body that is no JSON", post("{ query")],
    ["a body that is null", post("null")],
    ["a poisoned body", post(`{ "query": "{ __typename }", "__proto__": { "admin": true } }`)],
    ["a body without a query", post({ variables: {} })],
    ["a query that is a list", post({ query: ["{ __typename }"] })],
    ["variables that are a list", post({ query: "{ __typename }", variables: [] })],
    ["variables of the wrong kind", post({ query: "query ($id: ID!) { lantern(id: $id) { id } }", variables: { id: { a: 1 } } })],
    ["variables nested without end", post(`{ "query": "query ($id: ID!) { lantern(id: $id) { id } }", "variables": { "id": ${nested} } }`)],
    ["an unknown operation", post({ query: "query A { __typename }", operationName: "B" })],
    ["a persisted query", post({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } })],
    ["more bytes than a request may have", post({ query: "{ __typename }", variables: { a: "x".repeat(1024 * 1024) } })],
    ["a form", { method: "POST" as const, payload: "query={__typename}", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["plain text", { method: "POST" as const, payload: `{"query":"{ __typename }"}`, headers: { "content-type": "text/plain" } }],
    ["several parts", { method: "POST" as const, payload: "--x--", headers: { "content-type": "multipart/form-data; boundary=x" } }],
    ["a query by GET", { method: "GET" as const, url: "/graphql?query={__typename}" }],
    ["an act by GET", { method: "GET" as const, url: "/graphql?query=mutation{bellStrike}", headers: { "apollo-require-preflight": "1" } }],
    ["another method", { method: "PUT" as const, payload: "{}", headers: json }],
  ])("%s", async (_, request) => {
    const answer = await demo.app.inject({ url: "/graphql", ...request });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([400, "application/json; charset=utf-8"]);
    expect(answer.json<{ errors: { message: string; extensions: { code: string } }[] }>().errors[0]).toMatchObject({
      message: expect.stringMatching(/./) as string,
      extensions: { code: expect.stringMatching(/^[A-Z_]+$/) as string },
    });
    expect(answer.body).not.toMatch(/node_modules|\bat \/|stacktrace/);
  });

  test("and costs little: a thousand fields that repeat are refused in milliseconds", async () => {
    const query = `{ ${repeat("lantern(id: 1) { id }", 400)} }`;
    const began = performance.now();
    for (let round = 0; round < 20; round += 1) await demo.ask({ query: `${query} #${round}` });
    expect((performance.now() - began) / 20).toBeLessThan(50);
  });

  test("while nothing of it was done", async () => {
    expect(await database.asOwner("select * from outbox where event = 'bell.struck'")).toEqual([]);
  });
});

describe("a stranger in production", () => {
  test("learns nothing of the schema by asking", async () => {
    for (const query of [getIntrospectionQuery(), `{ __type(name: "Lantern") { name } }`, "{ ...F } fragment F on Query { __schema { queryType { name } } }"]) {
      expect(await production.ask({ query })).toMatchObject({ status: 400, json: { errors: [{ message: "Sign in to read the schema." }] } });
    }
    expect((await demo.ask({ query: getIntrospectionQuery() })).status).toBe(200);
    expect((await production.ask({ query: getIntrospectionQuery() }, { "x-person": "usr_1" })).status).toBe(200);
  });

  test("learns nothing by misspelling", async () => {
    const misspelt = [`{ lanter(id: "a") { id } }`, `{ lantern(id: "a") { weigt } }`, `{ lantern(idd: "a") { id } }`, `mutation { lanternHang(input: { weigt: "1" }) { problems { code } } }`];
    for (const query of misspelt) {
      const { status, json: body } = await production.ask({ query });
      expect([status, JSON.stringify(body)]).toEqual([400, expect.not.stringMatching(/did you mean/i)]);
    }
  });
});

describe("saying no", () => {
  test("a denial has a code and a sentence", async () => {
    expect((await demo.ask({ query: "{ lanterns(first: 1) { totalCount } }" })).json.errors).toMatchObject([
      { message: "Sign in first.", path: ["lanterns"], extensions: { code: "UNAUTHENTICATED" } },
    ]);
  });

  test("a defect says nothing but a number, under which the log has everything", async () => {
    const { json: body } = await demo.ask({ query: `query Broken { lantern(id: "broken") { id } }` });
    const reference = body.errors?.[0]?.extensions["reference"];
    expect(body).toEqual({
      data: { lantern: null },
      errors: [{ message: "Something went wrong on our side.", locations: [{ line: 1, column: 16 }], path: ["lantern"], extensions: { code: "INTERNAL_SERVER_ERROR", reference } }],
    });
    expect(demo.lines.filter((line) => line["reference"] === reference)).toMatchObject([
      { msg: "defect", operationName: "Broken", path: ["lantern"], err: { message: "SECRET lamp oil" }, requestId: expect.stringMatching(/./) as string },
    ]);
  });

  test("an act's cookies stand on its answer, out of reach of scripts", async () => {
    const { headers, json: body } = await demo.ask({ query: `mutation { bellStrike(way: "loudly") }` });
    expect(body.errors).toBeUndefined();
    expect(headers["set-cookie"]).toBe("__Host-last_bell=loudly; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax");
  });
});
