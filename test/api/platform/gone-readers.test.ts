import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { offerDownloads } from "../../../server/http/downloads.ts";
import { poolOf } from "../../../server/platform/database.ts";
import { createLog } from "../../../server/platform/log.ts";
import { done } from "../../../server/platform/outcome.ts";
import { keepFile } from "../../../server/platform/stored-file.ts";
import { served } from "../../support/served.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { until } from "../../support/until.ts";

let world: World;
let app: FastifyInstance;
let officer: Person;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.officer();
  app = await createApp({
    source: world.database.source, services: world.services, schema: world.schema, config: served,
    authenticate: () => Promise.resolve(officer.actor), log: createLog({ level: "silent", mode: "production", name: "api" }), routes: [offerDownloads],
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

/** Larger than whatever the sockets between take up. */
const large = Buffer.alloc(24 * 1024 * 1024, "a receipt ");
const keptFile = () => world.change(async (tx) => done(await keepFile(tx, world.services.files, { memberId: null, permission: "audit:read", name: "a.pdf", mediaType: "application/pdf", bytes: large })));

/** Asks for a file and reads no further than its first bytes. */
async function begin(id: string) {
  const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`GET /files/${id} HTTP/1.1\r\nHost: guild.example\r\n\r\n`);
  const [head] = (await once(socket, "data")) as [Buffer];
  expect(head.toString("latin1")).toMatch(/^HTTP\/1\.1 200 /);
  socket.pause();
  return socket;
}

test("readers who leave in the middle of a file, or never read on, take no connection with them", async () => {
  const { id } = await keptFile();
  const pool = poolOf(world.database.source);
  const isFree = () => pool.totalCount === pool.idleCount && pool.waitingCount === 0;
  const readers = [];
  for (let reader = 0; reader < pool.options.max + 2; reader += 1) readers.push(await begin(id));
  await until(isFree, 2_000);
  for (const socket of readers) socket.destroy();
  const answer = await app.inject({ method: "POST", url: "/graphql", payload: { query: "{ viewer { id } }" } });
  expect(answer.json()).toMatchObject({ data: { viewer: { id: officer.actor.userId } } });
  await until(isFree, 2_000);
});

test("a transaction in which nothing is asked any more is ended by the database, and the house lives on", async () => {
  const ctx = world.contextOf(officer.actor);
  const idle = await ctx.row<{ limit: string }>("select current_setting('idle_in_transaction_session_timeout') as limit");
  expect(idle?.limit).toBe("1min");
  const left = () => world.database.asOwner("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
  expect(await left()).toHaveLength(1);
  await until(async () => (await left()).length === 0);
  await expect(ctx.row("select 1")).rejects.toThrow();
  await ctx.endReads();
  expect(await ctx.row<{ one: number }>("select 1 as one")).toEqual({ one: 1 });
  await ctx.endReads();
});
