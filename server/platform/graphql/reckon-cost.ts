import { type DocumentNode, getNullableType, type GraphQLSchema, isListType } from "graphql";
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";
import { isPageSize, limits } from "./limits.ts";

/** What a request may bring. */
export interface Cost {
  /** Field values in the answer, when every list is as long as it may be. */
  cost: number;
  /** Whether a page is asked for that is larger than any, or none. */
  oversized: boolean;
}

/** Reckons a request before it is run. Throws where a variable or an argument does not fit the contract. */
export function reckonCost(schema: GraphQLSchema, query: DocumentNode, { operationName, variables }: { operationName?: string | null; variables?: Record<string, unknown> | null }): Cost {
  let oversized = false;
  const estimate = (field: ComplexityEstimatorArgs) => {
    oversized ||= isPaged(field) && !isPageSize(field.args["first"] as number | undefined);
    return costOf(field);
  };
  const cost = getComplexity({ schema, query, variables: variables ?? {}, ...(operationName ? { operationName } : {}), estimators: [estimate] });
  return { cost, oversized };
}

const isPaged = ({ field }: ComplexityEstimatorArgs) => field.args.some(({ name }) => name === "first");

/** One for the field itself, or what it says it weighs, and what lies below it once for each record it may bring. */
function costOf(asked: ComplexityEstimatorArgs): number {
  const { field, args, childComplexity } = asked;
  if (field.name.startsWith("__")) return 1;
  const own = (field.extensions["weight"] as number | undefined) ?? 1;
  if (isPaged(asked)) return own + (args["first"] as number) * childComplexity;
  const isBareList = isListType(getNullableType(field.type)) && field.name !== "edges";
  return own + (isBareList ? limits.assumedListLength : 1) * childComplexity;
}
