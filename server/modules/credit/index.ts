export { gradesGiven } from "./grade.events.ts";
export { gradeMembers } from "./grade.jobs.ts";
export { gradeCountsByRun, gradesByMember, gradesShown } from "./grade.queries.ts";
export { gradeReading } from "./grade.reading.ts";
export { type CreditScheme, gradeMember } from "./grade.rules.ts";
export { GradeService } from "./grade.service.ts";
export { CreditSchemeService } from "./scheme.service.ts";
