import type { CertificateFacts } from "../server/modules/certificates/index.ts";
import type { ReceiptFacts } from "../server/modules/norms/index.ts";
import type { CaseNoticeFacts } from "../server/modules/supervision/index.ts";
import { SideThread } from "../server/platform/threads/side-thread.ts";
import type { AuditReportFacts } from "./supervision/audit-report.pdf.ts";

/** A paper to be drawn, and what it states. */
export type Drawing =
  | { paper: "certificate"; facts: CertificateFacts }
  | { paper: "pledge-receipt"; facts: ReceiptFacts }
  | { paper: "audit-report"; facts: AuditReportFacts }
  | { paper: "case-notice"; facts: CaseNoticeFacts };

const thread = new SideThread<Drawing, Uint8Array>(new URL("./drawing-thread.ts", import.meta.url));

/**
 * Draws a paper, ready to be signed, in a thread beside the worker: a paper in the making takes a processor whole and much memory, so one is
 * drawn at a time, and no audit and no other order waits for it. Nothing is kept before it is whole, so a worker that stops leaves it at once: throws the reason
 * of `signal` then.
 */
export async function draw(drawing: Drawing, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted();
  const settled = new AbortController();
  const stopped = new Promise<never>((_, leave) => signal.addEventListener("abort", () => leave(signal.reason), { signal: settled.signal }));
  try {
    const { buffer, byteOffset, byteLength } = await Promise.race([thread.ask(drawing), stopped]);
    return Buffer.from(buffer, byteOffset, byteLength);
  } finally {
    settled.abort();
  }
}
