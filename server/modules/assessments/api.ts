export { AssessmentConnection, AssessmentObject, AssessmentPeriodObject, StoredFileObject } from "./assessment.object.ts";
export { AssessmentFieldsResolver } from "./assessment-fields.resolver.ts";
export { AssessmentResolver, AssessmentViewerMay, MemberAssessmentsResolver } from "./assessment.resolver.ts";
export { OverdueResolver } from "./overdue.resolver.ts";
export { ReviewResolver } from "./review.resolver.ts";
export { GradeEnum, GradeFloorObject } from "./scheme.object.ts";
export { SchemeIndicatorsResolver, SchemeResolver, ScoreIndicatorsResolver } from "./scheme.resolver.ts";
