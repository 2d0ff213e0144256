export { AuditRunObject, FindingObject } from "./audits/audit.object.ts";
export { AuditPlanResolver, AuditPlanViewerMay, AuditRunResolver } from "./audits/audit.resolver.ts";
export { FindingResolver } from "./audits/finding.resolver.ts";
export { AppealResolver, AppealViewerMay, CaseAppealResolver } from "./appeals/appeal.resolver.ts";
export { CaseObject } from "./cases/case.object.ts";
export { CaseAnswerFilesResolver, CaseResolver, CaseViewerMay, MemberCasesResolver } from "./cases/case.resolver.ts";
export { PanelAffiliationResolver, PanelPersonResolver, PanelSeatResolver } from "./panels/panel.resolver.ts";
export { CaseDecisionResolver, DecisionResolver } from "./sanctions/decision.resolver.ts";
export { SanctionLadderResolver } from "./sanctions/ladder.resolver.ts";
