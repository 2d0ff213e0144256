import { parentPort } from "node:worker_threads";
import { inspectFile } from "./file-inspection.ts";
import type { Question } from "./file-inspector.ts";

/** In a thread of its own: one file after the other, each answered by what it was found to be. */
parentPort?.on("message", ({ bytes, name }: Question) => {
  void inspectFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name).then((found) => parentPort?.postMessage(found));
});
parentPort?.postMessage("ready");
