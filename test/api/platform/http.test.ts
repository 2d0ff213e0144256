import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { poolOf } from "../../../server/platform/database.ts";
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

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = "127.0.0.1") => house.app.inject({ method: "GET", url, headers, remoteAddress });

describe("health", () => {
  test("the process lives", async () => {
    expect((await get("/healthz")).json()).toEqual({ status: "alive" });
  });

  test("it is ready, until a migration is missing", async () => {
    expect((await get("/readyz")).json()).toEqual({ status: "ready", reasons: [] });
    const [last] = await database.asOwner<{ name: string }>("delete from migration where id = (select max(id) from migration) returning name");
    const answer = await get("/readyz");
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: "not ready", reasons: [`Migrations are not applied: ${last?.name}.`] }]);
    await database.asOwner("insert into migration (timestamp, name) values (1, $1)", [last?.name]);
  });

  test("it is not ready without its tables, and says which", async () => {
    await database.asOwner("alter table outbox rename to hidden");
    const { reasons } = (await get("/readyz")).json<{ reasons: string[] }>();
    await database.asOwner("alter table hidden rename to outbox");
    expect(reasons).toEqual(["The tables of ordered work cannot be read: 42P01."]);
  });

  test("it is not ready while nobody may use the queue in PostgreSQL, or somebody threw it away", async () => {
    const reasonsGiven = async () => (await get("/readyz")).json<{ reasons: string[] }>().reasons;
    for (const right of ["delete on bullmq.job", "create on schema bullmq"]) {
      await database.asOwner(`revoke ${right} from guildhall_app`);
      expect(await reasonsGiven()).toEqual(["No work is done: the queue's schema bullmq is closed to guildhall_app. Run the command migrate."]);
      await database.asOwner(`grant ${right} to guildhall_app`);
    }
    await database.asOwner("alter schema bullmq rename to thrown_away");
    expect(await reasonsGiven()).toEqual(["No work is done: the queue's schema bullmq is missing. Run the command migrate."]);
    await database.asOwner("alter schema thrown_away rename to bullmq");
    expect(await reasonsGiven()).toEqual([]);
  });

  test("it is not ready while Redis is away", async () => {
    const lonely = await lanternApp(database, "demo", "redis://127.0.0.1:1");
    const answer = await lonely.app.inject({ url: "/readyz" });
    expect([answer.statusCode, answer.json<{ reasons: string[] }>().reasons[0]]).toEqual([503, expect.stringContaining("Redis does not answer")]);
    await lonely.app.close();
  });
});

describe("metrics", () => {
  test("tell requests, root fields, work, outbox and connections", async () => {
    await house.ask({ query: `{ lantern(id: "a") { id } }` });
    await database.asOwner("update outbox set relayed_at = now()");
    await database.asOwner(`insert into outbox (event, payload, announced_at) values ('bell.struck', '{}', now() - interval '90 seconds')`);
    await database.asOwner(`insert into job_record (key, queue, name, payload, ordered_at, touched_at) values ('k', 'bells', 'ring', '{}', now() - interval '2 hours', now())`);
    const { body } = await get("/metrics");
    expect(body).toMatch(/guildhall_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} 1/);
    expect(body).toMatch(/guildhall_root_field_seconds_count\{field="Query.lantern",ending="answered"\} 1/);
    expect(body).toMatch(/guildhall_jobs\{queue="bells",state="ORDERED"\} 1/);
    expect(body).toMatch(/guildhall_oldest_waiting_job_seconds\{queue="bells"\} 72\d\d/);
    expect(body).toMatch(/guildhall_outbox_waiting 1/);
    expect(body).toMatch(/guildhall_outbox_lag_seconds 9\d/);
    expect(body).toMatch(/guildhall_pool_connections\{state="waiting"\} 0/);
  });

  test("keep telling of work that was given up, as the board does", async () => {
    await database.asOwner(`insert into job_record (key, queue, name, payload, state, ordered_at, finished_at, touched_at)
      select 'old.' || state, 'belfry', 'ring', '{}', state, now() - interval '3 days', now() - interval '2 days', now() from unnest(array['FAILED', 'DONE']) as state`);
    const { body } = await get("/metrics");
    expect(body).toMatch(/guildhall_jobs\{queue="belfry",state="FAILED"\} 1/);
    expect(body).not.toMatch(/queue="belfry",state="DONE"/);
  });

  test("still tell requests and connections while the database is away, and of work nothing rather than nought", async () => {
    await database.asOwner("alter table job_record rename to hidden");
    const { statusCode, body } = await get("/metrics");
    await database.asOwner("alter table hidden rename to job_record");
    expect(statusCode).toBe(200);
    expect(body).toMatch(/guildhall_database_up 0/);
    expect(body).toMatch(/guildhall_http_request_seconds_count/);
    expect(body).toMatch(/guildhall_pool_connections\{state="busy"\} \d/);
    expect(body).not.toMatch(/^guildhall_(jobs|oldest_waiting_job_seconds|outbox_waiting|outbox_lag_seconds)[ {]/m);
    expect((await get("/metrics")).body).toMatch(/guildhall_database_up 1[^]*guildhall_outbox_waiting 1/);
  });

  test("are told within seconds though every connection is taken", async () => {
    const pool = poolOf(database.source);
    const taken = await Promise.all(Array.from({ length: 8 }, () => pool.connect()));
    const { body } = await get("/metrics");
    expect(body).toMatch(/guildhall_database_up 0/);
    expect(body).toMatch(/guildhall_pool_connections\{state="busy"\} 8/);
    expect(body).toMatch(/guildhall_pool_connections\{state="waiting"\} 1/);
    await get("/metrics");
    expect(pool.waitingCount).toBe(1);
    for (const client of taken) client.release();
  });

  test.each([
    ["203.0.113.9", 404],
    ["2001:db8::1", 404],
    ["10.1.2.3", 200],
    ["::1", 200],
  ])("for somebody at %s: %i", async (address, status) => {
    expect((await get("/metrics", {}, address)).statusCode).toBe(status);
  });
});

test("the log keeps an operation's name, and nothing else that is sent as one", async () => {
  const { app, ask, lines } = await lanternApp(database);
  for (const operationName of ["Page", "Page\n{\"level\":50}", "x".repeat(81)]) await ask({ query: "query Page { __typename }", operationName });
  expect(lines.filter(({ msg }) => msg === "request").map(({ operation }) => operation)).toEqual(["Page", null, null]);
  await app.close();
});

test("an address with U+0000 in it is refused at the door, and is no defect", async () => {
  const { app, lines } = await lanternApp(database);
  for (const url of ["/files/%00", "/verify/a%00b", "/?a=%00"]) expect((await app.inject({ url })).statusCode).toBe(400);
  expect(lines.filter(({ msg }) => msg === "defect")).toEqual([]);
  await app.close();
});

describe("every answer", () => {
  test("forbids scripts from elsewhere, frames and sniffing", async () => {
    const { headers } = await get("/healthz");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "strict-transport-security": expect.stringContaining("max-age=31536000") as string });
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  test("carries the house's own id, under which it is logged; the caller's stands beside it when it is harmless", async () => {
    const asked = (id: string) => get("/healthz", { "x-request-id": id }).then(({ headers }) => headers["x-request-id"]);
    const [own, other] = [await asked("trace-0123456789"), await asked("<script>\n")];
    expect([own, other]).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), expect.stringMatching(/^[\da-f-]{36}$/)]);
    const line = { msg: "request", status: 200, req: { method: "GET", url: "/healthz" } };
    expect(house.lines.filter(({ requestId }) => requestId === own)).toMatchObject([{ ...line, callerId: "trace-0123456789" }]);
    expect(house.lines.filter(({ requestId }) => requestId === other)).toEqual([expect.not.objectContaining({ callerId: expect.anything() as unknown })]);
  });

  test("leaves no word of its caller's in the journal", async () => {
    const payload = { query: `mutation { bellStrike(way: "traced") }` };
    const struck = await house.app.inject({ method: "POST", url: "/graphql", headers: { "content-type": "application/json", "x-request-id": "Lin_Mei_139" }, payload });
    const entries = await database.asOwner<{ requestId: string }>(`select request_id as "requestId" from journal_entry where act = 'bell.struck'`);
    expect(entries).toEqual([{ requestId: struck.headers["x-request-id"] }]);
  });

  test("is in JSON when there is nothing", async () => {
    const answer = await get("/nowhere");
    expect([answer.statusCode, answer.json()]).toEqual([404, { message: "There is nothing at this address." }]);
  });
});
