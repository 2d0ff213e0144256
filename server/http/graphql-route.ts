import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type pg from "pg";
import type { Logger } from "pino";
import type { Context } from "../platform/context.ts";
import { type GraphQLRequest, Judge, type Operation } from "../platform/graphql/judge.ts";
import { limits } from "../platform/graphql/limits.ts";
import { defectReferences, maskErrors } from "../platform/graphql/mask-errors.ts";
import { type KeptAnswer, sealKey } from "../platform/idempotency.ts";
import { type Attempt, isKept, onceForKey } from "./idempotency.ts";
import type { KnownReads } from "./known-reads.ts";
import { overspends } from "./request-budget.ts";
import { writeCookies } from "./request-context.ts";

export interface GraphQLRouteOptions {
  schema: GraphQLSchema;
  pool: pg.Pool;
  log: Logger;
  /** Strict with strangers: they learn nothing of the schema by asking about it or by misspelling it. */
  production: boolean;
  https: boolean;
  /** Answers documents it has seen before; without it every document takes the ordinary way. */
  reads: KnownReads | null;
}

/** `POST /graphql`: judged by size, then run by Apollo; whatever is not such a request is answered with 400 in JSON. */
export async function answerGraphQL(app: FastifyInstance, { schema, pool, log, production, https, reads }: GraphQLRouteOptions): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true, // Strangers in production are stopped by the judge below.
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: maskErrors(log),
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginUsageReportingDisabled(), unpackContext, defectReferences(log),
    ],
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const judge = new Judge(schema);

  const run = async (request: FastifyRequest, reply: FastifyReply, ctx: Context): Promise<KeptAnswer> => {
    try {
      const answer = await execute(apollo, request, ctx);
      writeCookies(reply, ctx, https);
      return answer;
    } finally {
      await ctx.endReads();
    }
  };

  const isHiddenFrom = (ctx: Context) => production && ctx.actor.kind === "ANONYMOUS";

  const runOnce = (request: FastifyRequest, reply: FastifyReply, ctx: Context, asked: GraphQLRequest): Promise<KeptAnswer> => {
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string") return run(request, reply, ctx);
    return onceForKey(pool, ctx.actor, key, asked, async (lease) => attemptOf(await run(request, reply, ctx.before(sealKey(lease)))));
  };

  const readKnown = async (request: FastifyRequest, operation: Operation | null, { variables }: GraphQLRequest): Promise<string | null> => {
    const known = await reads?.answer(request, operation, variables ?? {});
    if (known) request.openAs(known.actor);
    return known?.body ?? null;
  };

  await app.register(async (scope) => {
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      if ((error.statusCode ?? 500) < 500) return refuse(reply, error.message);
      return answerWith(reply, { status: 500, body: JSON.stringify({ errors: [maskErrors(log)({ message: "" }, error)] }) });
    });

    scope.route({
      method: ["GET", "HEAD", "PUT", "PATCH", "DELETE"],
      url: "/graphql",
      handler: (_request, reply) => refuse(reply, "GraphQL is asked by POST, with a body in JSON."),
    });

    scope.post("/graphql", { bodyLimit: limits.bodyBytes }, async (request, reply) => {
      const asked = readRequest(request.body);
      if (!asked) return refuse(reply, "The body is one object with `query`, and maybe `operationName` and `variables`.");
      const { refusal, operation, act, introspects, cost } = judge.judge(asked);
      request.operation = loggedName(asked);
      const known = refusal === null ? await readKnown(request, operation, asked) : null;
      const ctx = await request.context();
      if (await overspends(request, reply, ctx.actor, cost)) return reply;
      if (refusal) return refuse(reply, refusal);
      if (known !== null) return answerWith(reply, { status: 200, body: known });
      reads?.learn(request, operation, ctx.actor);
      if (introspects && isHiddenFrom(ctx)) return refuse(reply, "Sign in to read the schema.");
      return answerWith(reply, isKept(schema, ctx, act) ? await runOnce(request, reply, ctx, asked) : await run(request, reply, ctx));
    });
  });
}

/** Apollo gives resolvers a shallow copy of the context. Ours holds a connection that must be given back, so it travels packed and is unpacked whole. */
const packed = (ctx: Context) => ({ ctx }) as unknown as Context;

const unpackContext: ApolloServerPlugin<Context> = {
  requestDidStart: (request) => {
    Object.assign(request, { contextValue: (request.contextValue as unknown as { ctx: Context }).ctx });
    return Promise.resolve();
  },
};

async function execute(apollo: ApolloServer<Context>, request: FastifyRequest, ctx: Context): Promise<KeptAnswer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const { status, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers, search: "", body: request.body },
    context: () => Promise.resolve(packed(ctx)),
  });
  if (body.kind !== "complete") throw new Error("An answer in parts was made, which this house does not speak.");
  return { status: status ?? 200, body: body.string };
}

/** A name as documents give it; whatever else a caller sends under this word is none of the log's. */
const loggedName = ({ operationName }: GraphQLRequest): string | null => /^\w{1,80}$/.exec(operationName ?? "")?.[0] ?? null;

/** A request in the right shape, or null; lists of requests have another. */
function readRequest(body: unknown): GraphQLRequest | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const { query, operationName, variables } = body as Record<string, unknown>;
  if (typeof query !== "string" || !isAbsent(operationName, "string") || !isAbsent(variables, "object") || Array.isArray(variables)) return null;
  return { query, operationName: operationName as string | null, variables: variables as Record<string, unknown> | null };
}

const isAbsent = (value: unknown, otherwise: "string" | "object") => value === undefined || value === null || typeof value === otherwise;

/** Errors at the top of an answer mean that the act failed or was denied. */
const attemptOf = (answer: KeptAnswer): Attempt => ({ answer, failed: answer.status !== 200 || "errors" in (JSON.parse(answer.body) as object) });

const refuse = (reply: FastifyReply, message: string) =>
  answerWith(reply, { status: 400, body: JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] }) });

const answerWith = (reply: FastifyReply, { status, body }: KeptAnswer) =>
  reply.code(status).header("cache-control", "no-store").type("application/json; charset=utf-8").send(body);
