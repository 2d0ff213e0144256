export { publicationEnded, publicationPlaced, publicationStarted, repairGranted, repairRefused, repairToldOf } from "./publication.events.ts";
export { keepPublications, placePublication, tellPublications } from "./publication.jobs.ts";
export { PublicationService } from "./publication.service.ts";
export { AppealStanding, appealStanding } from "./public-file.rules.ts";
export { type PublicFile, PublicFileService } from "./public-file.service.ts";
export { publicationCreditSources } from "./repair-credit.queries.ts";
export { RepairDecisionService } from "./repair-decision.service.ts";
export { filesNamedByRepairs, repairFilePermission } from "./repair-file.queries.ts";
export { RepairService } from "./repair.service.ts";
