import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done } from "../../../server/platform/outcome.ts";
import { system } from "../../../server/platform/actor.ts";
import { forgottenOrders } from "../../../workers/orders.ts";
import { openWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-11-02T03:00:00Z") })));
afterAll(() => world.close());

interface Order {
  id: string;
  state: string;
  attempts: number;
  error: string | null;
  mayRetry: boolean;
}
interface Answered {
  operations: { outbox: { waiting: number; seconds: number }; queues: Record<string, unknown>[] };
  workOrders: { totalCount: number; edges: { node: Order }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  workOrderRetry: { workOrder: Order | null; problems: { code: string; path: string }[] };
}

const fields = "id state attempts error mayRetry: viewerMay(act: OPERATIONS_CHANGE)";
const LIST = `query ($first: Int!, $after: String, $filter: WorkOrderFilter) {
  workOrders(first: $first, after: $after, filter: $filter) { totalCount edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
const RETRY = `mutation ($id: ID!) { workOrderRetry(id: $id) { workOrder { ${fields} } problems { code path } } }`;
const BOARD = "{ operations { outbox { waiting seconds } queues { queue ordered active failed doneToday oldestWaitingSeconds } } }";

/** Work as the workers would have left it. */
const left = (key: string, { queue = "lanterns", state = "ORDERED", at = world.now().toISOString(), attempts = 0, error = null as string | null } = {}) =>
  world.database.asOwner(
    `insert into job_record (key, queue, name, payload, state, attempts, error, ordered_at, finished_at, touched_at)
     values ($1, $2, 'light-lantern', '{"secret": "held back"}', $3, $4, $5, $6::timestamptz, case when $3 in ('DONE', 'FAILED') then $6::timestamptz end, $6::timestamptz)`,
    [key, queue, state, attempts, error, at],
  );
const failed = (key: string) => left(key, { state: "FAILED", attempts: 8, error: "The oil ran out." });

describe("the queue board", () => {
  test("counts each queue by state, says how long the oldest waits and how far the outbox is behind", async () => {
    await left("board.1", { queue: "board", at: "2026-11-02T02:58:30Z" });
    await left("board.2", { queue: "board", at: "2026-11-02T02:59:30Z" });
    await left("board.3", { queue: "board", state: "ACTIVE" });
    await left("board.4", { queue: "board", state: "FAILED", at: "2026-09-01T00:00:00Z" });
    await left("board.5", { queue: "board", state: "DONE" });
    await left("board.6", { queue: "board", state: "DONE", at: "2026-10-31T03:00:00Z" });
    await left("quiet.1", { queue: "quiet", state: "DONE" });
    await world.database.asOwner("insert into outbox (event, payload, announced_at) values ('lantern.lit', '{}', '2026-11-02T02:59:15Z')");
    const { data } = await (await world.officer()).run<Answered>(BOARD);
    expect(data?.operations.outbox).toEqual({ waiting: expect.any(Number), seconds: 45 });
    expect(data?.operations.queues.filter(({ queue }) => queue === "board" || queue === "quiet")).toEqual([
      { queue: "board", ordered: 2, active: 1, failed: 1, doneToday: 1, oldestWaitingSeconds: 90 },
      { queue: "quiet", ordered: 0, active: 0, failed: 0, doneToday: 1, oldestWaitingSeconds: null },
    ]);
  });

  test("lists every order once, page by page, though many were given within one millisecond", async () => {
    const keys = Array.from({ length: 7 }, (_, index) => `paged.${index}`);
    for (const [index, key] of keys.entries()) await left(key, { queue: "paged", at: `2026-11-02T02:00:00.00012${index % 3}Z` });
    const operator = await world.operator();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Answered | null } = await operator.run<Answered>(LIST, { first: 2, after, filter: { queue: "paged" } });
      seen.push(...(data?.workOrders.edges.map(({ node }) => node.id) ?? []));
      after = data?.workOrders.pageInfo.hasNextPage ? data.workOrders.pageInfo.endCursor : null;
    } while (after);
    expect([...seen].sort()).toEqual(keys);
    expect(seen[0]).toBe("paged.5");
  });

  test("narrows by state and queue together", async () => {
    await left("narrow.1", { queue: "narrow" });
    await failed("elsewhere.1");
    await left("narrow.2", { queue: "narrow", state: "FAILED" });
    const { data } = await (await world.operator()).run<Answered>(LIST, { first: 10, filter: { queue: "narrow", state: "FAILED" } });
    expect([data?.workOrders.totalCount, data?.workOrders.edges.map(({ node }) => node.id)]).toEqual([1, ["narrow.2"]]);
  });
});

describe("ordering again", () => {
  test("opens what was given up, says so in the journal, and the sweep sends it at once", async () => {
    await failed("retry.1");
    const operator = await world.operator();
    const { data } = await operator.run<Answered>(RETRY, { id: "retry.1" });
    expect(data?.workOrderRetry).toEqual({ workOrder: { id: "retry.1", state: "ORDERED", attempts: 0, error: "The oil ran out.", mayRetry: false }, problems: [] });
    const [entry] = await world.database.asOwner("select actor_id from journal_entry where act = 'work-order.retried' and record = 'retry.1'");
    expect(entry).toEqual({ actor_id: operator.actor.userId });
    const swept = await world.contextOf(system).inTransaction(async (tx) => done(await forgottenOrders(tx, 8)));
    expect(swept.ok && swept.value.map(({ key }) => key)).toContain("retry.1");
  });

  test.each(["ORDERED", "ACTIVE", "DONE"])("is refused while the order is %s, and changes nothing", async (state) => {
    const key = `refused.${state}`;
    await left(key, { state, attempts: 2 });
    const { data } = await (await world.operator()).run<Answered>(RETRY, { id: key });
    expect(data?.workOrderRetry).toEqual({ workOrder: null, problems: [{ code: "NOT_RETRYABLE", path: "id" }] });
    expect(await world.database.asOwner("select state, attempts from job_record where key = $1", [key])).toEqual([{ state, attempts: 2 }]);
  });

  test("of work nobody ordered is no work at all", async () => {
    const { data } = await (await world.operator()).run<Answered>(RETRY, { id: "nobody.ordered" });
    expect(data?.workOrderRetry.problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
  });

  test("twenty at once order it once", async () => {
    await failed("retry.20");
    const all = await Promise.all(Array.from({ length: 20 }, async () => (await world.operator()).run<Answered>(RETRY, { id: "retry.20" })));
    expect(all.filter(({ data }) => data?.workOrderRetry.problems.length === 0)).toHaveLength(1);
    expect(await world.database.asOwner("select 1 from journal_entry where act = 'work-order.retried' and record = 'retry.20'")).toHaveLength(1);
  });

  test("is an operator's act: an officer looks and may not", async () => {
    await failed("officer.1");
    const officer = await world.officer();
    expect((await officer.run(RETRY, { id: "officer.1" })).errors).toEqual([{ code: "FORBIDDEN", path: "workOrderRetry" }]);
    const { data } = await officer.run<Answered>(LIST, { first: 100, filter: { state: "FAILED" } });
    expect(data?.workOrders.edges.find(({ node }) => node.id === "officer.1")?.node.mayRetry).toBe(false);
    const seen = await (await world.operator()).run<Answered>(LIST, { first: 100, filter: { state: "FAILED" } });
    expect(seen.data?.workOrders.edges.find(({ node }) => node.id === "officer.1")?.node.mayRetry).toBe(true);
  });
});

describe("what the house works on", () => {
  test("is hidden from members, regulators, inspectors and strangers", async () => {
    for (const person of [await world.member(), await world.regulator(), await world.inspector(), await world.panel()])
      for (const document of [BOARD, LIST, RETRY])
        expect((await person.run(document, { first: 1, id: "retry.1" })).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    expect((await world.stranger().run(BOARD)).errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
  });

  test("keeps its payload to itself, also from those who may look", async () => {
    await failed("payload.1");
    await expect((await world.operator()).run("{ workOrders(first: 1) { edges { node { payload } } } }")).rejects.toThrow('Cannot query field "payload"');
    const { data } = await (await world.operator()).run(LIST, { first: 100 });
    expect(JSON.stringify(data)).not.toContain("held back");
  });

  test("is not there for a member even past every check of the application", async () => {
    const ctx = world.contextOf((await world.member()).actor);
    expect(await ctx.rows("select key from job_record")).toEqual([]);
    await ctx.endReads();
  });
});
