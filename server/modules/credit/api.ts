export { CreditEntryResolver, CreditEntryViewerMay } from "./entry.resolver.ts";
export { GradeExplanationResolver } from "./explanation.resolver.ts";
export { AuditRunGradesResolver, ComplianceGradeResolver, MemberGradesResolver } from "./grade.resolver.ts";
