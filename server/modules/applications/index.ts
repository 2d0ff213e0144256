export { Application, ApplicationEvidence, ApplicationReason, ApplicationStep } from "./application.entity.ts";
export { applicationAdmitted } from "./application.events.ts";
export { ApplicationEvidenceService } from "./application-evidence.service.ts";
export { sweepApplications } from "./application.jobs.ts";
export { ApplyingService } from "./applying.service.ts";
export { DecidingService } from "./deciding.service.ts";
export { DecisionClockService } from "./decision-clock.service.ts";
export { OwnApplicationService } from "./own-application.service.ts";
export { RetentionService } from "./retention.service.ts";
