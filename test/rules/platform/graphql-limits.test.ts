import { getIntrospectionQuery, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { buildContract } from "../../../server/platform/graphql/build-schema.ts";
import { Judge } from "../../../server/platform/graphql/judge.ts";
import { limits } from "../../../server/platform/graphql/limits.ts";
import { weighDocument } from "../../../server/platform/graphql/weigh-document.ts";
import { LanternResolver } from "../../support/lantern.ts";

const judge = new Judge(buildContract([LanternResolver], new Map()));
const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(" ");
const nested = (depth: number): string => (depth === 0 ? "id" : `neighbour { ${nested(depth - 1)} }`);

/** Each fragment spreads the next one twice: 2^40 fields once written out. */
const bomb = `{ lantern(id: "a") { ...F0 } } ${times(40, (index) => `fragment F${index} on Lantern { neighbour { ...F${index + 1} id } other: neighbour { ...F${index + 1} } }`)} fragment F40 on Lantern { id }`;

describe("a document is weighed", () => {
  test.each([
    ["by its depth, through fragments", `{ a { ...F } } fragment F on X { b { c } }`, { depth: 3, selections: 4 }],
    ["by its aliases", `{ x: a y: a { z: b } }`, { aliases: 3 }],
    ["by what it repeats in one selection", `{ a a a ...F ...F } fragment F on X { b }`, { duplicates: 3 }],
    ["without counting the same field in two selections", `{ a { id } b { id } }`, { duplicates: 0 }],
    ["by its directives", `{ a @x @y b @z }`, { directives: 3, directivesOnOneField: 2 }],
    ["by its acts, through fragments", `mutation { a ...F ... on M { c } } fragment F on M { b }`, { acts: 3 }],
    ["by its heaviest operation", `query A { a { b } } query B { a x: b y: c }`, { depth: 2, aliases: 2, acts: 0 }],
    ["even when a fragment holds itself", `{ ...F } fragment F on X { a ...F }`, { depth: 1 }],
  ])("%s", (_, text, weight) => {
    expect(weighDocument(parse(text))).toMatchObject(weight);
  });

  test("in an instant, however its fragments multiply", () => {
    const began = performance.now();
    expect(weighDocument(parse(bomb)).selections).toBeGreaterThan(1e12);
    expect(performance.now() - began).toBeLessThan(100);
  });
});

test.each([
  ["a mutation", "mutation { bellStrike }", "bellStrike"],
  ["a mutation under another name", "mutation { a: bellStrike }", "bellStrike"],
  ["a mutation within fragments", "mutation { ... { ...A } } fragment A on Mutation { ...B } fragment B on Mutation { bellStrike }", "bellStrike"],
  ["a mutation of fragments without end", "mutation { ...A } fragment A on Mutation { ...A }", null],
  ["a query", "{ lantern(id: \"a\") { id } }", null],
])("the act of %s is known before it is run", (_, query, act) => {
  expect(judge.judge({ query }).act).toBe(act);
});

test("what a request may bring is reckoned before it is run", () => {
  const costOf = (first: number) => judge.judge({ query: "query ($n: Int!) { lanterns(first: $n) { edges { node { id } } } }", variables: { n: first } }).cost;
  expect(costOf(100)).toBeGreaterThan(9 * costOf(10));
});

describe("a request is refused for", () => {
  const lanterns = (first: string, inner = "id") => `query ($n: Int = 1) { lanterns(first: ${first}) { edges { node { ${inner} } } } }`;

  test.each([
    ["depth", `{ lantern(id: "a") { ${nested(limits.depth)} } }`, {}, "levels"],
    ["aliases", `{ ${times(limits.aliases + 1, (index) => `a${index}: lantern(id: "a") { id }`)} }`, {}, "aliases"],
    ["repeated fields", `{ lantern(id: "a") { ${times(12, () => "id")} } }`, {}, "repeated"],
    ["directives on one field", `{ lantern(id: "a") { id ${times(4, () => "@include(if: true)")} } }`, {}, "directives on one field"],
    ["fragments that multiply", bomb, {}, "levels"],
    ["two acts at once", `mutation { bellStrike b: bellStrike }`, {}, "acts"],
    ["a page size above the limit", lanterns("101"), {}, "`first`"],
    ["a page size of none", lanterns("0"), {}, "`first`"],
    ["a negative page size in a variable", lanterns("$n"), { n: -1 }, "`first`"],
    ["a page size taken away", `query ($n: Int = 1) { a: lanterns(first: $n) { totalCount } lanterns(first: 1000) { totalCount } }`, { n: null }, "given none"],
    ["a character no text can hold, in a variable", "query ($id: ID!) { lantern(id: $id) { id } }", { id: "a\0" }, "no text can hold"],
    ["the same deep in a variable", "query ($id: ID!) { lantern(id: $id) { id } }", { id: "a", more: { list: [{ "\uD800": 1 }] } }, "no text can hold"],
    ["the same in its own text", String.raw`{ lantern(id: "a\u0000") { id } }`, {}, "no text can hold"],
    ["cost", lanterns("100", times(40, (index) => `n${index}: neighbour { id litAt bought weight language title }`)), {}, "costs"],
  ])("%s", (_, query, variables, sentence) => {
    expect(judge.judge({ query, variables }).refusal).toContain(sentence);
  });

  test("the cost of this time's variables, though the document is known", () => {
    const query = lanterns("$n");
    expect(judge.judge({ query, variables: { n: 5 } }).refusal).toBeNull();
    expect(judge.judge({ query, variables: { n: 500 } }).refusal).toContain("`first`");
    expect(judge.judge({ query, variables: { n: 5 } }).refusal).toBeNull();
  });

  test("its page size, though it came before without what it also needs", () => {
    const query = "query ($n: Int!, $id: ID!) { lantern(id: $id) { id } lanterns(first: $n) { totalCount } }";
    expect(judge.judge({ query, variables: { n: 100_000 } }).refusal).toBeNull();
    expect(judge.judge({ query, variables: { n: 100_000, id: "a" } }).refusal).toContain("`first`");
  });
});

describe("a request passes", () => {
  const page = "query Page($first: Int!) { lanterns(first: $first) { totalCount edges { cursor node { id litAt bought weight title price { amount currency } neighbour { id title } } } pageInfo { hasNextPage endCursor } } }";

  test.each([
    ["that fills a large page", page, { first: 100 }],
    ["that introspects as tools do", getIntrospectionQuery(), {}],
    ["that does not parse, for the server to say where", "{ lantern(", {}],
    ["with wrong variables, for the server to say which", page, { first: "many" }],
  ])("%s", (_, query, variables) => {
    expect(judge.judge({ query, variables }).refusal).toBeNull();
  });

  test("and says what kind it is", () => {
    const query = "query A { __schema { types { name } } } mutation B { bellStrike }";
    expect(judge.judge({ query, operationName: "A" })).toMatchObject({ operation: { operation: { operation: "query" } }, introspects: true });
    expect(judge.judge({ query, operationName: "B" })).toMatchObject({ operation: { operation: { operation: "mutation" } } });
    expect(judge.judge({ query })).toMatchObject({ operation: null });
  });
});
