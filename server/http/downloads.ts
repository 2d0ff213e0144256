import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ApplicationEvidenceService } from "../modules/applications/index.ts";
import type { JournalService } from "../modules/journal/index.ts";
import type { Permission } from "../modules/identity/index.ts";
import type { Context } from "../platform/context.ts";
import type { FileStore } from "../platform/files.ts";
import { type StoredFile, storedFile } from "../platform/stored-file.ts";
import { applicationToken } from "./application-token.ts";
import { attached, attachedJson, noSuchFile } from "./attachment.ts";

interface DownloadOptions {
  applicationEvidence: ApplicationEvidenceService;
  files: FileStore;
  journals: JournalService;
}

/** `GET /files/:id` and `GET /journal/checkpoints/:size`: what the viewer may see, as files to keep. What they may not see is not there. */
export function offerDownloads(app: FastifyInstance, { files, journals, applicationEvidence }: DownloadOptions): void {
  app.get<{ Params: { id: string } }>("/files/:id", async (request, reply) => {
    const file = await fileFor(applicationEvidence, request, request.params.id);
    if (!file) return noSuchFile(reply);
    return attached(reply, file.name).type(file.mediaType).header("content-length", file.size).header("etag", `"${file.digest}"`).send(files.stream(file.digest));
  });

  app.get<{ Params: { size: string } }>("/journal/checkpoints/:size", async (request, reply) => {
    const ctx = await permitted(request, "journal:read");
    const size = /^[1-9]\d{0,14}$/.test(request.params.size) ? Number(request.params.size) : null;
    const file = ctx && size !== null ? await journals.file(ctx, size) : null;
    if (!file) return noSuchFile(reply);
    return attachedJson(reply, `journal-checkpoint-${size}.json`, file);
  });
}

/** A file the viewer may see, or one of the application whose secret they send along. */
async function fileFor(evidence: ApplicationEvidenceService, request: FastifyRequest, id: string): Promise<StoredFile | null> {
  const ctx = await request.context();
  const token = applicationToken(request);
  if (token === null) return storedFile(ctx, id);
  const house = ctx.as({ ...ctx.actor, scope: "all" });
  return evidence.fileOf(house, token, id).finally(() => house.endReads());
}

async function permitted(request: FastifyRequest, permission: Permission): Promise<Context | null> {
  const ctx = await request.context();
  return ctx.actor.permissions.has(permission) ? ctx : null;
}
