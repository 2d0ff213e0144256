export { AuditPlan, AuditRun } from "./audits/audit.entity.ts";
export { auditCompleted, auditOrdered } from "./audits/audit.events.ts";
export { drawAuditReport, runAudit, startDueAudits } from "./audits/audit.jobs.ts";
export { auditChecks } from "./audits/audit-checks.queries.ts";
export type { AuditCheck } from "./audits/audit-engine.queries.ts";
export { type AuditReport, AuditReportService } from "./audits/audit-report.service.ts";
export { type AuditRule, type AuditRuleSet, occasionOf, sentenceOf, Severity } from "./audits/audit.rules.ts";
export { AuditService, type PlanInput } from "./audits/audit.service.ts";
export { audited, type Finding, findingsByAudited, findingsForReport } from "./audits/finding.queries.ts";
