import type { EntityTarget } from "typeorm";
import { AnswerAdjustment, Assessment, AssessmentSubmission, Evidence, ReviewNote } from "./modules/assessments/index.ts";
import { Member } from "./modules/members/index.ts";
import { Norm, NormArticle, NormChapter, NormVersion, PledgeReceipt, PledgeSignature, PledgeVersion } from "./modules/norms/index.ts";

/** Every table's shape, for the one place that opens the database. */
export const entities: EntityTarget<object>[] = [
  Member, Norm, NormVersion, NormChapter, NormArticle, PledgeVersion, PledgeSignature, PledgeReceipt,
  Assessment, AssessmentSubmission, Evidence, AnswerAdjustment, ReviewNote,
];
