import type { Services } from "./compose.ts";
import { assessmentReading } from "./modules/assessments/index.ts";
import { certificateReading } from "./modules/certificates/index.ts";
import { gradeReading } from "./modules/credit/index.ts";
import { memberReading } from "./modules/members/index.ts";
import { pledgeReading } from "./modules/norms/index.ts";
import { findingReading } from "./modules/supervision/index.ts";
import { type Reading, readTogether } from "./platform/reading.ts";

/** How the contract's types are read by one statement, as far as the modules say. */
export const createReading = ({ pledges }: Pick<Services, "pledges">): Required<Reading> =>
  readTogether([memberReading, pledgeReading((at) => pledges.today(at)), assessmentReading, findingReading, gradeReading, certificateReading]);
