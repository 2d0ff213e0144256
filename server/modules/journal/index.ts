export { JournalCheckpoint } from "./checkpoint.entity.ts";
export { journalSealed } from "./journal.events.ts";
export { sealJournal } from "./journal.jobs.ts";
export { JournalService } from "./journal.service.ts";
