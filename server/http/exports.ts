import type { FastifyInstance, FastifyReply } from "fastify";
import { assessmentById, contentOf, periodFor, schemeOfVersion } from "../modules/assessments/index.ts";
import type { Permission } from "../modules/identity/index.ts";

/**
 * `GET /assessments/:id/answers.json` and `GET /schemes/service-quality/:version.json`: what `guildhall assessment score`
 * needs to come to the same result elsewhere.
 */
export function offerExports(app: FastifyInstance): void {
  app.get<{ Params: { id: string } }>("/assessments/:id/answers.json", async (request, reply) => {
    const ctx = await request.context();
    const permitted = ctx.actor.permissions.has("assessment:read" satisfies Permission);
    const assessment = permitted ? await ctx.load(assessmentById, request.params.id) : null;
    if (!assessment) return missing(reply);
    const { answers } = await ctx.load(contentOf, assessment.id);
    return asFile(reply, `answers-${assessment.period}.json`, { period: periodFor(assessment), answers });
  });

  app.get<{ Params: { version: string } }>("/schemes/service-quality/:version.json", async (request, reply) => {
    const version = /^\d{1,6}$/.test(request.params.version) ? Number(request.params.version) : 0;
    const scheme = await (await request.context()).load(schemeOfVersion, version);
    return scheme ? asFile(reply, `service-quality.v${version}.json`, scheme) : missing(reply);
  });
}

const asFile = (reply: FastifyReply, name: string, content: unknown) =>
  reply
    .type("application/json; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("cache-control", "private, no-store")
    .send(`${JSON.stringify(content, null, 2)}\n`);

const missing = (reply: FastifyReply) => reply.code(404).send({ message: "There is no such file, or none you may see." });
