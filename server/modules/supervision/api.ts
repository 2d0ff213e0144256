export { AuditRunObject, FindingObject } from "./audits/audit.object.ts";
export { AuditPlanResolver, AuditPlanViewerMay, AuditRunResolver } from "./audits/audit.resolver.ts";
export { FindingResolver } from "./audits/finding.resolver.ts";
export { SanctionLadderResolver } from "./sanctions/ladder.resolver.ts";
