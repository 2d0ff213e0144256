import { readFileSync } from "node:fs";
import { buildSchema, concatAST, type DocumentNode, type FragmentDefinitionNode, Kind, parse, print, validate, visit } from "graphql";
import { describe, expect, test } from "vitest";
import { Judge } from "../../server/platform/graphql/judge.ts";
import { limits } from "../../server/platform/graphql/limits.ts";
import { weighDocument } from "../../server/platform/graphql/weigh-document.ts";
import { breaksBetween } from "../../schema/breaks.ts";
import { sources } from "./sources.ts";

const sdl = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
const schema = buildSchema(sdl);
const judge = new Judge(schema);

const written = [
  ...sources("web/src").flatMap(({ path, text }) => [...text.matchAll(/\bgraphql\(\s*`([^`]+)`/g)].map(([, body]) => ({ path, body: body ?? "" }))),
  ...sources("schema/journeys", /\.graphql$/).map(({ path, text }) => ({ path, body: text })),
];
const parsed = written.map(({ path, body }) => ({ path, document: parse(body) }));
const fragments = new Map(parsed.flatMap(({ document }) => document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node])));

/** A document with the fragments it needs, and no others, as a page sends it. */
function whole(document: DocumentNode): DocumentNode {
  const wanted = new Map<string, FragmentDefinitionNode>();
  const present = new Set(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [node.name.value] : [])));
  const collect = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const found = fragments.get(name.value);
        if (!found || wanted.has(name.value) || present.has(name.value)) return;
        wanted.set(name.value, found);
        collect(found);
      },
    });
  };
  collect(document);
  return concatAST([document, { kind: Kind.DOCUMENT, definitions: [...wanted.values()] }]);
}

const operations = parsed
  .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
  .map(({ path, document }) => ({ path, document: whole(document) }));

describe("every operation of the web and of the journeys", () => {
  test("exists", () => {
    expect(operations.length).toBeGreaterThan(10);
  });

  test.each(operations)("fits the contract and stays under half of each limit: $path", ({ document }) => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const weight = weighDocument(document);
    const measures = ["depth", "selections", "aliases", "duplicates", "directivesOnOneField", "directives"] as const;
    expect(measures.filter((name) => weight[name] > limits[name] * (name === "depth" ? 0.8 : 0.5))).toEqual([]);
    for (const operation of document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)) {
      const numbers = (operation.variableDefinitions ?? []).filter(({ type }) => print(type).startsWith("Int")).map(({ variable }) => [variable.name.value, 50]);
      const request = { query: print(document), operationName: operation.name?.value ?? null, variables: Object.fromEntries(numbers) as Record<string, number> };
      expect(judge.judge(request).refusal).toBeNull();
    }
  });
});

describe("a contract compared with an earlier one", () => {
  const before = `type Query { lantern: Lantern } type Lantern { weight: String! }`;
  const after = `type Query { lantern: Lantern } type Lantern { mass: String! }`;

  test("breaks where something was taken away", () => {
    expect(breaksBetween(before, after, "").unaccepted).toEqual(["Lantern.weight was removed."]);
  });
  test("does not break where it was let through, word for word", () => {
    expect(breaksBetween(before, after, `- "Lantern.weight was removed." 2027-01-01. Nobody used it.`).unaccepted).toEqual([]);
    expect(breaksBetween(before, after, `- "Lantern.width was removed."`).unaccepted).toHaveLength(1);
  });
  test("does not break where something was added", () => {
    expect(breaksBetween(before, `${before} type Bell { id: ID! }`, "").unaccepted).toEqual([]);
  });
});
