import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProblemCode } from "../kernel/problem-codes.ts";
import type { ApplicationEvidenceService } from "../modules/applications/index.ts";
import type { EvidenceService } from "../modules/assessments/index.ts";
import { byRegistrar, type Permission } from "../modules/identity/index.ts";
import type { Context } from "../platform/context.ts";
import type { HandedInFiles } from "../platform/handed-in-files.ts";
import type { Outcome } from "../platform/outcome.ts";
import type { StoredFile } from "../platform/stored-file.ts";
import { applicationToken } from "./application-token.ts";
import { FileInspector } from "./file-inspector.ts";

/** Largest file taken, in bytes. */
export const largestFile = 10_000_000;

interface Keepers {
  evidence: EvidenceService;
  applicationEvidence: ApplicationEvidenceService;
  caseFiles: HandedInFiles;
  repairFiles: HandedInFiles;
}

/** Puts a file found to be harmless where it belongs. */
type Keep = (file: { name: string; mediaType: string; bytes: Buffer }) => Promise<Outcome<StoredFile>>;

/**
 * `POST /uploads`: one file in a form, of a member: evidence of an assessment, `?for=case` for what bears out an answer or an appeal, `?for=repair` for a repair. Or of an applicant who
 * sends the secret of their application's link in a header and says what the file is as `?kind=`. It is kept whole and found to be harmless, or not at all.
 */
export async function takeUploads(app: FastifyInstance, keepers: Keepers): Promise<void> {
  const inspector = new FileInspector();
  app.addHook("onListen", async () => void inspector.warm().catch(() => undefined));
  app.addHook("onClose", () => inspector.close());
  await app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: true, limits: { files: 1, fields: 8, fieldSize: 1000, parts: 9, headerPairs: 50, fileSize: largestFile } });
    scope.post("/uploads", { bodyLimit: largestFile + 64 * 1024 }, async (request, reply) => {
      const ctx = await request.context();
      const keep = keeperFor(keepers, request, ctx);
      if ("status" in keep) return reply.code(keep.status).send({ message: keep.message });
      if (!isOurOwnPage(request)) return reply.code(403).send({ message: "Files are taken from the portal's own pages." });
      if (!request.isMultipart()) return reply.code(415).send({ message: "A file comes in a form: multipart/form-data." });

      const file = await oneFile(request);
      if ("refused" in file) return refuse(reply, file.refused);
      const inspected = await inspector.inspect(file.bytes, file.name);
      if ("refused" in inspected) return refuse(reply, inspected.refused);
      const outcome = await keep({ ...inspected, bytes: file.bytes });
      if (!outcome.ok) return reply.code(422).send({ problems: outcome.problems });
      const { id, name, mediaType, size, digest } = outcome.value;
      return reply.code(201).header("cache-control", "no-store").send({ id, name, mediaType, size, digest });
    });
  });
}

/** What a person needs to be permitted to hand in a file for each purpose, and who keeps it. */
const purposes: Readonly<Record<string, { permission: Permission; keeper: (keepers: Keepers) => EvidenceService | HandedInFiles }>> = {
  assessment: { permission: "assessment:fill", keeper: ({ evidence }) => evidence },
  case: { permission: "case:answer", keeper: ({ caseFiles }) => caseFiles },
  repair: { permission: "repair:file", keeper: ({ repairFiles }) => repairFiles },
};

/** Who takes the file: the secret of an application's link stands for a session. */
function keeperFor(keepers: Keepers, request: FastifyRequest, ctx: Context): Keep | { status: number; message: string } {
  const token = applicationToken(request);
  const { kind = "", for: purpose = "assessment" } = request.query as { kind?: unknown; for?: unknown };
  if (token !== null) return (file) => byRegistrar(ctx, (tx) => keepers.applicationEvidence.keep(tx, token, String(kind), file));
  if (ctx.actor.kind === "ANONYMOUS") return { status: 401, message: "Sign in first." };
  const known = Object.hasOwn(purposes, String(purpose)) ? purposes[String(purpose)] : undefined;
  const may = known !== undefined && ctx.actor.permissions.has(known.permission) && ctx.actor.memberId !== null;
  return may ? (file) => ctx.inTransaction((tx) => known.keeper(keepers).keep(tx, file)) : { status: 403, message: "Your roles do not include this act." };
}

/** A page elsewhere can post a form, but cannot add this header, and browsers say where a request was made. */
function isOurOwnPage({ headers }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  return headers["apollo-require-preflight"] !== undefined && (site === undefined || site === "same-origin" || site === "none");
}

type Received = { name: string; bytes: Buffer } | { refused: ProblemCode };

const reasons: Record<string, ProblemCode> = {
  FST_REQ_FILE_TOO_LARGE: "FILE_TOO_LARGE",
  FST_FILES_LIMIT: "TOO_MANY",
  FST_PARTS_LIMIT: "TOO_MANY",
  FST_FIELDS_LIMIT: "TOO_MANY",
  FST_ERR_CTP_BODY_TOO_LARGE: "FILE_TOO_LARGE",
};

/** The one file of a form, wholly received; a broken connection throws, and nothing was written. */
async function oneFile(request: FastifyRequest): Promise<Received> {
  let received: Received = { refused: "REQUIRED" };
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") received = await readPart(part);
    }
    return received;
  } catch (error) {
    const refused = reasons[(error as { code?: string }).code ?? ""];
    if (refused === undefined) throw error;
    return { refused };
  }
}

const readPart = async (part: MultipartFile): Promise<Received> => ({ name: part.filename, bytes: await part.toBuffer() });

const refuse = (reply: FastifyReply, code: ProblemCode) => reply.code(code === "FILE_TOO_LARGE" ? 413 : 422).send({ problems: [{ code, path: "" }] });
