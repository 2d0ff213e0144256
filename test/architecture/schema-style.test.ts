import {
  getNamedType, getNullableType, type GraphQLField, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLType, isEnumType, isInputObjectType,
  isInterfaceType, isListType, isNonNullType, isObjectType,
} from "graphql";
import { expect, test } from "vitest";
import { nodeKinds } from "../../server/platform/graphql/node.ts";
import { createSchema } from "../../server/schema.ts";

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
const own = types.filter(({ name }) => !["String", "Int", "Boolean", "ID", "Query", "Mutation"].includes(name));

interface Place {
  at: string;
  description: string | null | undefined;
  deprecation: string | null | undefined;
  type: GraphQLType;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;
const composites = types.filter((type): type is Composite => isObjectType(type) || isInterfaceType(type));
const outputs = composites.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field, at: `${type.name}.${field.name}` })));
const inputs: Place[] = [
  ...outputs.flatMap(({ field, at }) => field.args.map((arg) => ({ at: `${at}(${arg.name})`, description: arg.description, deprecation: arg.deprecationReason, type: arg.type }))),
  ...types.filter(isInputObjectType).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, description: field.description, deprecation: field.deprecationReason, type: field.type })),
  ),
];
const values = types.filter(isEnumType).flatMap((type) => type.getValues().map((value) => ({ at: `${type.name}.${value.name}`, ...value })));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** The places that break a rule, by name: an empty list is a pass. */
const breaking = <T extends { at: string }>(places: readonly T[], breaks: (place: T) => boolean) => places.filter(breaks).map(({ at }) => at);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

test("types are nouns without suffixes", () => {
  const suffix = /(Type|Object|DTO|Dto|Model|Entity|Info|Data|Response|Result)$/;
  expect(breaking(own.map(({ name }) => ({ at: name })), ({ at }) => at !== "PageInfo" && (suffix.test(at) || !/^[A-Z][A-Za-z0-9]*$/.test(at)))).toEqual([]);
});

test("fields and arguments are camelCase, enum values are capitals", () => {
  expect(breaking(outputs, ({ field }) => !/^[a-z][A-Za-z0-9]*$/.test(field.name))).toEqual([]);
  expect(breaking(inputs, ({ at }) => !/[.(][a-z][A-Za-z0-9]*\)?$/.test(at))).toEqual([]);
  expect(breaking(values, ({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
});

test("every type and every root field has a sentence", () => {
  const sentence = /^[A-Z`"][\s\S]*[.`]$/;
  expect(breaking(own.map(({ name, description }) => ({ at: name, description })), ({ description }) => !sentence.test(description ?? ""))).toEqual([]);
  expect(breaking(outputs.filter(({ type }) => ["Query", "Mutation"].includes(type.name)), ({ field }) => !sentence.test(field.description ?? ""))).toEqual([]);
});

test("a field that may be null says what null means", () => {
  const meaningful = outputs.filter(({ type, field }) => !isNonNullType(field.type) && !/Payload$/.test(type.name));
  expect(breaking(meaningful, ({ field }) => !/\bnull\b/i.test(field.description ?? ""))).toEqual([]);
});

test("lists and their items are never null", () => {
  const loose = (type: GraphQLType): boolean => {
    const inner = getNullableType(type);
    return isListType(inner) && (!isNonNullType(inner.ofType) || loose(inner.ofType as GraphQLType));
  };
  expect(breaking(outputs, ({ field }) => loose(field.type) || isListType(field.type))).toEqual([]);
  expect(breaking(inputs, ({ type }) => loose(type))).toEqual([]);
});

test("nothing is a float", () => {
  expect(breaking(outputs, ({ field }) => getNamedType(field.type).name === "Float")).toEqual([]);
  expect(breaking(inputs, ({ type }) => getNamedType(type).name === "Float")).toEqual([]);
});

test("references are objects, not ids", () => {
  /** No records: what a log line is found by, who once acted and may be gone, where a download is fetched, who of those on panels is meant, in which of two kinds of text a clause stands. */
  const nothingReferred = new Set([
    "JournalEntry.requestId", "JournalActor.userId", "AuditReport.fileId", "Certificate.fileId", "PledgeReceipt.fileId", "CasePaper.fileId", "CitedClause.versionId",
    "PanelAffiliation.userId", "PanelCandidate.userId", "PanelPerson.userId", "PanelSeat.userId", "PanelVote.userId",
  ]);
  expect(breaking(outputs, ({ at, field }) => /Ids?$/.test(field.name) && !nothingReferred.has(at))).toEqual([]);
});

test("a list that can grow is a connection with a page size, and nothing else has one", () => {
  const isConnection = (type: GraphQLOutputType) => getNamedType(type).name.endsWith("Connection");
  const first = (field: GraphQLField<unknown, unknown>) => field.args.find(({ name }) => name === "first");
  expect(breaking(outputs, ({ field }) => isConnection(field.type) !== (String(first(field)?.type) === "Int!"))).toEqual([]);
  expect(breaking(outputs, ({ field }) => isConnection(field.type) && !field.args.some(({ name }) => name === "after"))).toEqual([]);
  expect(breaking(inputs, ({ at }) => /\((offset|skip|limit|page|last|before)\)$/.test(at))).toEqual([]);
});

test("a plain list of records is bound by its nature or in its statement, and says by what", () => {
  const records = new Set(schema.getImplementations(schema.getType("Node") as never).objects.map(({ name }) => name));
  const bound: Record<string, RegExp> = {
    "Application.membersAlike": /^The 5 members at most/,
    "Application.others": /^The 10 latest others/,
    "ComplianceGrade.findings": /the audit behind it found at the member/,
    "Member.assessments": /one for each period/,
    "Member.certificates": /one for each assessment/,
    "Member.grades": /^Its \d+ latest/,
    "Member.publications": /at most \d+/,
    "Member.rewards": /^Its \d+ latest/,
    "Member.sanctionCases": /at most 100/,
    "Norm.versions": /versions/,
    "PanelPerson.affiliations": /at most 100/,
    "Publication.repairs": /at most \d+/,
    "Query.auditPlans": /plan/,
    "Query.norms": /norms of the association/,
    "SanctionCase.decisions": /The first decision, and the one/,
  };
  const plain = outputs.filter(({ field }) => isListType(getNullableType(field.type)) && records.has(getNamedType(field.type).name) && field.name !== "edges");
  expect(plain.map(({ at }) => at).sort()).toEqual(Object.keys(bound));
  expect(breaking(plain, ({ at, field }) => !bound[at]?.test(field.description ?? ""))).toEqual([]);
});

test("a record reached by node has a kind, and the kind an id", () => {
  const implementing = schema.getImplementations(schema.getType("Node") as never).objects.map(({ name }) => name);
  expect([...nodeKinds().keys()].sort()).toEqual(implementing.sort());
});

test("an act has a noun first, one payload of its own, and problems in it", () => {
  const verbs = /^(accept|add|adjust|approve|begin|change|confirm|create|delete|do|edit|end|get|make|order|reject|remove|save|send|set|start|submit|update|upload)[A-Z]?/;
  const ofOneself = new Set(["demoSignIn", "signIn", "signOut", "stepUp"]);
  const acts = mutations.map((field) => ({ at: field.name, field, payload: getNamedType(field.type) as Composite }));
  expect(breaking(acts, ({ at }) => !ofOneself.has(at) && (verbs.test(at) || /(Update|Delete|Set)$/.test(at)))).toEqual([]);
  expect(breaking(acts, ({ at, field }) => String(field.type) !== `${pascal(at)}Payload!`)).toEqual([]);
  expect(breaking(acts, ({ payload }) => String(payload.getFields()["problems"]?.type) !== "[Problem!]!")).toEqual([]);
  expect(breaking(acts, ({ at, field }) => field.args.some(({ name, type }) => name === "input" && String(type) !== `${pascal(at)}Input!`))).toEqual([]);
});

test("an act names the record it acts upon, and says one thing by its name or several in one input", () => {
  const isRecord = (name: string) => /^(id|[a-z]+Id)$/.test(name);
  const said = (field: GraphQLField<unknown, unknown>) => field.args.filter(({ name }) => !isRecord(name));
  const acts = mutations.map((field) => ({ at: field.name, field }));
  expect(breaking(acts, ({ field }) => field.args.length - said(field).length > 1 || said(field).length > 1)).toEqual([]);
  expect(breaking(acts, ({ field }) => said(field).some(({ name, type }) => (name === "input") !== isInputObjectType(getNamedType(type))))).toEqual([]);
});

test("a deprecation names the successor and the day it leaves, which has not come", () => {
  const places = [
    ...outputs.map(({ at, field }) => ({ at, deprecation: field.deprecationReason })),
    ...inputs,
    ...values.map(({ at, deprecationReason }) => ({ at, deprecation: deprecationReason })),
  ].filter(({ deprecation }) => deprecation);
  const today = new Date().toISOString().slice(0, 10);
  const leaving = (reason: string) => /^Use .+\. Leaves after (\d{4}-\d{2}-\d{2})\.$/.exec(reason)?.[1] ?? "";
  expect(breaking(places, ({ deprecation }) => leaving(deprecation ?? "") < today)).toEqual([]);
});
