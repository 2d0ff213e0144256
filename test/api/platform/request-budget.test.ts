import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { lanternApp } from "../../support/lantern-app.ts";

let database: TestDatabase;
let house: Awaited<ReturnType<typeof lanternApp>>;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
  house = await lanternApp(database, "production", null, { requestBudget: 50_000 });
  return () => house.app.close();
});

const ask = (query: string, remoteAddress: string, headers: Record<string, string> = {}) =>
  house.app.inject({ method: "POST", url: "/graphql", payload: { query }, headers, remoteAddress });
const cheap = "{ __typename }";
/** About a tenth of the budget. */
const dear = "{ lanterns(first: 50) { edges { node { id litAt bought weight language title price { amount currency } neighbour { id litAt bought weight language title price { amount currency } } } } } }";

/** How many of so many requests were answered. */
async function answered(times: number, send: () => Promise<{ statusCode: number }>): Promise<number> {
  let count = 0;
  for (let time = 0; time < times; time += 1) if ((await send()).statusCode !== 429) count += 1;
  return count;
}

describe("a budget", () => {
  test("ends with a sentence, and with the seconds after which to ask again", async () => {
    await answered(200, () => ask(cheap, "203.0.113.1"));
    const { statusCode, headers, body } = await ask(cheap, "203.0.113.1");
    const seconds = Number(headers["retry-after"]);
    expect([statusCode, JSON.parse(body)]).toEqual([429, { errors: [{ message: `Too many requests. Ask again in ${seconds} seconds.`, extensions: { code: "TOO_MANY_REQUESTS" } }] }]);
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  test("is weighed by what a request may bring", async () => {
    const [few, many] = [await answered(200, () => ask(dear, "203.0.113.2", { "x-person": "usr_dear" })), await answered(200, () => ask(cheap, "203.0.113.2", { "x-person": "usr_cheap" }))];
    expect(few).toBeLessThan(60);
    expect(many).toBeGreaterThan(190);
  });

  test("is an address's for strangers, of IPv6 the whole network's, and nobody else's", async () => {
    let host = 0;
    expect(await answered(220, () => ask(cheap, `2001:db8:1:2::${(host += 1).toString(16)}`))).toBeLessThan(200);
    expect((await ask(cheap, "2001:db8:1:3::1")).statusCode).toBe(200);
    expect((await ask(cheap, "2001:db8:1:2::1", { "x-person": "usr_1" })).statusCode).toBe(200);
  });

  test("is a person's wherever they are", async () => {
    let office = 0;
    expect(await answered(220, () => ask(cheap, `198.51.100.${(office += 1)}`, { "x-person": "usr_1" }))).toBeLessThan(200);
    expect((await ask(cheap, "198.51.100.1", { "x-person": "usr_2" })).statusCode).toBe(200);
  });

  test("pays for plain addresses too, but never for the questions of whoever keeps the house running", async () => {
    const get = (url: string) => house.app.inject({ method: "GET", url, remoteAddress: "10.0.0.9" });
    expect(await answered(220, () => get("/nowhere"))).toBe(200);
    const refused = await get("/nowhere");
    expect([refused.statusCode, refused.json()]).toEqual([429, { message: expect.stringMatching(/^Too many requests\. Ask again in \d+ seconds\.$/) as string }]);
    for (const url of ["/healthz", "/readyz", "/metrics"]) expect((await get(url)).statusCode).toBe(200);
  });
});
