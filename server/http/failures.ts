import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance } from "fastify";

/** Addresses that could name nothing are refused at the door. What the caller of a plain route reads when it fails: the reason when it is theirs, a reference number when it is ours. */
export function answerFailures(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    if (/%00/.test(request.url)) await reply.code(400).send({ message: "There is no such character in an address." });
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ message: error.message });
    const reference = randomUUID().slice(0, 8).toUpperCase();
    request.log.error({ reference, err: error }, "defect");
    return reply.code(500).send({ message: "Something went wrong on our side.", reference });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ message: "There is nothing at this address." }));
}
