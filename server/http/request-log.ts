import type { FastifyInstance } from "fastify";
import { callerIdOf } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The name of the GraphQL operation, for the log. */
    operation: string | null;
  }
}

/** One line and one measurement for each request; the id of the request, and what its caller calls it, stand in the line; the id in the answer too. */
export function logRequests(app: FastifyInstance, metrics: Metrics): void {
  app.decorateRequest("operation", null);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const status = reply.statusCode;
    metrics.requests.observe({ method: request.method, route, status: String(status) }, reply.elapsedTime / 1000);
    const ctx = await request.opened?.catch(() => null);
    const callerId = callerIdOf(request.headers["x-request-id"]);
    const line = { req: request, status, ms: Math.round(reply.elapsedTime), operation: request.operation, userId: ctx?.actor.userId ?? null };
    request.log.info(callerId === null ? line : { ...line, callerId }, "request");
  });
}
