import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getOperationAST, graphql, print } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "../../seeds/demo/run.ts";
import { personAsActor, type Role } from "../../server/modules/identity/index.ts";
import { openHouse } from "../../server/open-house.ts";
import { type Actor, anonymous, system } from "../../server/platform/actor.ts";
import { readConfig } from "../../server/platform/config.ts";
import { Context } from "../../server/platform/context.ts";
import { type CompiledRead, compileRead, type ReadLanguage } from "../../server/platform/graphql/compile-read.ts";
import { denialOf } from "../../server/platform/graphql/may.ts";
import { recordReaders } from "../../server/platform/graphql/node.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import { createReading } from "../../server/reading.ts";
import { createSchema } from "../../server/schema.ts";
import { carryOut } from "../api/supervision/audited.ts";
import { memberPage } from "../bench/member-page.queries.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { document as documentOf, operations } from "../support/documents.ts";

/** The day after which nothing more happens in the story. */
const now = new Date("2026-11-05T02:00:00Z");
const ignore = () => undefined;

let database: TestDatabase;
let house: Awaited<ReturnType<typeof openHouse>>;
let dataDir: string;
let language: ReadLanguage;
let people: { name: string; actor: Actor }[];
let memberIds: string[];

const contextOf = (actor: Actor) => new Context({ source: house.source, actor, requestId: "both-ways", now });

beforeAll(async () => {
  [database, dataDir] = [await testDatabase(), await mkdtemp(join(tmpdir(), "guildhall-both-ways-"))];
  const config = { ...readConfig({ DATA_DIR: dataDir, DATABASE_URL: database.url }), databaseUrl: database.url, migrationDatabaseUrl: database.url };
  await seedDemo(config, ignore, now);
  house = await openHouse(config, "api");
  const { services } = house;
  language = { schema: createSchema(services), reading: createReading(services), readers: recordReaders() };
  const change = async <T>(work: (tx: Context) => Promise<Outcome<T>>): Promise<T> => {
    const outcome = await contextOf(system).inTransaction(work);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value;
  };
  await change((tx) => services.audits.startDue(tx));
  for (const { id } of await database.asOwner<{ id: string }>("select id from audit_run")) await carryOut({ services, change }, id);
  for (const { id } of await database.asOwner<{ id: string }>("select id from assessment where state = 'CONFIRMED' and grade is not null")) {
    await change((tx) => services.certificates.order(tx, id));
  }
  memberIds = (await database.asOwner<{ id: string }>("select id from member order by number")).map(({ id }) => id);
  const users = await database.asOwner<{ id: string; roles: Role[]; memberId: string | null }>(
    `select id, roles, member_id as "memberId" from user_account order by email`,
  );
  people = [
    { name: "a stranger", actor: anonymous("en", "203.0.113.7") },
    ...users.map(({ id, roles, memberId }) => ({
      name: `${roles.join("+")} of ${memberId ?? "the house"}`,
      actor: personAsActor({ id, roles, memberId, language: "en", totpEnrolledAt: now }, null, null),
    })),
  ];
}, 180_000);
afterAll(async () => {
  await house.source.destroy();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Values a page may send for a variable of this name. */
const offered = (name: string): unknown[] =>
  ({
    id: [...memberIds, "mem_00000000000000000000000000", "nothing"], of: memberIds, memberId: memberIds,
    first: [1, 5, 100], after: [null, "bm9uc2Vuc2U"], text: [null, "公司", "%"],
    filter: [null, {}, { text: "a" }, { statuses: ["ACTIVE", "GRACE"], productLine: "GRAIN_OIL" }, { regions: ["440000", "810000"] }],
  })[name] ?? [];

/** Every offer of one variable beside the first of the others, which is enough to meet each value. */
function variablesFor(names: readonly string[]): Record<string, unknown>[] {
  const first = Object.fromEntries(names.map((name) => [name, offered(name)[0]]));
  return [first, ...names.flatMap((name) => offered(name).slice(1).map((value) => ({ ...first, [name]: value, ...(name === "id" && "of" in first ? { of: value } : {}) })))];
}

/** What the resolvers say: the answer as it travels, or nothing where there were errors. */
async function ordinary(source: string, variables: Record<string, unknown>, actor: Actor): Promise<unknown> {
  const contextValue = contextOf(actor);
  try {
    const { data, errors } = await graphql({ schema: language.schema, source, variableValues: variables, contextValue });
    return errors ? null : JSON.parse(JSON.stringify({ data }));
  } finally {
    await contextValue.endReads();
  }
}

/** What one statement says; nothing where it does not answer. */
async function compiled(read: CompiledRead, variables: Record<string, unknown>, actor: Actor): Promise<unknown> {
  const statement = read.statement(variables, now);
  if (!statement || read.may.some((may) => denialOf(actor, may, now))) return null;
  const ctx = contextOf(actor);
  try {
    const row = await ctx.row<{ body: string | null }>(statement.text, statement.values);
    return JSON.parse(row?.body ?? "null");
  } finally {
    await ctx.endReads();
  }
}

/** Asks in both ways for everybody and every value, and says how many answers there were to compare; what is left to the resolvers is not. */
async function compareAll(source: string): Promise<number> {
  const document = documentOf(source);
  const operation = getOperationAST(document);
  const read = operation && compileRead(language, document, operation);
  if (!read) return 0;
  let answers = 0;
  for (const variables of variablesFor((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value))) {
    for (const { name, actor } of people) {
      const one = await compiled(read, variables, actor);
      if (one === null) continue;
      expect(one, `${name} asks with ${JSON.stringify(variables)}: ${source}`).toEqual(await ordinary(source, variables, actor));
      answers += 1;
    }
  }
  return answers;
}

interface MembersAnswer {
  data: { members: { edges: { node: { number: number } }[]; pageInfo: { endCursor: string } } };
}

const pages = operations.flatMap(({ path, document }) => document.definitions.flatMap((node) =>
  (node.kind === "OperationDefinition" && node.operation === "query" ? [{ name: `${node.name?.value} of ${path}`, source: printed(document, node.name?.value ?? "") }] : [])));

function printed(document: (typeof operations)[number]["document"], name: string): string {
  const kept = document.definitions.filter((node) => node.kind !== "OperationDefinition" || node.name?.value === name);
  return print({ ...document, definitions: kept });
}

describe("one statement and the resolvers say the same", () => {
  test("to every document of the web and the journeys that has a reading, whoever asks", async () => {
    const compared: string[] = [];
    for (const { name, source } of pages) if ((await compareAll(source)) > 0) compared.push(name.split(" ")[0] ?? "");
    expect(compared).toEqual(expect.arrayContaining(["MemberPage", "MemberPledge", "MembersPage", "MemberPick"]));
  }, 120_000);

  test.each<[string, string]>([
    ["a member's whole page", memberPage],
    ["aliases, fragments and type names", `
      query ($id: ID!) { __typename: regions { __typename code } one: member(id: $id) { ...Firm ... on Member { again: name status } } }
      fragment Firm on Member { __typename id name region { name __typename } certificates { __typename id } }`],
    ["cursors and counts", `
      query ($first: Int!, $after: String, $filter: MemberFilter) {
        members(first: $first, after: $after, filter: $filter) {
          __typename totalCount edges { __typename cursor node { id } } pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor } } }`],
    ["findings page by page", `
      query ($first: Int!, $after: String, $memberId: String!) {
        findings(first: $first, after: $after, filter: { memberId: $memberId }) {
          totalCount edges { cursor node { id facts { name value } rule { article severity } } } pageInfo { hasNextPage endCursor startCursor } } }`],
    ["every field an assessment, a grade and a certificate have a reading for", `
      query ($id: ID!) { member(id: $id) {
        language pledgeSignature { versionNumber language seal consentText: textDigest }
        assessments { state revision schemeVersion dueOn begunAt savedAt submittedAt receiptNumber returnedAt confirmedAt grade period { code } }
        certificates { number state grade issuedOn expiresOn issuedAt fileId }
        grades { state score grade schemeVersion at } } }`],
  ])("to %s", async (_, source) => {
    expect(await compareAll(source)).toBeGreaterThan(people.length);
  }, 120_000);

  test("on the second page of a list as on the first", async () => {
    const source = "query ($after: String) { members(first: 5, after: $after) { edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
    const officer = people.find(({ actor }) => actor.roles.includes("OFFICER"));
    const document = documentOf(source);
    const operation = getOperationAST(document);
    const read = operation && compileRead(language, document, operation);
    if (!officer || !read) throw new Error("Nobody to ask, or nothing to ask.");
    let after: string | null = null;
    const numbers: number[] = [];
    for (let page = 0; page < 3; page += 1) {
      const one = (await compiled(read, { after }, officer.actor)) as MembersAnswer;
      expect(one).toEqual(await ordinary(source, { after }, officer.actor));
      const { members } = one.data;
      numbers.push(...members.edges.map(({ node }) => node.number));
      after = members.pageInfo.endCursor;
    }
    expect(numbers).toEqual(memberIds.map((_, index) => index + 1));
  });
});

describe("left to the resolvers", () => {
  test.each([
    ["a field without a reading", "query ($id: ID!) { member(id: $id) { id viewerMay(act: PLEDGE_SIGN) } }"],
    ["a root without a reading", "{ viewer { id } }"],
    ["a directive", "query ($id: ID!, $more: Boolean!) { member(id: $id) { id name @include(if: $more) } }"],
    ["a question about the schema", "{ __schema { types { name } } }"],
    ["a document that does not fit the contract", "{ member(id: 5) { idd } }"],
    ["a mutation", "mutation { signOut { problems { code } } }"],
  ])("is %s", (_, source) => {
    const document = documentOf(source);
    const operation = getOperationAST(document);
    expect(operation && compileRead(language, document, operation)).toBeNull();
  });

  test("are variables that do not fit, which the server explains", () => {
    const document = documentOf("query ($id: ID!) { member(id: $id) { id } }");
    const operation = getOperationAST(document);
    const read = operation && compileRead(language, document, operation);
    expect([read?.statement({}, now), read?.statement({ id: {} }, now)]).toEqual([null, null]);
    expect(read?.statement({ id: "mem_1" }, now)?.values).toContain("mem_1");
  });
});
