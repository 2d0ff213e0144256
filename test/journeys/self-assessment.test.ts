import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { offerExports } from "../../server/http/exports.ts";
import { takeUploads } from "../../server/http/uploads.ts";
import { type Actor, anonymous } from "../../server/platform/actor.ts";
import { createLog } from "../../server/platform/log.ts";
import { acts, asInput, assessmentHouse, type AssessmentHouse, confirming, declared, exampleAnswers, type Person, reviewing, revisionSeenBy } from "../api/assessments/people.ts";
import { served } from "../support/served.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

let house: AssessmentHouse;
let app: FastifyInstance;
let member: Person;
let officer: Person;
let folder: string;
const asking = new Map<string, Actor>();

beforeAll(async () => {
  house = await assessmentHouse();
  [member, officer, folder] = [await house.member(), await house.officer(), await mkdtemp(join(tmpdir(), "guildhall-journey-"))];
  asking.set("member", member.actor).set("officer", officer.actor);
  app = await createApp({
    source: house.world.database.source,
    config: { ...served, mode: "demo", publicUrl: "http://guild.example" },
    services: house.services,
    schema: house.world.schema,
    authenticate: ({ headers }) => Promise.resolve(asking.get(String(headers["x-person"])) ?? anonymous()),
    log: createLog({ level: "silent", mode: "demo", name: "api" }),
    routes: [takeUploads, offerExports],
  });
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

test("a member fills in and hands in, an officer adjusts and confirms, and anyone comes to the same score offline", async () => {
  const { id } = (await member.ask(acts.begin, { period: "2026-H1" })).data.act.assessment as { id: string };
  let revision = 1;
  for (const group of ["G1", "G2", "G3", "G4", "G5", "G6", "G7"]) {
    const indicators = Object.keys(exampleAnswers()).filter((indicator) => indicator.startsWith(`I-${group.slice(1)}.`));
    const { act } = (await member.ask(acts.save, { id, input: { revision, answers: asInput(exampleAnswers(), indicators), lookedAt: group } })).data;
    expect(act.problems).toEqual([]);
    revision = act.assessment.revision;
  }
  const fileId = await uploaded("orders.csv", "month,orders\n2026-01,2000\n");
  expect((await member.ask(acts.attach, { id, input: { indicator: "I-1.1", fileId } })).data.act.problems).toEqual([]);
  const { tasks } = (await member.ask("query ($id: ID!) { assessment(id: $id) { tasks { state } } }", { id })).data.assessment;
  expect(tasks.every(({ state }: { state: string }) => state === "COMPLETE")).toBe(true);
  expect((await member.ask(acts.submit, { id, input: declared(await revisionSeenBy(member, id)) })).data.act.assessment.receiptNumber).toMatch(/^SA-2026-H1-/);

  const shorter = { indicator: "I-4.1", inputs: [{ code: "complaints_on_time", value: "41" }], proof: "VERIFIED", reason: "Five answers came after the promised 72 hours." };
  expect((await reviewing(officer, "adjust", id, shorter)).data.act.problems).toEqual([]);
  const confirmed = (await confirming(officer, id)).data.act.assessment;
  expect(confirmed).toMatchObject({ state: "CONFIRMED", score: { state: "RATED" } });

  const answers = join(folder, "answers.json");
  const scheme = join(folder, "scheme.json");
  await writeFile(answers, await exported(`/assessments/${id}/answers.json`, "member"));
  await writeFile(scheme, await exported("/schemes/service-quality/1.json", "nobody"));
  const { stdout } = await run(process.execPath, ["--import", "tsx", "server/cli/main.ts", "assessment", "score", "--scheme", scheme, "--answers", answers, "--json"], { cwd: root });
  const [row] = await house.asOwner<{ score: unknown }>("select score from assessment where id = $1", [id]);
  expect(JSON.parse(stdout)).toEqual(row?.score);
  expect(JSON.parse(stdout)).toMatchObject({ score: confirmed.scoreValue, grade: confirmed.grade });
}, 60_000);

test("what was exported stays within the firm", async () => {
  const { id } = (await member.ask("{ assessments(first: 1) { edges { node { id } } } }")).data.assessments.edges[0].node as { id: string };
  asking.set("rival", (await house.member()).actor);
  const statusFor = async (person: string, of: string) => (await app.inject({ url: `/assessments/${of}/answers.json`, headers: { "x-person": person } })).statusCode;
  expect(await statusFor("officer", id)).toBe(200);
  expect(await statusFor("rival", id)).toBe(404);
  expect(await statusFor("nobody", id)).toBe(404);
  expect((await app.inject({ url: "/schemes/service-quality/99.json" })).statusCode).toBe(404);
});

async function uploaded(name: string, text: string): Promise<string> {
  const boundary = "----journey";
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}`, "x-person": "member", "apollo-require-preflight": "true" };
  return ((await app.inject({ method: "POST", url: "/uploads", headers, payload })).json() as { id: string }).id;
}

async function exported(url: string, person: string): Promise<string> {
  const answer = await app.inject({ url, headers: { "x-person": person } });
  expect(answer.statusCode).toBe(200);
  return answer.payload;
}
