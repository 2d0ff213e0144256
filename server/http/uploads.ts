import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProblemCode } from "../kernel/problem-codes.ts";
import type { EvidenceService } from "../modules/assessments/index.ts";
import type { Permission } from "../modules/identity/index.ts";
import type { Context } from "../platform/context.ts";
import type { HandedInFiles } from "../platform/handed-in-files.ts";
import type { Outcome } from "../platform/outcome.ts";
import type { StoredFile } from "../platform/stored-file.ts";
import { FileInspector } from "./file-inspector.ts";

/** Largest file taken, in bytes. */
export const largestFile = 10_000_000;

/** Who keeps a file that is found to be harmless, and what a person needs to be permitted to hand it in. */
interface Keeper {
  permission: Permission;
  keep: (tx: Context, file: { name: string; mediaType: string; bytes: Buffer }) => Promise<Outcome<StoredFile>>;
}

/** `POST /uploads`: one file of a member, in a form; `?for=case` for what bears out an answer or an appeal, `?for=repair` for a repair. It is kept whole and found to be harmless, or not at all. */
export async function takeUploads(app: FastifyInstance, { evidence, caseFiles, repairFiles }: { evidence: EvidenceService; caseFiles: HandedInFiles; repairFiles: HandedInFiles }): Promise<void> {
  const keepers: Record<string, Keeper> = {
    assessment: { permission: "assessment:fill", keep: (tx, file) => evidence.keep(tx, file) },
    case: { permission: "case:answer", keep: (tx, file) => caseFiles.keep(tx, file) },
    repair: { permission: "repair:file", keep: (tx, file) => repairFiles.keep(tx, file) },
  };
  const inspector = new FileInspector();
  app.addHook("onListen", async () => void inspector.warm().catch(() => undefined));
  app.addHook("onClose", () => inspector.close());
  await app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: true, limits: { files: 1, fields: 8, fieldSize: 1000, parts: 9, headerPairs: 50, fileSize: largestFile } });
    scope.post<{ Querystring: { for?: unknown } }>("/uploads", { bodyLimit: largestFile + 64 * 1024 }, async (request, reply) => {
      const ctx = await request.context();
      if (ctx.actor.kind === "ANONYMOUS") return reply.code(401).send({ message: "Sign in first." });
      const keeper = keeperOf(keepers, request.query.for);
      if (!keeper || !ctx.actor.permissions.has(keeper.permission) || ctx.actor.memberId === null) return reply.code(403).send({ message: "Your roles do not include this act." });
      if (!isOurOwnPage(request)) return reply.code(403).send({ message: "Files are taken from the portal's own pages." });
      if (!request.isMultipart()) return reply.code(415).send({ message: "A file comes in a form: multipart/form-data." });

      const file = await oneFile(request);
      if ("refused" in file) return refuse(reply, file.refused);
      const inspected = await inspector.inspect(file.bytes, file.name);
      if ("refused" in inspected) return refuse(reply, inspected.refused);
      const outcome = await ctx.inTransaction((tx) => keeper.keep(tx, { ...inspected, bytes: file.bytes }));
      if (!outcome.ok) return reply.code(422).send({ problems: outcome.problems });
      const { id, name, mediaType, size, digest } = outcome.value;
      return reply.code(201).header("cache-control", "no-store").send({ id, name, mediaType, size, digest });
    });
  });
}

/** Who keeps files for a purpose; evidence of assessments where none is said, nobody where it is unknown. */
const keeperOf = (keepers: Readonly<Record<string, Keeper>>, purpose: unknown = "assessment"): Keeper | undefined =>
  typeof purpose === "string" && Object.hasOwn(keepers, purpose) ? keepers[purpose] : undefined;

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
