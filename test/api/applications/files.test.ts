import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { offerDownloads } from "../../../server/http/downloads.ts";
import { takeUploads } from "../../../server/http/uploads.ts";
import { type Actor, anonymous } from "../../../server/platform/actor.ts";
import { createLog } from "../../../server/platform/log.ts";
import { pdfOf } from "../assessments/corpus.ts";
import { served } from "../../support/served.ts";
import { type ApplicationHouse, applicationHouse } from "./applicants.ts";

let house: ApplicationHouse;
let app: FastifyInstance;
const people = new Map<string, Actor>();

beforeAll(async () => {
  house = await applicationHouse(new Date().toISOString());
  for (const name of ["officer", "panel", "inspector", "member"] as const) people.set(name, (await house[name]()).actor);
  app = await createApp({
    source: house.database.source, config: { ...served, mode: "demo", publicUrl: "http://guild.example" }, services: house.services, schema: house.schema,
    authenticate: ({ headers }) => Promise.resolve(people.get(String(headers["x-person"])) ?? anonymous()),
    log: createLog({ level: "silent", mode: "demo", name: "api" }), routes: [takeUploads, offerDownloads],
  });
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const boundary = "----guildhall";
const post = async (bytes: Buffer, headers: Record<string, string>, kind = "BUSINESS_LICENCE") => {
  const { statusCode, payload } = await app.inject({
    method: "POST", url: `/uploads?kind=${kind}`, headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "apollo-require-preflight": "true", ...headers },
    payload: Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="licence.pdf"\r\ncontent-type: application/pdf\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  return { status: statusCode, json: JSON.parse(payload) as { id: string; name: string; problems: { code: string }[]; message: string } };
};
const fetched = (id: string, headers: Record<string, string>) => app.inject({ url: `/files/${id}`, headers });

test("a stranger with the secret keeps a licence; officers and whoever has the secret fetch it, and nobody else", async () => {
  const [{ token, id }, other] = [await house.drafted(), await house.drafted()];
  const { status, json } = await post(pdfOf("Business licence"), { "application-token": token });
  expect([status, json]).toMatchObject([201, { name: "licence.pdf" }]);
  expect((await house.open(token))?.evidence.map(({ id: file }) => file)).toContain(json.id);
  const [file] = await house.database.asOwner("select member_id, permission, uploaded_by from stored_file where id = $1", [json.id]);
  expect(file).toEqual({ member_id: null, permission: "application:read", uploaded_by: null });
  expect(id).not.toBe(json.id);

  const wrong = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  const who = { officer: { "x-person": "officer" }, secret: { "application-token": token }, member: { "x-person": "member" }, panel: { "x-person": "panel" }, inspector: { "x-person": "inspector" } };
  const answers = await Promise.all(Object.values({ ...who, nobody: {}, other: { "application-token": other.token }, wrong: { "application-token": wrong } }).map((headers) => fetched(json.id, headers as Record<string, string>)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404, 404, 404, 404, 404, 404]);
  expect(new Set(answers.slice(2).map(({ payload }) => payload)).size).toBe(1);
  expect(answers[1]?.rawPayload.equals(pdfOf("Business licence"))).toBe(true);
});

test("a secret opens no other file of the house, not even to an officer who sends it along", async () => {
  const { token } = await house.drafted();
  await house.database.asOwner("insert into stored_file (id, name, media_type, size, digest, uploaded_at, permission) values ('fil_x', 'x', 'text/plain', 1, 'x', now(), 'audit:read')");
  expect((await fetched("fil_x", { "application-token": token, "x-person": "officer" })).statusCode).toBe(404);
});

test.each([
  ["without a secret", {}, "BUSINESS_LICENCE", 401],
  ["with a secret that opens nothing", { "application-token": "x" }, "BUSINESS_LICENCE", 422],
  ["with a secret that is none", { "application-token": "x".repeat(201) }, "BUSINESS_LICENCE", 401],
  ["as another page", { "application-token": "TOKEN", "sec-fetch-site": "cross-site" }, "BUSINESS_LICENCE", 403],
  ["of a kind there is not", { "application-token": "TOKEN" }, "PASSPORT", 422],
] as const)("%s nothing is kept", async (_, headers, kind, status) => {
  const { token } = await house.drafted();
  const count = () => house.database.asOwner("select count(*)::int as files from stored_file");
  const before = await count();
  const given = Object.fromEntries(Object.entries(headers as Record<string, string>).map(([name, value]) => [name, value === "TOKEN" ? token : value]));
  expect((await post(pdfOf("x"), given, kind)).status).toBe(status);
  expect(await count()).toEqual(before);
});

test("an unsafe file is refused as it is everywhere", async () => {
  const { token } = await house.drafted();
  const { status, json } = await post(pdfOf("x", "/Names << /JavaScript 9 0 R >>"), { "application-token": token });
  expect([status, json.problems]).toEqual([422, [{ code: "FILE_UNSAFE", path: "" }]]);
});
