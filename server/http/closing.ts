import type { FastifyInstance } from "fastify";

/** While the API closes, each answer ends its connection: kept for the next question, it would hold up the end. */
export function endConnections(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", (done) => {
    closing = true;
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (closing) reply.header("connection", "close");
    done(null, payload);
  });
}
