import type { FastifyInstance } from "fastify";
import type { Metrics } from "../platform/metrics.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The name of the GraphQL operation, for the log. */
    operation: string | null;
  }
}

/** One line and one measurement for each request; the id of the request stands in both and in the answer. */
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
    const line = { req: request, status, ms: Math.round(reply.elapsedTime), operation: request.operation, userId: ctx?.actor.userId ?? null };
    request.log.info(line, "request");
  });
}
