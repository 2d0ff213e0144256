import type { GraphQLSchema } from "graphql";
import type { ClassType } from "type-graphql";
import type { Services } from "./compose.ts";
import { ApplicationFieldsResolver, ApplicationViewerMay, ApplyingResolver, DecidingResolver, MemberApplicationResolver } from "./modules/applications/api.ts";
import {
  AssessmentFieldsResolver, AssessmentResolver, AssessmentViewerMay, MemberAssessmentsResolver, OverdueResolver, ReviewResolver, SchemeIndicatorsResolver, SchemeResolver,
  ScoreIndicatorsResolver,
} from "./modules/assessments/api.ts";
import { CalendarResolver } from "./modules/calendar/api.ts";
import {
  AssessmentCertificateResolver, CertificateResolver, CertificateViewerMay, MemberCertificatesResolver, PublicFileCertificatesResolver, VerificationResolver,
} from "./modules/certificates/api.ts";
import {
  AuditRunGradesResolver, ComplianceGradeResolver, CreditEntryResolver, CreditEntryViewerMay, GradeExplanationResolver, MemberGradesResolver,
} from "./modules/credit/api.ts";
import {
  AccessRenewalResolver, AccountResolver, ApiKeyResolver, InvitationResolver, InvitationViewerMay, SignInResolver, UserResolver, UserViewerMay, ViewerResolver,
} from "./modules/identity/api.ts";
import { MemberTimelineResolver, TimelineEntryResolver } from "./modules/files/api.ts";
import { permissions } from "./modules/identity/index.ts";
import { JournalResolver } from "./modules/journal/api.ts";
import { InvitationMemberResolver, MemberResolver, MemberSiteResolver, MemberViewerMay, ProfileResolver, StandingResolver, UserMemberResolver, ViewerMemberResolver } from "./modules/members/api.ts";
import {
  CommentResolver, MemberPledgeResolver, MemberRemindersResolver, NormComparisonResolver, NormDraftResolver, NormReadershipResolver, NormReadingResolver, NormResolver, NormTrainingResolver,
  NormVersionResolver, NormVersionViewerMay, PledgePublishingResolver, PledgeResolver, PledgeSignatureResolver, PledgeStandingResolver,
} from "./modules/norms/api.ts";
import { WorkOrderResolver, WorkOrderViewerMay } from "./modules/operations/api.ts";
import { CandidateResolver, HonourResolver, LadderResolver, MemberRewardsResolver, RewardResolver, RewardViewerMay, RoundResolver, RoundViewerMay } from "./modules/rewards/api.ts";
import {
  MemberPublicationsResolver, PublicationResolver, PublicationTermsResolver, PublicFileResolver, RepairResolver, RepairViewerMay,
} from "./modules/publication/api.ts";
import {
  AppealResolver, AppealViewerMay, AuditPlanResolver, AuditPlanViewerMay, AuditRunResolver, CaseAnswerFilesResolver, CaseAppealResolver, CaseDecisionResolver, CaseLadderResolver, CaseResolver,
  CaseViewerMay, DecisionResolver, FindingResolver, MemberCasesResolver, PanelAffiliationResolver, PanelPersonResolver, PanelSeatResolver, SanctionLadderResolver, WaitingSeatResolver,
} from "./modules/supervision/api.ts";
import { buildContract } from "./platform/graphql/build-schema.ts";
import { declareActs } from "./platform/graphql/viewer-may.ts";

interface Composed {
  type: ClassType;
  make: (services: Services) => object;
}

/** A resolver and the services it works with. */
export const composed = <Instance extends object>(type: ClassType<Instance>, make: (services: Services) => Instance): Composed => ({ type, make });

/** The resolvers of every module, lowest first; a class alone needs no service. */
const resolvers: readonly (ClassType | Composed)[] = [
  composed(ViewerResolver, ({ secrets, demo }) => new ViewerResolver(secrets, demo)),
  composed(SignInResolver, ({ attempts, signIns, sessions, secrets }) => new SignInResolver(attempts, signIns, sessions, secrets)),
  composed(AccountResolver, ({ accounts, attempts, factors, sessions }) => new AccountResolver(accounts, attempts, factors, sessions)),
  composed(UserResolver, ({ users }) => new UserResolver(users)),
  UserViewerMay,
  composed(InvitationResolver, ({ invitations }) => new InvitationResolver(invitations)),
  InvitationViewerMay,
  composed(AccessRenewalResolver, ({ renewals }) => new AccessRenewalResolver(renewals)),
  composed(ApiKeyResolver, ({ apiKeys }) => new ApiKeyResolver(apiKeys)),
  composed(JournalResolver, ({ journals }) => new JournalResolver(journals)),
  composed(CalendarResolver, ({ calendar }) => new CalendarResolver(calendar)),
  MemberResolver,
  MemberViewerMay,
  composed(ProfileResolver, ({ profiles }) => new ProfileResolver(profiles)),
  MemberSiteResolver,
  composed(StandingResolver, ({ standings }) => new StandingResolver(standings)),
  ViewerMemberResolver,
  UserMemberResolver,
  InvitationMemberResolver,
  composed(ApplyingResolver, ({ applying, applicationEvidence, ownApplications }) => new ApplyingResolver(applying, applicationEvidence, ownApplications)),
  composed(DecidingResolver, ({ decidings, decisionClocks }) => new DecidingResolver(decidings, decisionClocks)),
  composed(ApplicationFieldsResolver, ({ decisionClocks }) => new ApplicationFieldsResolver(decisionClocks)),
  ApplicationViewerMay,
  MemberApplicationResolver,
  composed(NormResolver, ({ pledges }) => new NormResolver(pledges)),
  composed(NormVersionResolver, ({ pledges }) => new NormVersionResolver(pledges)),
  NormVersionViewerMay,
  NormComparisonResolver,
  composed(NormReadingResolver, ({ readings }) => new NormReadingResolver(readings)),
  NormReadershipResolver,
  composed(NormTrainingResolver, ({ trainings }) => new NormTrainingResolver(trainings)),
  composed(NormDraftResolver, ({ normDrafts, normAdoptions }) => new NormDraftResolver(normDrafts, normAdoptions)),
  composed(CommentResolver, ({ comments }) => new CommentResolver(comments)),
  composed(PledgeResolver, ({ pledges }) => new PledgeResolver(pledges)),
  composed(PledgePublishingResolver, ({ pledgePublishing }) => new PledgePublishingResolver(pledgePublishing)),
  MemberRemindersResolver,
  PledgeSignatureResolver,
  PledgeStandingResolver,
  composed(MemberPledgeResolver, ({ pledges }) => new MemberPledgeResolver(pledges)),
  composed(AssessmentResolver, ({ assessments, evidence }) => new AssessmentResolver(assessments, evidence)),
  AssessmentViewerMay,
  composed(AssessmentFieldsResolver, ({ assessments }) => new AssessmentFieldsResolver(assessments)),
  MemberAssessmentsResolver,
  composed(SchemeResolver, ({ assessments }) => new SchemeResolver(assessments)),
  SchemeIndicatorsResolver,
  ScoreIndicatorsResolver,
  composed(OverdueResolver, ({ assessments }) => new OverdueResolver(assessments)),
  composed(ReviewResolver, ({ assessments, reviews, precedes }) => new ReviewResolver(assessments, reviews, precedes)),
  composed(AuditPlanResolver, ({ audits }) => new AuditPlanResolver(audits)),
  AuditPlanViewerMay,
  composed(AuditRunResolver, ({ audits }) => new AuditRunResolver(audits)),
  FindingResolver,
  SanctionLadderResolver,
  composed(CaseResolver, ({ cases, caseAnswers, caseDrafts }) => new CaseResolver(cases, caseAnswers, caseDrafts)),
  CaseViewerMay,
  CaseAnswerFilesResolver,
  MemberCasesResolver,
  composed(CaseDecisionResolver, ({ decisions, enforcement }) => new CaseDecisionResolver(decisions, enforcement)),
  DecisionResolver,
  composed(PanelSeatResolver, ({ panels }) => new PanelSeatResolver(panels)),
  composed(PanelPersonResolver, ({ affiliations }) => new PanelPersonResolver(affiliations)),
  PanelAffiliationResolver,
  composed(AppealResolver, ({ appeals, appealDecisions }) => new AppealResolver(appeals, appealDecisions)),
  AppealViewerMay,
  CaseAppealResolver,
  CaseLadderResolver,
  WaitingSeatResolver,
  ComplianceGradeResolver,
  composed(GradeExplanationResolver, ({ explanations }) => new GradeExplanationResolver(explanations)),
  MemberGradesResolver,
  AuditRunGradesResolver,
  composed(CreditEntryResolver, ({ ledger }) => new CreditEntryResolver(ledger)),
  CreditEntryViewerMay,
  composed(RewardResolver, ({ rewards }) => new RewardResolver(rewards)),
  RewardViewerMay,
  HonourResolver,
  composed(RoundResolver, ({ rewardRounds }) => new RoundResolver(rewardRounds)),
  RoundViewerMay,
  CandidateResolver,
  LadderResolver,
  MemberRewardsResolver,
  PublicationTermsResolver,
  composed(PublicationResolver, ({ publications }) => new PublicationResolver(publications)),
  MemberPublicationsResolver,
  composed(RepairResolver, ({ repairs, repairDecisions, publications }) => new RepairResolver(repairs, repairDecisions, publications)),
  RepairViewerMay,
  composed(PublicFileResolver, ({ publicFiles }) => new PublicFileResolver(publicFiles)),
  composed(CertificateResolver, ({ certificates }) => new CertificateResolver(certificates)),
  CertificateViewerMay,
  MemberCertificatesResolver,
  AssessmentCertificateResolver,
  PublicFileCertificatesResolver,
  composed(VerificationResolver, ({ verifications }) => new VerificationResolver(verifications)),
  composed(MemberTimelineResolver, ({ timelines }) => new MemberTimelineResolver(timelines)),
  TimelineEntryResolver,
  composed(WorkOrderResolver, ({ workOrders }) => new WorkOrderResolver(workOrders)),
  WorkOrderViewerMay,
];

/** The contract. Without services it can be printed and checked, but not called; a database is not needed. */
export function createSchema(services?: Services): GraphQLSchema {
  declareActs(Object.keys(permissions));
  const withServices = resolvers.filter((resolver) => typeof resolver === "object");
  const instances = new Map(services ? withServices.map(({ type, make }) => [type, make(services)]) : []);
  return buildContract(resolvers.map((resolver) => (typeof resolver === "object" ? resolver.type : resolver)), instances);
}
