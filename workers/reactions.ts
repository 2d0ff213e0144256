import { assessmentConfirmed } from "../server/modules/assessments/index.ts";
import { certificateIssued, certificateReinstated, certificateSuspended, certificateWithdrawn, issueCertificate } from "../server/modules/certificates/index.ts";
import { enterCredit, gradeMembers, gradesGiven } from "../server/modules/credit/index.ts";
import { filePledgeReceipt, pledgeSigned } from "../server/modules/norms/index.ts";
import { rewardConfirmed, rewardSource } from "../server/modules/rewards/index.ts";
import { placePublication, repairGranted, tellPublications } from "../server/modules/publication/index.ts";
import { appealDecided, auditCompleted, auditOrdered, drawAuditReport, drawCaseNotice, runAudit, sanctionInForce, sanctionServed, sanctionSetAside } from "../server/modules/supervision/index.ts";
import { languages } from "../server/kernel/language.ts";
import { on, order, type Reaction } from "../server/platform/events.ts";

/** What happened to a certificate is entered in the credit ledger. */
const certificateEntered = ({ certificateId }: { certificateId: string }, fact: string) => [order(enterCredit, { source: "CERTIFICATE", record: certificateId, fact })];

/** What becomes of a sanction is entered in the credit ledger. */
const sanctionEntered = ({ decisionId }: { decisionId: string }, fact: string) => [order(enterCredit, { source: "SANCTION", record: decisionId, fact })];

/** Everything that follows from something else, on one page. What an audit found is entered in the credit ledger by `gradeMembers`, member by member with the grades. */
export const reactions: Reaction[] = [
  on(pledgeSigned, ({ signatureId }, fact) => [
    order(filePledgeReceipt, { signatureId }), order(enterCredit, { source: "PLEDGE_SIGNATURE", record: signatureId, fact }),
  ]),
  on(assessmentConfirmed, ({ assessmentId }, fact) => [
    order(issueCertificate, { assessmentId }), order(enterCredit, { source: "ASSESSMENT", record: assessmentId, fact }),
  ]),
  on(rewardConfirmed, ({ rewardId }, fact) => [order(enterCredit, { source: rewardSource, record: rewardId, fact })]),
  ...[certificateIssued, certificateSuspended, certificateReinstated, certificateWithdrawn].map((event) => on(event, certificateEntered)),
  on(sanctionInForce, ({ decisionId }) => [order(placePublication, { decisionId })]),
  on(sanctionSetAside, (_, fact) => [order(tellPublications, { fact })]),
  on(repairGranted, ({ repairId }, fact) => [order(tellPublications, { fact }), order(enterCredit, { source: "REPAIR", record: repairId, fact })]),
  on(sanctionServed, ({ decisionId }) => [order(drawCaseNotice, { subjectId: decisionId })]),
  on(appealDecided, ({ appealId }) => [order(drawCaseNotice, { subjectId: appealId })]),
  ...[sanctionInForce, sanctionSetAside].map((event) => on(event, sanctionEntered)),
  on(auditOrdered, ({ runId }) => [order(runAudit, { runId })]),
  on(auditCompleted, ({ runId }) => [order(gradeMembers, { runId })]),
  on(gradesGiven, ({ runId }) => languages.map((language) => order(drawAuditReport, { runId, language }))),
];
