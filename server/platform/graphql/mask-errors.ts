import { randomBytes } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Context } from "../context.ts";

/** Codes whose messages were written for the caller; everything else is a defect and says nothing. */
const spoken = new Set([
  "UNAUTHENTICATED", "FORBIDDEN", "STEP_UP_REQUIRED", "BAD_USER_INPUT", "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE",
]);

const isDefect = (error: { extensions?: Record<string, unknown> }) => !spoken.has(String(error.extensions?.["code"]));

/** What the mask needs of a log: one line a person must act upon. */
export interface DefectLog {
  error(details: object, message: string): void;
}

/** Logs each defect of a request under a reference number and leaves that number on the error. */
export const defectReferences = (log: DefectLog): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) => {
        for (const error of errors.filter(isDefect)) {
          const reference = newReference();
          error.extensions["reference"] = reference;
          const { requestId, actor } = contextValue;
          log.error({ reference, requestId, userId: actor.userId, operationName: operationName?.slice(0, 80), path: error.path, err: error.originalError ?? error }, "defect");
        }
        return Promise.resolve();
      },
    }),
});

/** What the caller reads of an error: the words meant for it, or a reference number and nothing else. */
export const maskErrors = (log: DefectLog) => (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const { message, extensions, locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  if (!isDefect({ extensions: extensions ?? {} })) return { message, ...where, extensions: { code: extensions?.["code"] } };
  const reference = extensions?.["reference"] ?? logged(log, error);
  return { message: "Something went wrong on our side.", ...where, extensions: { code: "INTERNAL_SERVER_ERROR", reference } };
};

function logged(log: DefectLog, error: unknown): string {
  const reference = newReference();
  log.error({ reference, err: (error as GraphQLError).originalError ?? error }, "defect");
  return reference;
}

const newReference = () => randomBytes(5).toString("hex").toUpperCase();
