import { sweepApplications } from "../server/modules/applications/index.ts";
import { clearUnattachedFiles } from "../server/modules/assessments/index.ts";
import { sweepCertificates } from "../server/modules/certificates/index.ts";
import { sweepCredit } from "../server/modules/credit/index.ts";
import { forgetLapsed } from "../server/modules/identity/index.ts";
import { sealJournal } from "../server/modules/journal/index.ts";
import { chasePledges, sweepPledgeReceipts } from "../server/modules/norms/index.ts";
import { keepPublications } from "../server/modules/publication/index.ts";
import { settleCases, startDueAudits } from "../server/modules/supervision/index.ts";
import type { CalendarEntry } from "./clock.ts";

/** What runs when, and why then. */
export const calendar: CalendarEntry[] = [
  { job: startDueAudits, every: "HOUR", why: "A plan's day begins at midnight of the association; an hour late harms nobody." },
  { job: settleCases, every: "HOUR", why: "A sanction takes effect with its day; come to late, it does so from that day all the same, and every date is the one it should be." },
  { job: chasePledges, every: "DAY", hour: 8, why: "A reminder is read in the morning; each is noted once, so a day missed is made up for." },
  { job: sweepPledgeReceipts, every: "HOUR", why: "Who signed wants the receipt soon, even if its order was lost." },
  { job: sweepCertificates, every: "HOUR", why: "An earned certificate must not wait for a night." },
  { job: sweepCredit, every: "DAY", why: "What stands for or against a member is on file within a day, whatever became of its order; from midnight on, so that a house just brought up to date is first." },
  { job: keepPublications, every: "DAY", why: "What begins and ends to be public does so by its days, whatever runs; it is told with the day, and what a lost order left out is placed." },
  { job: sealJournal, every: "DAY", hour: 2, why: "What a master of the database rewrites shows only from a seal on; to check every entry takes its time, and at night it is there." },
  { job: forgetLapsed, every: "DAY", hour: 3, why: "Nothing is kept longer than it serves, addresses of people least of all; at night nobody waits." },
  { job: clearUnattachedFiles, every: "DAY", hour: 3, why: "What was uploaded and attached to nothing serves nobody; a day is long enough to come back to it." },
  { job: sweepApplications, every: "DAY", hour: 1, why: "What a firm stated is kept as long as was said and no day longer; what was left too long counts as lapsed from midnight on, noted or not." },
];
