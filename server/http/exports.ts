import type { FastifyInstance } from "fastify";
import { assessmentById, contentOf, periodFor, schemeOfVersion } from "../modules/assessments/index.ts";
import type { Permission } from "../modules/identity/index.ts";
import { attachedJson, noSuchFile } from "./attachment.ts";

/**
 * `GET /assessments/:id/answers.json` and `GET /schemes/service-quality/:version.json`: what `guildhall assessment score`
 * needs to come to the same result elsewhere.
 */
export function offerExports(app: FastifyInstance): void {
  app.get<{ Params: { id: string } }>("/assessments/:id/answers.json", async (request, reply) => {
    const ctx = await request.context();
    const permitted = ctx.actor.permissions.has("assessment:read" satisfies Permission);
    const assessment = permitted ? await ctx.load(assessmentById, request.params.id) : null;
    if (!assessment) return noSuchFile(reply);
    const { answers } = await ctx.load(contentOf, assessment.id);
    return attachedJson(reply, `answers-${assessment.period}.json`, { period: periodFor(assessment), answers });
  });

  app.get<{ Params: { version: string } }>("/schemes/service-quality/:version.json", async (request, reply) => {
    const version = /^\d{1,6}$/.test(request.params.version) ? Number(request.params.version) : 0;
    const scheme = await (await request.context()).load(schemeOfVersion, version);
    return scheme ? attachedJson(reply, `service-quality.v${version}.json`, scheme) : noSuchFile(reply);
  });
}
