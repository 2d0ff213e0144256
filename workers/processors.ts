import type { Services } from "../server/compose.ts";
import type { Processor } from "../server/platform/jobs.ts";
import type { SigningIdentity } from "../server/platform/signing.ts";
import { issueCertificateProcessor } from "./certificates/issue-certificate.processor.ts";
import { sweepCertificatesProcessor } from "./certificates/sweep-certificates.processor.ts";
import { enterCreditProcessor } from "./credit/enter-credit.processor.ts";
import { gradeMembersProcessor } from "./credit/grade-members.processor.ts";
import { sweepCreditProcessor } from "./credit/sweep-credit.processor.ts";
import { sealJournalProcessor } from "./journal/seal-journal.processor.ts";
import { chasePledgesProcessor } from "./pledges/chase-pledges.processor.ts";
import { filePledgeReceiptProcessor } from "./pledges/file-pledge-receipt.processor.ts";
import { sweepPledgeReceiptsProcessor } from "./pledges/sweep-pledge-receipts.processor.ts";
import { keepPublicationsProcessor } from "./publication/keep-publications.processor.ts";
import { placePublicationProcessor } from "./publication/place-publication.processor.ts";
import { tellPublicationsProcessor } from "./publication/tell-publications.processor.ts";
import { drawAuditReportProcessor } from "./supervision/draw-audit-report.processor.ts";
import { runAuditProcessor } from "./supervision/run-audit.processor.ts";
import { drawCaseNoticeProcessor } from "./supervision/draw-case-notice.processor.ts";
import { settleCasesProcessor } from "./supervision/settle-cases.processor.ts";
import { startDueAuditsProcessor } from "./supervision/start-due-audits.processor.ts";
import { clearUnattachedFilesProcessor } from "./sweeps/clear-unattached-files.processor.ts";
import { forgetLapsedProcessor } from "./sweeps/forget-lapsed.processor.ts";
import { sweepApplicationsProcessor } from "./sweeps/sweep-applications.processor.ts";

/** Every kind of work the house can do, bound to its services. */
export const processorsOf = (
  { applicationEvidence, retentions, evidence, caseFiles, enforcement, notices, journals, pledgePublishing, receipts, audits, auditReports, ledger, grades, publications, repairFiles, certificates }: Services, identity: SigningIdentity, zone: string,
): Processor[] => [
  filePledgeReceiptProcessor(receipts, identity),
  chasePledgesProcessor(pledgePublishing),
  sweepPledgeReceiptsProcessor(),
  startDueAuditsProcessor(audits),
  runAuditProcessor(audits),
  enterCreditProcessor(ledger),
  sweepCreditProcessor(ledger),
  gradeMembersProcessor(grades),
  drawAuditReportProcessor(auditReports, identity, zone),
  placePublicationProcessor(publications),
  tellPublicationsProcessor(publications),
  keepPublicationsProcessor(publications),
  drawCaseNoticeProcessor(notices, identity),
  settleCasesProcessor(enforcement),
  issueCertificateProcessor(certificates, identity),
  sweepCertificatesProcessor(),
  sealJournalProcessor(journals),
  forgetLapsedProcessor(),
  clearUnattachedFilesProcessor(evidence, caseFiles, repairFiles),
  sweepApplicationsProcessor(retentions, applicationEvidence),
];
