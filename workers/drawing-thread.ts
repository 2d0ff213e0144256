import { answerEach } from "../server/platform/threads/answering.ts";
import { drawCertificate } from "./certificates/certificate.pdf.ts";
import type { Drawing } from "./drawing.ts";
import { drawPledgeReceipt } from "./pledges/pledge-receipt.pdf.ts";
import { drawCaseNotice } from "./supervision/case-notice.pdf.ts";
import { drawAuditReport } from "./supervision/audit-report.pdf.ts";

function drawn(drawing: Drawing): Promise<Buffer> {
  switch (drawing.paper) {
    case "certificate": return drawCertificate(drawing.facts);
    case "pledge-receipt": return drawPledgeReceipt(drawing.facts);
    case "audit-report": return drawAuditReport(drawing.facts);
    case "case-notice": return drawCaseNotice(drawing.facts);
  }
}

answerEach(drawn);
