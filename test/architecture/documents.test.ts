import { readFileSync } from "node:fs";
import {
  buildSchema, getNullableType, type GraphQLInputType, isEnumType, isInputObjectType, isListType, Kind, type OperationDefinitionNode, typeFromAST, validate,
} from "graphql";
import { describe, expect, test } from "vitest";
import { limits } from "../../server/platform/graphql/limits.ts";
import { reckonCost } from "../../server/platform/graphql/reckon-cost.ts";
import { weighDocument } from "../../server/platform/graphql/weigh-document.ts";
import { breaksBetween } from "../../schema/breaks.ts";
import { operations } from "../support/documents.ts";

const sdl = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
const schema = buildSchema(sdl);

/** The largest page a table of the web offers. */
const PAGE = 50;

/** A value for every variable, so that nothing is left out of the reckoning. */
const allVariables = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(variableDefinitions.map(({ variable, type }) => [variable.name.value, valueFor(typeFromAST(schema, type as never) as GraphQLInputType)]));

function valueFor(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [valueFor(inner.ofType as GraphQLInputType)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) return Object.fromEntries(Object.values(inner.getFields()).map((field) => [field.name, valueFor(field.type)]));
  return { Int: PAGE, Boolean: true }[inner.name] ?? "x";
}

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
      const { cost, oversized } = reckonCost(schema, document, { operationName: operation.name?.value ?? null, variables: allVariables(operation) });
      expect({ oversized, dear: cost > limits.cost / 2 ? cost : null }).toEqual({ oversized: false, dear: null });
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
