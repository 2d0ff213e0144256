import type { FastifyRequest } from "fastify";
import type { Words } from "./words.ts";

/** Why no file came of a form: the status of the answer, and the name of its sentence. */
export interface FileFault {
  status: number;
  sentence: keyof Words;
}

const missing: FileFault = { status: 400, sentence: "fileMissing" };
const several: FileFault = { status: 400, sentence: "oneAtATime" };
const broken: FileFault = { status: 400, sentence: "formBroken" };

const faults: Record<string, FileFault> = {
  FST_REQ_FILE_TOO_LARGE: { status: 413, sentence: "tooLarge" },
  FST_FILES_LIMIT: several,
  FST_FIELDS_LIMIT: several,
  FST_PARTS_LIMIT: several,
};

/** The one file of a form, wholly received, or why there is none. */
export async function givenFile(request: FastifyRequest): Promise<Buffer | FileFault> {
  if (!request.isMultipart()) return missing;
  try {
    let bytes: Buffer = Buffer.alloc(0);
    for await (const part of request.parts()) if (part.type === "file") bytes = await part.toBuffer();
    return bytes.length === 0 ? missing : bytes;
  } catch (error) {
    const fault = faults[(error as { code?: string }).code ?? ""] ?? broken;
    if (fault === broken) request.log.info({ err: error }, "a form did not arrive whole");
    return fault;
  }
}
