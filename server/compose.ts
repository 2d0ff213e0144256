import {
  ApplicationEvidenceService, ApplyingService, DecidingService, DecisionClockService, OwnApplicationService, RetentionService,
} from "./modules/applications/index.ts";
import { AssessmentService, EvidenceService, ReviewService } from "./modules/assessments/index.ts";
import { CalendarService } from "./modules/calendar/index.ts";
import { certificateChecks, certificateCreditSources, CertificateService, VerificationService } from "./modules/certificates/index.ts";
import { creditSources, ExplanationService, GradeService, LedgerService } from "./modules/credit/index.ts";
import { timelineSources, TimelineService } from "./modules/files/index.ts";
import {
  AccessRenewalService, AccountService, ApiKeyService, AttemptService, IdentitySecrets, InvitationService, type Permission, SecondFactorService, SessionService, SignInService, UserService,
} from "./modules/identity/index.ts";
import { JournalService } from "./modules/journal/index.ts";
import { memberById, MemberService, ProfileService, StandingService } from "./modules/members/index.ts";
import {
  CommentService, NormAdoptionService, NormDraftService, NormService, PledgePublishingService, PledgeService, ReadingService, ReceiptService, TrainingService,
} from "./modules/norms/index.ts";
import {
  filesNamedByRepairs, publicationCreditSources, PublicationService, PublicFileService, RepairDecisionService, repairFilePermission, RepairService,
} from "./modules/publication/index.ts";
import { WorkOrderService } from "./modules/operations/index.ts";
import { isOnFastLane, rewardCreditSources, RewardRoundService, RewardService } from "./modules/rewards/index.ts";
import {
  AffiliationService, AppealDecisionService, AppealService, auditChecks, AuditReportService, AuditService, CaseAnswerService, CaseDraftService, CaseService, DecisionService,
  EnforcementService, filesNamedInCases, NoticeService, PanelService,
} from "./modules/supervision/index.ts";
import type { CertificateChain } from "./platform/cms.ts";
import type { NoteSigner } from "./platform/checkpoint.ts";
import type { Config } from "./platform/config.ts";
import { FileStore } from "./platform/files.ts";
import { HandedInFiles } from "./platform/handed-in-files.ts";

/** What the services need from outside. */
export interface Surroundings extends Pick<Config, "publicUrl" | "portalSecret" | "sessionSecret" | "demo"> {
  filesRoot: string;
  /** The association's zone, in which days begin and deadlines run. */
  zone: string;
  /** The certificates of every key the association signs or signed with. */
  trusted: readonly CertificateChain[];
  /** Who seals the journal. */
  journalSigner: NoteSigner;
}

/** The only place services are constructed: a plain map, lowest module first. */
export function compose(surroundings: Surroundings) {
  const { filesRoot, zone, publicUrl, trusted } = surroundings;
  const files = new FileStore(filesRoot);
  const identity = composeIdentity(surroundings);
  const journals = new JournalService(surroundings.journalSigner);
  const calendar = new CalendarService(zone);
  const standings = new StandingService(zone);
  const members = new MemberService(standings);
  const profiles = new ProfileService(zone);
  const applying = new ApplyingService(zone, publicUrl, identity.invitations, (network) => identity.secrets.nameOf(network));
  const applicationEvidence = new ApplicationEvidenceService(files, applying);
  const decidings = new DecidingService(zone, members, profiles, identity.users, identity.invitations);
  const decisionClocks = new DecisionClockService(zone);
  const ownApplications = new OwnApplicationService(decisionClocks);
  const retentions = new RetentionService();
  const norms = new NormService();
  const normDrafts = new NormDraftService(zone);
  const normAdoptions = new NormAdoptionService(zone);
  const comments = new CommentService(zone);
  const readings = new ReadingService();
  const trainings = new TrainingService(zone);
  const pledges = new PledgeService(zone);
  const pledgePublishing = new PledgePublishingService(pledges, zone);
  const receipts = new ReceiptService(files, zone);
  const assessments = new AssessmentService(zone);
  const evidence = new EvidenceService(files);
  const reviews = new ReviewService();
  const audits = new AuditService(new Map(Object.entries({ ...auditChecks, ...certificateChecks })), zone);
  const auditReports = new AuditReportService(files);
  const process = composeProcess(standings, files, zone);
  const ledger = new LedgerService([...creditSources, ...rewardCreditSources, ...publicationCreditSources, ...certificateCreditSources]);
  const grades = new GradeService(ledger);
  const explanations = new ExplanationService();
  const rewards = new RewardService(ledger, zone);
  const rewardRounds = new RewardRoundService(zone);
  const publications = new PublicationService(zone);
  const repairs = new RepairService(zone);
  const repairDecisions = new RepairDecisionService(zone);
  const repairFiles = new HandedInFiles(files, repairFilePermission, filesNamedByRepairs);
  const publicFiles = new PublicFileService(explanations, zone);
  const certificates = new CertificateService(files, publicUrl, zone);
  const verifications = new VerificationService(trusted, zone);
  const timelines = new TimelineService(timelineSources);
  const workOrders = new WorkOrderService();
  return {
    files, ...identity, journals, calendar, standings, members, profiles, applying, applicationEvidence, decidings, decisionClocks, ownApplications,
    retentions, norms, normDrafts, normAdoptions, comments, readings, trainings, pledges, pledgePublishing, receipts, assessments,
    evidence, reviews, audits, auditReports, ...process, ledger, grades, explanations, rewards, rewardRounds, precedes: isOnFastLane, publications, repairs, repairDecisions, repairFiles, publicFiles,
    certificates, verifications, timelines, workOrders,
  };
}

/** Due process: cases, the panels that decide them, and appeals. */
function composeProcess(standings: StandingService, files: FileStore, zone: string) {
  const panels = new PanelService();
  const affiliations = new AffiliationService(zone);
  const cases = new CaseService(zone);
  const caseAnswers = new CaseAnswerService(zone);
  const caseFiles = new HandedInFiles(files, "case:read" satisfies Permission, filesNamedInCases);
  const caseDrafts = new CaseDraftService(zone);
  const decisions = new DecisionService(panels);
  const enforcement = new EnforcementService(standings, zone);
  const notices = new NoticeService(files, zone);
  const appeals = new AppealService(zone);
  const appealDecisions = new AppealDecisionService(panels, enforcement, standings, zone);
  return { panels, affiliations, cases, caseAnswers, caseFiles, caseDrafts, decisions, enforcement, notices, appeals, appealDecisions };
}

function composeIdentity({ publicUrl, demo, ...keys }: Surroundings) {
  const secrets = new IdentitySecrets(keys);
  const attempts = new AttemptService(secrets, demo);
  const factors = new SecondFactorService(secrets);
  const sessions = new SessionService();
  const signIns = new SignInService(attempts, factors, sessions, demo);
  const accounts = new AccountService(attempts, sessions, factors);
  const invitations = new InvitationService(publicUrl, async (tx, id) => (await tx.load(memberById, id)) !== null, demo);
  const users = new UserService(sessions);
  const apiKeys = new ApiKeyService();
  const renewals = new AccessRenewalService(publicUrl, users, sessions, factors, apiKeys, demo);
  return { secrets, demo, attempts, factors, sessions, signIns, accounts, users, invitations, renewals, apiKeys };
}

export type Services = ReturnType<typeof compose>;
