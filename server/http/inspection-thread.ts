import { answerEach } from "../platform/threads/answering.ts";
import { inspectFile } from "./file-inspection.ts";
import type { Question } from "./file-inspector.ts";

answerEach(({ bytes, name }: Question) => inspectFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name));
