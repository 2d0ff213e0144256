import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { readPdfSignature, signerOf } from "../../../server/platform/pdf-signature.ts";
import type { SigningIdentity } from "../../../server/platform/signing.ts";
import { enterCreditProcessor } from "../../../workers/credit/enter-credit.processor.ts";
import { reactions } from "../../../workers/reactions.ts";
import { drawCaseNoticeProcessor } from "../../../workers/supervision/draw-case-notice.processor.ts";
import { settleCasesProcessor } from "../../../workers/supervision/settle-cases.processor.ts";
import { actOnAppeal, actOnSeat, type CaseStory, passDays, servedCase, went } from "../../support/cases.ts";
import { jobRun } from "../../support/job-run.ts";
import { signingIdentity } from "../../support/signing.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { hasPoppler, poppler } from "../certificates/poppler.ts";

const BEGAN = "2026-07-01T02:00:00Z";
let world: World;
let identity: SigningIdentity;
beforeAll(async () => {
  world = await openWorld({ now: new Date(BEGAN) });
  identity = await signingIdentity();
});
afterAll(() => world.close());

const draw = async (subjectId: string) => {
  const ctx = world.contextOf(system);
  await drawCaseNoticeProcessor(world.services.notices, identity).run({ subjectId }, jobRun(ctx));
  await ctx.endReads();
};

const settle = async (atOnce?: number) => {
  const ctx = world.contextOf(system);
  await settleCasesProcessor(world.services.enforcement, atOnce).run({ period: world.now().toISOString() }, jobRun(ctx));
  await ctx.endReads();
};

const papersOf = (subjectId: string) =>
  world.database.asOwner<{ digest: string; name: string; member: string }>("select f.digest, f.name, f.member_id as member from case_paper p join stored_file f on f.id = p.file_id where p.subject_id = $1", [subjectId]);

const decisionOf = async (story: CaseStory) => (await world.database.asOwner<{ id: string }>("select id from sanction_decision where case_id = $1 and appeal_id is null", [story.seen.id]))[0]?.id ?? "";

const paperOf = async (subjectId: string) => world.services.files.get((await papersOf(subjectId))[0]?.digest ?? "");

async function appealed(story: CaseStory, choice: Record<string, unknown>): Promise<string> {
  const seen = went(await actOnAppeal(story.firm, "appealFile", { caseId: story.seen.id, grounds: ["EXCESSIVE", "NEW_EVIDENCE"], text: "A warning would have done.", fileIds: [] }));
  const panel = await Promise.all([1, 2, 3].map(() => world.panel()));
  went(await actOnAppeal(story.officer, "appealPanelSeat", { id: seen.id, revision: seen.revision, userIds: panel.map(({ actor }) => actor.userId) }));
  for (const person of panel) {
    await actOnSeat(person, "panelInterestDeclare", { id: seen.id, interested: false, declaration: "" });
    went(await actOnAppeal(person, "appealVoteCast", { id: seen.id, revision: seen.revision, step: null, months: null, reason: "The books shown on appeal bear the firm out.", ...choice }));
  }
  went(await actOnAppeal(panel[0] as Person, "appealDecide", { id: seen.id, revision: seen.revision }));
  return seen.id;
}

describe("the notice of a decision", () => {
  test("is drawn once, signed by the association and filed under the member", async () => {
    const story = await servedCase(world);
    const id = await decisionOf(story);
    await Promise.all([draw(id), draw(id)]);
    await draw(id);
    const papers = await papersOf(id);
    expect(papers).toMatchObject([{ name: expect.stringMatching(/^case-\d+-decision\.pdf$/) as string, member: story.firm.actor.memberId }]);
    const signature = readPdfSignature(await paperOf(id));
    expect("flaw" in signature ? signature.flaw : signerOf(signature, [identity.chain])).toEqual(identity.chain);
    const seen = await story.firm.run<{ sanctionCase: { decisions: { papers: { language: string; fileId: string }[] }[] } }>("query ($id: ID!) { sanctionCase(id: $id) { decisions { papers { language fileId } } } }", { id: story.seen.id });
    expect(seen.data?.sanctionCase.decisions).toMatchObject([{ papers: [{ language: "ZH_HANT" }] }]);
  });

  test.skipIf(!hasPoppler("pdftotext")).each([["zh-Hant", ["處理決定書", "警告", "違反的條款", "C3", "2026 年 7 月 29 日"]], ["zh-Hans", ["处理决定书", "警告", "申诉途径"]], ["en", ["Notice of decision", "warning", "29 July 2026", "no penalty by a public authority"]]] as const)(
    "says in the member's language (%s) what was broken, what follows, why, and until when to appeal", async (language, words) => {
      const story = await servedCase(world, { mitigations: ["COOPERATED"] });
      await world.database.asOwner("update member set language = $1 where id = $2", [language, story.firm.actor.memberId]);
      const id = await decisionOf(story);
      await draw(id);
      const paper = await paperOf(id);
      const text = poppler("pdftotext", paper, "-layout").replaceAll(/\s+/g, " ");
      for (const word of words) expect(text).toContain(word);
    },
  );

  test("and of what an appeal came to is drawn likewise; nothing is drawn of what the member was not told", async () => {
    const story = await servedCase(world, { step: "SUSPENSION", months: 6 });
    const appealId = await appealed(story, { outcome: "REDUCED", step: "WARNING" });
    await draw(appealId);
    expect(await papersOf(appealId)).toMatchObject([{ name: expect.stringMatching(/-appeal\.pdf$/) as string }]);
    await draw("sdc_00000000000000000000000000");
    expect(await papersOf("sdc_00000000000000000000000000")).toEqual([]);
  });

  test("left undrawn by a lost order is ordered again by the sweep", async () => {
    const story = await servedCase(world);
    const id = await decisionOf(story);
    await settle();
    expect(await world.database.asOwner("select 1 from job_record where key = $1", [`draw-case-notice.${id}`])).toHaveLength(1);
  });
});

describe("the ledger", () => {
  /** Does what follows in the credit ledger from every fact announced so far. */
  const react = async () => {
    const facts = await world.database.asOwner<{ id: number; event: string; payload: unknown }>("select id, event, payload from outbox order by id");
    const orders = facts.flatMap((fact) => reactions.filter(({ event }) => event === fact.event).flatMap((reaction) => reaction.orders(fact.payload, String(fact.id))));
    for (const { payload } of orders.filter((order) => order.job.name === "enter-credit")) await enterCreditProcessor(world.services.ledger).run(payload, jobRun(world.contextOf(system)));
  };
  const entriesOf = (story: CaseStory) =>
    world.database.asOwner<{ kind: string; severity: string | null; clause: string | null; matter: string; supersedes: string | null }>(
      "select kind, severity, clause, matter, supersedes from credit_entry where member_id = $1 order by place", [story.firm.actor.memberId]);

  test("has a sanction from the day it takes effect, with its clause and its severity, once", async () => {
    const story = await servedCase(world);
    await react();
    await react();
    expect(await entriesOf(story)).toEqual([{ kind: "SANCTION", severity: "MINOR", clause: "C3", matter: await decisionOf(story), supersedes: null }]);
  });

  test("hears of an appeal by new entries: the first sanction is lifted, the milder one entered, and nothing is edited", async () => {
    const story = await servedCase(world, { step: "SUSPENSION", months: 6 });
    await react();
    const before = await entriesOf(story);
    await appealed(story, { outcome: "REDUCED", step: "WARNING" });
    await react();
    const after = await entriesOf(story);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ kind, severity }) => `${kind} ${String(severity)}`).sort()).toEqual(["SANCTION CRITICAL", "SANCTION MINOR", "SANCTION_LIFTED null"]);
    expect(new Set(after.map(({ matter }) => matter)).size).toBe(2);
  });

  test("has nothing of a sanction an appeal kept from taking effect", async () => {
    const story = await servedCase(world, { step: "MEMBERSHIP_CANCELLED" });
    await appealed(story, { outcome: "SET_ASIDE" });
    await react();
    expect(await entriesOf(story)).toEqual([]);
  });
});

test("many decisions whose day came while the house was down take effect from their own days, a few at a time", async () => {
  const stories = await Promise.all([1, 2, 3].map(() => servedCase(world, { step: "MEMBERSHIP_CANCELLED" })));
  passDays(world, 45);
  await settle(2);
  const inForce = await world.database.asOwner<{ day: string }>("select in_force_on::text as day from sanction_decision where case_id = any($1::text[])", [stories.map(({ seen }) => seen.id)]);
  expect(inForce.map(({ day }) => day)).toEqual(["2026-07-30", "2026-07-30", "2026-07-30"]);
});
