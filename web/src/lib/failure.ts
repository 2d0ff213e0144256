import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import type { Problem } from "./problem.ts";

/** What a failed request means to the person who made it, as one problem without a field. */
export function failureOf(error: unknown): Problem {
  const { code, reference } = denialOf(error);
  const problem = { code: code ?? transportCode(error), path: "" };
  return reference === null ? problem : { ...problem, reference };
}

/** The code and reference number the server put on its first top-level error; nulls when it is none of the server's. */
export function denialOf(error: unknown): { code: string | null; reference: string | null } {
  if (!CombinedGraphQLErrors.is(error)) return { code: null, reference: null };
  const extensions = error.errors[0]?.extensions;
  return { code: textOf(extensions?.["code"]), reference: textOf(extensions?.["reference"]) };
}

function transportCode(error: unknown): string {
  if (ServerError.is(error)) return error.statusCode === 429 ? "TOO_MANY_REQUESTS" : "INTERNAL_SERVER_ERROR";
  return "UNREACHABLE";
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
