import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { offerDownloads } from "../../../server/http/downloads.ts";
import type { Permission } from "../../../server/modules/identity/index.ts";
import { openCheckpointFile, verifierOf } from "../../../server/platform/checkpoint.ts";
import { createLog } from "../../../server/platform/log.ts";
import { done } from "../../../server/platform/outcome.ts";
import { keepFile } from "../../../server/platform/stored-file.ts";
import { served } from "../../support/served.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let app: FastifyInstance;
const people: Person[] = [];

beforeAll(async () => {
  world = await openWorld();
  app = await createApp({
    source: world.database.source, services: world.services, schema: world.schema, config: served,
    authenticate: ({ headers }) => Promise.resolve((people[Number(headers["x-person"])] ?? world.stranger()).actor),
    log: createLog({ level: "silent", mode: "production", name: "api" }), routes: [offerDownloads],
  });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const fetch = (person: Person, url: string) => app.inject({ url, headers: { "x-person": String(people.push(person) - 1) } });
const bytes = Buffer.from("%PDF-1.7 a receipt");
const file = (memberId: string | null, permission: Permission = "pledge:read") =>
  world.change(async (tx) => done(await keepFile(tx, world.services.files, { memberId, permission, name: "收據 #1 (甲).pdf", mediaType: "application/pdf", bytes })));

describe("a file", () => {
  test("comes to its member and to officers as an attachment no browser guesses about", async () => {
    const acme = await world.member();
    const { id, digest } = await file(acme.actor.memberId);
    for (const person of [acme, await world.officer()]) {
      const answer = await fetch(person, `/files/${id}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.payload).toBe("%PDF-1.7 a receipt");
      expect(answer.headers).toMatchObject({ "content-type": "application/pdf", "x-content-type-options": "nosniff", etag: `"${digest}"`, "cache-control": "private, no-store" });
      expect(answer.headers["content-disposition"]).toBe(`attachment; filename="_1_.pdf"; filename*=UTF-8''%E6%94%B6%E6%93%9A%20%231%20%28%E7%94%B2%29.pdf`);
    }
  });

  test("of another member is as absent as one that never was", async () => {
    const [acme, rival] = [await world.member(), await world.member()];
    const { id } = await file(acme.actor.memberId);
    const foreign = await fetch(rival, `/files/${id}`);
    const none = await fetch(rival, "/files/fil_01JD0000000000000000000000");
    expect([foreign.statusCode, foreign.payload]).toEqual([404, none.payload]);
    expect(Object.keys(foreign.headers)).toEqual(Object.keys(none.headers));
    for (const person of [world.stranger(), await world.regulator(), await world.operator()]) expect((await fetch(person, `/files/${id}`)).statusCode).toBe(404);
  });

  test("comes to whoever may read what it belongs to, and to nobody who may only read the member", async () => {
    const acme = await world.member();
    const officer = await world.officer();
    const program = world.as({ ...officer.actor, kind: "API_KEY", permissions: new Set<Permission>(["member:read", "certificate:read"]) });
    const statusFor = async (person: Person, permission: Permission) => (await fetch(person, `/files/${(await file(acme.actor.memberId, permission)).id}`)).statusCode;
    for (const permission of ["pledge:read", "assessment:read"] as const) {
      expect([await statusFor(officer, permission), await statusFor(await world.inspector(), permission), await statusFor(program, permission)]).toEqual([200, 404, 404]);
    }
    expect(await statusFor(program, "certificate:read")).toBe(200);
  });

  test("of the association is none of a member's", async () => {
    const { id } = await file(null, "audit:read");
    expect((await fetch(await world.member(), `/files/${id}`)).statusCode).toBe(404);
    expect((await fetch(await world.officer(), `/files/${id}`)).statusCode).toBe(200);
  });
});

describe("a checkpoint file", () => {
  test("is whole and signed, for officers alone", async () => {
    const officer = await world.officer();
    await world.firm();
    const sealed = await officer.run<{ journalCheckpointCreate: { checkpoint: { size: number } } }>("mutation { journalCheckpointCreate { checkpoint { size } } }");
    const { size = 0 } = sealed.data?.journalCheckpointCreate.checkpoint ?? {};
    const answer = await fetch(officer, `/journal/checkpoints/${size}`);
    const opened = openCheckpointFile(answer.payload, verifierOf(world.signer));
    expect("problem" in opened ? opened.problem : opened.leaves.length).toBe(size);
    expect((await fetch(await world.member(), `/journal/checkpoints/${size}`)).statusCode).toBe(404);
    expect((await fetch(officer, `/journal/checkpoints/${size + 1}`)).statusCode).toBe(404);
    expect((await fetch(officer, "/journal/checkpoints/0x10")).statusCode).toBe(404);
  });
});
