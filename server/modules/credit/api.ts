export { AuditRunGradesResolver, ComplianceGradeResolver, MemberGradesResolver } from "./grade.resolver.ts";
