import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Services } from "./compose.ts";
import { endConnections } from "./http/closing.ts";
import { answerFailures } from "./http/failures.ts";
import { answerGraphQL } from "./http/graphql-route.ts";
import { readHostCookies } from "./http/host-cookies.ts";
import { tellHealth } from "./http/health.ts";
import { type Glance, KnownReads } from "./http/known-reads.ts";
import { keepBudgets } from "./http/request-budget.ts";
import { type Authenticate, giveContext } from "./http/request-context.ts";
import { logRequests } from "./http/request-log.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { serveWeb } from "./http/web.ts";
import { type Config, projectRoot } from "./platform/config.ts";
import { poolOf } from "./platform/database.ts";
import { recordReaders } from "./platform/graphql/node.ts";
import { timeRootFields } from "./platform/graphql/time-root-fields.ts";
import { Metrics } from "./platform/metrics.ts";
import { createReading } from "./reading.ts";
import { createSchema } from "./schema.ts";

export interface AppOptions {
  source: DataSource;
  config: Pick<Config, "mode" | "publicUrl" | "trustedProxies" | "requestBudget" | "redisUrl" | "zone">;
  services: Services;
  authenticate: Authenticate;
  /** A look at who asks before the database is; without it every document is answered by the resolvers. */
  glance?: Glance;
  log: Logger;
  /** The contract; the house's own unless said. */
  schema?: GraphQLSchema;
  /** Routes beside GraphQL: uploads, downloads, public pages. */
  routes?: readonly Routes[];
}

export type Routes = (app: FastifyInstance, services: Services, schema: GraphQLSchema) => void | Promise<void>;

/** The whole API, not yet listening: `inject` speaks to it in tests, `listen` opens it to the world. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { source, config, services, authenticate, log, routes = [] } = options;
  const app = Fastify<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger>({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    return503OnClosing: true,
    requestTimeout: 60_000,
  });
  const metrics = new Metrics(source);
  const https = config.publicUrl.startsWith("https:");

  endConnections(app);
  answerFailures(app);
  giveContext(app, source, authenticate);
  logRequests(app, metrics);
  keepBudgets(app, config.requestBudget);
  await app.register(cookie);
  if (https) readHostCookies(app);
  await app.register(compress, { threshold: 1024, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  await securityHeaders(app, { https });

  tellHealth(app, { source, redisUrl: config.redisUrl, metrics });
  const schema = timeRootFields(options.schema ?? createSchema(services), metrics.rootFields);
  const pool = poolOf(source);
  const language = { schema, reading: createReading(services), readers: recordReaders() };
  const reads = options.glance ? new KnownReads(language, { pool, glance: options.glance, durations: metrics.rootFields, log }) : null;
  await answerGraphQL(app, { schema, pool, log, production: config.mode === "production", https, reads });
  for (const add of routes) await add(app, services, schema);
  await serveWeb(app, join(projectRoot, "web/dist"), config.zone);
  return app;
}
