import { CreatePlatform1763900000000 } from "./1763900000000-create-platform.ts";
import { CreateIdentity1763900001000 } from "./1763900001000-create-identity.ts";
import { CreateAssociation1763900001500 } from "./1763900001500-create-association.ts";
import { CreateMembers1763900002000 } from "./1763900002000-create-members.ts";
import { IndexJournal1763900002500 } from "./1763900002500-index-journal.ts";
import { CreateNorms1763900003000 } from "./1763900003000-create-norms.ts";
import { CreateAssessments1763900004000 } from "./1763900004000-create-assessments.ts";
import { CreateSupervision1763900005000 } from "./1763900005000-create-supervision.ts";
import { CreateCredit1763900006000 } from "./1763900006000-create-credit.ts";
import { CreateCertificates1763900007000 } from "./1763900007000-create-certificates.ts";
import { IndexWork1763900008000 } from "./1763900008000-index-work.ts";
import { GuardSalts1763900009000 } from "./1763900009000-guard-salts.ts";
import { AskMemberLanguage1763900009500 } from "./1763900009500-ask-member-language.ts";
import { OpenFilesByPermission1763900010000 } from "./1763900010000-open-files-by-permission.ts";
import { PublishDocuments1763900011000 } from "./1763900011000-publish-documents.ts";
import { NameCertificatesByServiceQuality1763900012000 } from "./1763900012000-name-certificates-by-service-quality.ts";
import { CountJudgedMembers1763900012500 } from "./1763900012500-count-judged-members.ts";
import { RenewAccess1763900013000 } from "./1763900013000-renew-access.ts";
import { LayFactsAside1763900014000 } from "./1763900014000-lay-facts-aside.ts";
import { IndexEvidenceFiles1763900014700 } from "./1763900014700-index-evidence-files.ts";
import { TellMembersOfAuditsDone1763900014800 } from "./1763900014800-tell-members-of-audits-done.ts";
import { OrderPeopleByFirm1763900014900 } from "./1763900014900-order-people-by-firm.ts";
import { KeepCertificatesAsIssued1763900015000 } from "./1763900015000-keep-certificates-as-issued.ts";
import { CreateCalendar1763900016000 } from "./1763900016000-create-calendar.ts";
import { ComputeStanding1763900016500 } from "./1763900016500-compute-standing.ts";
import { KeepSitesAndContacts1763900016700 } from "./1763900016700-keep-sites-and-contacts.ts";
import { DraftNorms1763900017000 } from "./1763900017000-draft-norms.ts";
import { ConsultMembers1763900017100 } from "./1763900017100-consult-members.ts";
import { MeasureReading1763900017200 } from "./1763900017200-measure-reading.ts";
import { ChasePledges1763900017300 } from "./1763900017300-chase-pledges.ts";
import { OpenCreditLedger1763900018000 } from "./1763900018000-open-credit-ledger.ts";
import { TakeApplications1763900019000 } from "./1763900019000-take-applications.ts";
import { OpenCases1763900020000 } from "./1763900020000-open-cases.ts";
import { GiveRewards1763900021000 } from "./1763900021000-give-rewards.ts";
import { PublishDecisions1763900023000 } from "./1763900023000-publish-decisions.ts";
import { OpenPublicFile1763900023500 } from "./1763900023500-open-public-file.ts";
import { AdmitAnew1763900025000 } from "./1763900025000-admit-anew.ts";
import { MeasureTraining1763900026000 } from "./1763900026000-measure-training.ts";

/** Every migration, oldest first. */
export const migrations = [
  CreatePlatform1763900000000,
  CreateIdentity1763900001000,
  CreateAssociation1763900001500,
  CreateMembers1763900002000,
  IndexJournal1763900002500,
  CreateNorms1763900003000,
  CreateAssessments1763900004000,
  CreateSupervision1763900005000,
  CreateCredit1763900006000,
  CreateCertificates1763900007000,
  IndexWork1763900008000,
  GuardSalts1763900009000,
  AskMemberLanguage1763900009500,
  OpenFilesByPermission1763900010000,
  PublishDocuments1763900011000,
  NameCertificatesByServiceQuality1763900012000,
  CountJudgedMembers1763900012500,
  RenewAccess1763900013000,
  LayFactsAside1763900014000,
  IndexEvidenceFiles1763900014700,
  TellMembersOfAuditsDone1763900014800,
  OrderPeopleByFirm1763900014900,
  KeepCertificatesAsIssued1763900015000,
  CreateCalendar1763900016000,
  ComputeStanding1763900016500,
  KeepSitesAndContacts1763900016700,
  DraftNorms1763900017000,
  ConsultMembers1763900017100,
  MeasureReading1763900017200,
  ChasePledges1763900017300,
  OpenCreditLedger1763900018000,
  TakeApplications1763900019000,
  OpenCases1763900020000,
  GiveRewards1763900021000,
  PublishDecisions1763900023000,
  OpenPublicFile1763900023500,
  AdmitAnew1763900025000,
  MeasureTraining1763900026000,
];
