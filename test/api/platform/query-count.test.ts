import { readFileSync } from "node:fs";
import { getNamedType, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { creditCodeCheck } from "../../../server/modules/members/index.ts";
import { createSchema } from "../../../server/schema.ts";
import { statementsDuring } from "../../support/statements.ts";
import { normActs, normOf } from "../../support/norms.ts";
import { publish, repairActs } from "../publication/published.ts";
import { listsOf, wholeSelection } from "../../support/whole-selection.ts";
import { nothing, tryBefore } from "../authorisation/household.ts";
import { signPledge } from "../credit/pledge.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

const ROWS = 20;
const LEVELS = 3;

let world: World;
let reader: Person;
let versionId = "";
let roundId = "";

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-08-03T02:00:00Z") });
  reader = await world.person(["OFFICER", "OPERATOR"], null);
  const members: Person[] = [];
  for (let row = 0; row < ROWS; row += 1) members.push(await world.member());
  for (const member of members) await liveThrough(member);
  await consult(members);
  await askForRepairs(members);
  await auditEveryone();
  for (const member of members) await tryMember(member);
  await reward(members);
  await applyAndDecide();
  await world.database.asOwner(
    `insert into job_record (key, queue, name, payload, state, ordered_at, touched_at)
     select 'order.' || n, 'bells', 'ring', '{}', 'FAILED', now() - n * interval '1 minute', now() from generate_series(1, $1) as n`,
    [ROWS],
  );
}, 240_000);
afterAll(() => world.close());

const { answers } = JSON.parse(readFileSync(new URL("../../../seeds/reference/examples/answers.json", import.meta.url), "utf8")) as {
  answers: Record<string, { inputs?: Record<string, string>; notApplicable?: { reason: string } }>;
};
const filled = Object.entries(answers).map(([indicator, { inputs = {}, notApplicable }]) => ({
  indicator,
  inputs: Object.entries(inputs).map(([code, value]) => ({ code, value })),
  notApplicableReason: notApplicable?.reason ?? null,
}));

/** One half-year of a member: somebody invited, assessed, confirmed, certified. Two in three leave the queue of the reviewers. */
async function liveThrough(member: Person): Promise<void> {
  await member.run(`mutation { invitationSend(input: { email: "editor@guild.example", role: MEMBER_EDITOR }) { link } }`);
  const id = await idOf(member, `mutation { act: assessmentBegin(period: "2026-H1") { assessment { id } problems { code } } }`);
  await idOf(member, `mutation ($id: ID!, $input: AssessmentSaveInput!) { act: assessmentSave(id: $id, input: $input) { assessment { id } problems { code path } } }`, {
    id, input: { revision: 1, answers: filled },
  });
  await idOf(member, `mutation ($id: ID!, $input: AssessmentSubmitInput!) { act: assessmentSubmit(id: $id, input: $input) { assessment { id } problems { code path } } }`, {
    id, input: { revision: 2, declaration: true, declarantName: "Chan Siu Ming" },
  });
  await idOf(reader, `mutation ($id: ID!) { act: assessmentConfirm(id: $id, input: { revision: 3 }) { assessment { id } problems { code } } }`, { id });
  await world.change((tx) => world.services.certificates.order(tx, id));
}

async function idOf(person: Person, document: string, variables: object = {}): Promise<string> {
  const { data, errors } = await person.run<{ act: { assessment: { id: string } | null; problems: object[] } }>(document, { ...variables });
  if (!data?.act.assessment) throw new Error(JSON.stringify([errors, data?.act.problems]));
  return data.act.assessment.id;
}

/** A case against a member, appealed, with a file. */
async function tryMember({ actor: { memberId, userId } }: Person): Promise<void> {
  const ids = { ...nothing(world.now()), member: memberId ?? "", user: userId ?? "" };
  await world.database.asOwner(
    "insert into stored_file (id, member_id, name, media_type, size, digest, uploaded_at, permission) values ($1, $2, 'books.csv', 'text/csv', 1, 'x', now(), 'case:read')", [ids.file, memberId],
  );
  await tryBefore(world, ids);
}

/** A version of a norm that every member comments on and an officer answers. */
async function consult(members: readonly Person[]): Promise<void> {
  versionId = (await normActs.begin(reader, await normOf(world))).version?.id ?? "";
  await normActs.open(reader, versionId, "2026-08-31");
  const file = `mutation ($id: ID!) { act: normCommentFile(versionId: $id, input: { article: "N1.1", text: "Why?" }) { comment { id } } }`;
  for (const member of members) {
    const filed = await member.run<{ act: { comment: { id: string } } }>(file, { id: versionId });
    await reader.run(`mutation ($id: ID!) { normCommentAnswer(id: $id, answer: "Because.") { problems { code } } }`, { id: filed.data?.act.comment.id });
  }
}

/** A repaired decision of every member, asked for and decided, of which nobody was told yet. */
async function askForRepairs(members: readonly Person[]): Promise<void> {
  const panel = await world.panel();
  for (const member of members) {
    const { publicationId } = await publish(world, { memberId: member.actor.memberId ?? "", publicity: "MINOR" });
    const filed = await repairActs.file(world, member, publicationId);
    await repairActs.giveBack(reader, filed.repair?.id ?? "");
    await repairActs.followUp(world, member, filed.repair?.id ?? "");
    await repairActs.grant(panel, filed.repair?.id ?? "", 3);
  }
}

/** As many applications as rows, of firms called much like the members; every other one is admitted. */
async function applyAndDecide(): Promise<void> {
  const { applying, applicationEvidence, decidings } = world.services;
  const terms = await reader.run<{ applicationTerms: { declarationDigest: string } }>("{ applicationTerms { declarationDigest } }");
  const textDigest = terms.data?.applicationTerms.declarationDigest ?? "";
  for (let row = 0; row < ROWS; row += 1) {
    const stem = `91440101MA5D${String(row).padStart(5, "0")}`;
    const name = { "zh-Hant": `Firm ${row}`, "zh-Hans": `Firm ${row}`, en: `Firm ${row}` };
    const { link } = await world.change((tx) => applying.begin(tx, { name, language: "en" }));
    const token = link.split("#")[1] ?? "";
    await world.change((tx) => applying.save(tx, {
      token, revision: 1, creditCode: stem + creditCodeCheck(stem), region: "440000", sizeClass: "SMALL", productLines: ["GRAIN_OIL"],
      sites: [{ name: "Store", use: "SHOP", region: "440000", address: "1 Road", openedOn: "2025-01-01" }], contact: { name: "Chan", phone: "", email: `chan${row}@firm.example` },
    }));
    await world.change((tx) => applicationEvidence.keep(tx, token, "BUSINESS_LICENCE", { name: "licence.txt", mediaType: "text/plain", bytes: Buffer.from(token) }));
    const { id, revision } = await world.change((tx) => applying.submit(tx, { token, revision: 2, consent: true, textDigest, declarantName: "Chan" }));
    if (row % 2 === 0) await world.change((tx) => decidings.admit(tx, id, { revision, name }));
    world.travel(1_000);
  }
}

/** As many audits as rows, the first of them carried out: its findings, grades and entries of the ledger are everybody's. */
async function auditEveryone(): Promise<void> {
  const { audits, grades, ledger } = world.services;
  const title = { "zh-Hant": "月檢", "zh-Hans": "月检", en: "Monthly audit" };
  const plan = await world.change((tx) => audits.planMake(tx, { title, ruleSetVersion: 1, calendar: "MONTHLY", dueDay: 1 }));
  const { id } = await world.change((tx) => audits.runNow(tx, plan.id));
  await world.change((tx) => audits.open(tx, id));
  while (await world.change((tx) => audits.judgeBatch(tx, id)));
  await world.change((tx) => audits.complete(tx, id));
  await world.change((tx) => grades.gradeBatch(tx, id));
  await world.change((tx) => ledger.enterNext(tx, ""));
  for (let run = 1; run < ROWS; run += 1) {
    world.travel(1_000);
    await world.database.asOwner("update audit_run set state = 'DONE', finished_at = now() where state <> 'DONE'");
    await world.change((tx) => audits.runNow(tx, plan.id));
  }
}

/** Everybody is commended, and judged by as many rounds as rows: all but the last were dropped. */
async function reward(members: readonly Person[]): Promise<void> {
  // Somebody else, and yet no further person in the list of people.
  const second = world.as({ ...reader.actor, userId: members[0]?.actor.userId ?? "" });
  const text = { "zh-Hant": "文", "zh-Hans": "文", en: "text" };
  for (const member of members) {
    await signPledge(member);
    const input = { deed: text, deedOn: "2026-08-01", clause: "C1", evidence: "A letter." };
    const asked = await reader.run<{ act: { reward: { id: string } } }>("mutation ($id: ID!, $input: RewardProposeInput!) { act: rewardPropose(memberId: $id, input: $input) { reward { id } } }", { id: member.actor.memberId, input });
    await second.run("mutation ($id: ID!) { rewardConfirm(id: $id) { problems { code } } }", { id: asked.data?.act.reward.id });
  }
  for (let round = 0; round < ROWS; round += 1) {
    if (roundId !== "") await reader.run(`mutation ($id: ID!) { rewardRoundDrop(id: $id, reason: "Again.") { problems { code } } }`, { id: roundId });
    const opened = await reader.run<{ act: { round: { id: string } } }>("mutation { act: rewardRoundOpen(input: { kind: HONOUR_LIST, year: 2026 }) { round { id } } }");
    roundId = opened.data?.act.round.id ?? "";
  }
}

describe("a list costs the same statements for 2 and for 20 rows, whatever a page selects:", () => {
  const schema = createSchema();

  test.each(listsOf(schema).map((field) => [field.name, field] as const))("%s", async (name, field) => {
    const edge = getNamedType((getNamedType(field.type) as GraphQLObjectType).getFields()["edges"]?.type) as unknown as GraphQLObjectType;
    const node = getNamedType(edge.getFields()["node"]?.type) as unknown as GraphQLObjectType;
    const asked = { tab: name === "repairs" ? "TO_TELL" : "CONFIRMED", versionId: `"${versionId}"`, roundId: `"${roundId}"`, year: 2026 };
    const given = Object.entries(asked).map(([argument, value]) => (field.args.some((arg) => arg.name === argument) ? `, ${argument}: ${value}` : "")).join("");
    const read = async (first: number) => {
      let rows = 0;
      const sent = await statementsDuring(async () => {
        const { data, errors } = await reader.run<Record<string, { edges: object[] }>>(`{ ${name}(first: ${first}${given}) { edges { node ${wholeSelection(node, LEVELS)} } } }`);
        expect(errors).toEqual([]);
        rows = data?.[name]?.edges.length ?? 0;
      });
      return { rows, sent };
    };
    await read(ROWS); // What lasts is remembered from here on.
    const [few, many] = [await read(2), await read(ROWS)];
    expect([few.rows, many.rows]).toEqual([2, ROWS]);
    const more = many.sent.filter((text) => !few.sent.includes(text));
    expect({ statements: many.sent.length, more }).toEqual({ statements: few.sent.length, more: [] });
  });
});
