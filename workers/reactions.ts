import { assessmentConfirmed } from "../server/modules/assessments/index.ts";
import { issueCertificate } from "../server/modules/certificates/index.ts";
import { gradeMembers, gradesGiven } from "../server/modules/credit/index.ts";
import { filePledgeReceipt, pledgeSigned } from "../server/modules/norms/index.ts";
import { auditCompleted, auditOrdered, drawAuditReport, runAudit } from "../server/modules/supervision/index.ts";
import { languages } from "../server/kernel/language.ts";
import { on, order, type Reaction } from "../server/platform/events.ts";

/** Everything that follows from something else, on one page. */
export const reactions: Reaction[] = [
  on(pledgeSigned, ({ signatureId }) => [order(filePledgeReceipt, { signatureId })]),
  on(assessmentConfirmed, ({ assessmentId }) => [order(issueCertificate, { assessmentId })]),
  on(auditOrdered, ({ runId }) => [order(runAudit, { runId })]),
  on(auditCompleted, ({ runId }) => [order(gradeMembers, { runId })]),
  on(gradesGiven, ({ runId }) => languages.map((language) => order(drawAuditReport, { runId, language }))),
];
