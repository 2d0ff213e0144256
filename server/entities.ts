import type { EntityTarget } from "typeorm";
import { Application, ApplicationEvidence, ApplicationReason, ApplicationStep } from "./modules/applications/index.ts";
import {
  AnswerAdjustment, Assessment, AssessmentRound, AssessmentSubmission, Evidence, ReviewNote, ServiceQualityScheme,
} from "./modules/assessments/index.ts";
import { CalendarDay } from "./modules/calendar/index.ts";
import { Certificate, CertificateChange } from "./modules/certificates/index.ts";
import { AccessRenewal, ApiKey, Credential, Invitation, RecoveryCode, Session, User } from "./modules/identity/index.ts";
import { JournalCheckpoint } from "./modules/journal/index.ts";
import { Member, MemberContact, MemberSite, StandingFactEntry } from "./modules/members/index.ts";
import {
  Norm, NormAnswer, NormArticle, NormChapter, NormComment, NormPriceOpinion, NormReading, NormTraining, NormTrainingWithdrawal, NormVersion, PledgeReceipt, PledgeSignature, PledgeVersion, PublishedDocument,
} from "./modules/norms/index.ts";
import { Reward, RewardChange, RewardRound } from "./modules/rewards/index.ts";
import {
  AuditPlan, AuditRun, CaseAnswer, CaseDraft, CaseEvent, CasePause, PanelAffiliation, PanelSeat, PanelVote, SanctionAppeal, SanctionCase, SanctionDecision,
} from "./modules/supervision/index.ts";

/** Every table's shape, for the one place that opens the database. */
export const entities: EntityTarget<object>[] = [
  User, Credential, RecoveryCode, Session, Invitation, AccessRenewal, ApiKey,
  JournalCheckpoint, CalendarDay, Member, StandingFactEntry, MemberSite, MemberContact,
  Application, ApplicationStep, ApplicationReason, ApplicationEvidence,
  Norm, NormVersion, NormChapter, NormArticle, NormPriceOpinion, NormComment, NormAnswer, NormReading, NormTraining, NormTrainingWithdrawal, PledgeVersion, PledgeSignature, PledgeReceipt, PublishedDocument,
  ServiceQualityScheme, AssessmentRound, Assessment, AssessmentSubmission, Evidence, AnswerAdjustment, ReviewNote,
  AuditPlan, AuditRun, SanctionCase, CaseDraft, CaseAnswer, CasePause, CaseEvent, PanelAffiliation, PanelSeat, PanelVote, SanctionDecision, SanctionAppeal,
  Reward, RewardChange, RewardRound, Certificate, CertificateChange,
];
