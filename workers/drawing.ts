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
 * drawn at a time, and no audit and no other order waits for it.
 */
export async function draw(drawing: Drawing): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await thread.ask(drawing);
  return Buffer.from(buffer, byteOffset, byteLength);
}
