import type { Role } from "../../../server/modules/identity/index.ts";
import type { Ids } from "./household.ts";
import { dueProcess } from "./matrix-due-process.ts";
import { about, everyone, house, members, nobody, page, plain, problems, type Row } from "./matrix-rows.ts";

const site = `{ name: "Depot", use: WAREHOUSE, region: "440000", address: "1 Harbour Road", openedOn: "2025-01-01" }`;
const revised = (input: string) => input.replace("{", "{ revision: 9,");
const contact = `{ duty: GENERAL, name: "Chan", email: "chan@guild.example" }`;

const node = (kind: keyof Ids, reach: readonly Role[]): Row =>
  about("PUBLIC", "query ($id: ID!) { node(id: $id) { __typename id } }", reach, (theirs) => ({ id: theirs[kind] }));

/** Every root operation of the contract. `node` stands once for each kind of record. */
export const matrix: Record<string, Row | readonly Row[]> = {
  "Query.node": [
    node("user", ["OFFICER", "OPERATOR"]), node("member", [...house, "INSPECTOR"]), node("assessment", house), node("certificate", house), node("signature", house),
    node("auditPlan", house), node("auditRun", house), node("finding", [...house, "INSPECTOR"]), node("grade", house), node("creditEntry", house), node("reward", house), node("rewardRound", house),
    node("session", nobody), node("apiKey", nobody), node("invitation", nobody), node("file", nobody), node("evidence", nobody), node("workOrder", nobody), node("site", nobody), node("contact", nobody),
    node("case", house), node("decision", house), node("appeal", house), node("affiliation", house), node("publication", house), node("repair", house), node("application", ["OFFICER"]),
  ],

  "Mutation.memberSiteAdd": about(["OFFICER", ...members], `mutation ($id: ID!) { memberSiteAdd(memberId: $id, input: ${site}) { member { id } ${problems} } }`, ["OFFICER"], ({ member }) => ({ id: member })),
  "Mutation.memberSiteChange": about(["OFFICER", ...members], `mutation ($id: ID!) { memberSiteChange(id: $id, input: ${revised(site)}) { member { id } ${problems} } }`, ["OFFICER"], ({ site: id }) => ({ id })),
  "Mutation.memberSiteClose": about(["OFFICER", ...members], `mutation ($id: ID!) { memberSiteClose(id: $id, input: { revision: 9, closedOn: "2025-01-01" }) { member { id } ${problems} } }`, ["OFFICER"], ({ site: id }) => ({ id })),
  "Mutation.memberContactAdd": about(["OFFICER", ...members], `mutation ($id: ID!) { memberContactAdd(memberId: $id, input: ${contact}) { member { id } ${problems} } }`, ["OFFICER"], ({ member }) => ({ id: member })),
  "Mutation.memberContactChange": about(["OFFICER", ...members], `mutation ($id: ID!) { memberContactChange(id: $id, input: ${revised(contact)}) { member { id } ${problems} } }`, ["OFFICER"], ({ contact: id }) => ({ id })),
  "Mutation.memberContactRemove": about(["OFFICER", ...members], `mutation ($id: ID!) { memberContactRemove(id: $id) { member { id } ${problems} } }`, ["OFFICER"], ({ contact: id }) => ({ id })),
  "Mutation.memberRenew": about(["OFFICER"], `mutation ($id: ID!) { memberRenew(id: $id) { member { id } ${problems} } }`, ["OFFICER"], ({ member }) => ({ id: member })),
  "Mutation.memberLeave": about(["OFFICER", "MEMBER_ADMIN"], `mutation ($id: ID!) { memberLeave(id: $id, input: { day: "2000-01-01", reason: "x" }) { member { id } ${problems} } }`, ["OFFICER"], ({ member }) => ({ id: member })),
  "Mutation.memberLeaveRevoke": about(["OFFICER", "MEMBER_ADMIN"], `mutation ($id: ID!) { memberLeaveRevoke(id: $id) { member { id } ${problems} } }`, ["OFFICER"], ({ member }) => ({ id: member })),

  "Query.calendarYear": plain(everyone, "{ calendarYear(year: 2026) { year } }"),
  "Mutation.calendarDayDecide": plain(["OFFICER"], `mutation { calendarDayDecide(input: { day: "2000-01-01", working: true, reason: "x" }) { year { year } ${problems} } }`),
  "Mutation.calendarDayRestore": plain(["OFFICER"], `mutation { calendarDayRestore(day: "2000-01-01") { year { year } ${problems} } }`),

  "Query.viewer": plain("PUBLIC", "{ viewer { id email sessions { id } apiKeys { id } member { id } } }"),
  "Query.demoPersons": plain("PUBLIC", "{ demoPersons { email } }"),
  "Query.users": plain(["OFFICER", "OPERATOR", "MEMBER_ADMIN"], `{ users(first: 100) { ${page} } }`),
  "Query.invitations": plain(["OFFICER", "OPERATOR", "MEMBER_ADMIN"], `{ invitations(first: 100) { ${page} } }`),
  "Mutation.signIn": plain("PUBLIC", `mutation { signIn(input: { email: "x", password: "x" }) { viewer { id } ${problems} } }`),
  "Mutation.demoSignIn": plain("PUBLIC", `mutation { demoSignIn(email: "x") { viewer { id } ${problems} } }`),
  "Mutation.signOut": plain("PUBLIC", `mutation { signOut { viewer { id } ${problems} } }`),
  "Mutation.stepUp": plain(everyone, `mutation { stepUp(input: { password: "x" }) { viewer { id } ${problems} } }`),
  "Mutation.totpEnrolmentBegin": plain(everyone, `mutation { totpEnrolmentBegin { secret ${problems} } }`),
  "Mutation.totpEnrolmentConfirm": plain(everyone, `mutation { totpEnrolmentConfirm(code: "000000") { viewer { id } ${problems} } }`),
  "Mutation.passwordChange": plain(everyone, `mutation { passwordChange(input: { current: "x", password: "x" }) { viewer { id } ${problems} } }`),
  "Mutation.sessionEnd": about(everyone, `mutation ($id: ID!) { sessionEnd(id: $id) { viewer { id } ${problems} } }`, nobody, ({ session }) => ({ id: session })),
  "Mutation.sessionEndOthers": plain(everyone, `mutation { sessionEndOthers { viewer { id } ${problems} } }`),
  "Mutation.languageChange": plain(everyone, `mutation { languageChange(language: EN) { viewer { id } ${problems} } }`),
  "Mutation.apiKeyCreate": plain(["OFFICER", "MEMBER_ADMIN", "REGULATOR", "OPERATOR"], `mutation { apiKeyCreate(input: { name: "", scopes: [], expiresAt: "2100-01-01T00:00:00Z" }) { secret ${problems} } }`),
  "Mutation.apiKeyRevoke": about(everyone, `mutation ($id: ID!) { apiKeyRevoke(id: $id) { apiKey { id } ${problems} } }`, nobody, ({ apiKey }) => ({ id: apiKey })),
  "Mutation.invitationSend": about(
    ["OFFICER", "MEMBER_ADMIN"], `mutation ($member: ID!) { invitationSend(input: { email: "new@guild.example", role: MEMBER_EDITOR, memberId: $member }) { invitation { id } link ${problems} } }`,
    ["OFFICER"], ({ member }) => ({ member }),
  ),
  "Mutation.invitationRevoke": about(
    ["OFFICER", "OPERATOR", "MEMBER_ADMIN"], `mutation ($id: ID!) { invitationRevoke(id: $id) { invitation { id } ${problems} } }`, ["OFFICER", "OPERATOR"], ({ invitation }) => ({ id: invitation }),
  ),
  "Mutation.invitationAccept": plain("PUBLIC", `mutation { invitationAccept(input: { token: "x", name: "x", password: "x" }) { email ${problems} } }`),
  "Mutation.userDisable": about(["OFFICER", "OPERATOR", "MEMBER_ADMIN"], `mutation ($id: ID!) { userDisable(id: $id) { user { id } ${problems} } }`, ["OFFICER", "OPERATOR"], ({ user }) => ({ id: user })),
  "Mutation.userEnable": about(["OFFICER", "OPERATOR", "MEMBER_ADMIN"], `mutation ($id: ID!) { userEnable(id: $id) { user { id } ${problems} } }`, ["OFFICER", "OPERATOR"], ({ user }) => ({ id: user })),
  "Mutation.userAccessRenew": about(
    ["OFFICER", "MEMBER_ADMIN"], `mutation ($id: ID!) { userAccessRenew(id: $id) { user { id } link ${problems} } }`, ["OFFICER"], ({ user }) => ({ id: user }),
  ),
  "Mutation.accessRenewalAccept": plain("PUBLIC", `mutation { accessRenewalAccept(input: { token: "x", password: "x" }) { email ${problems} } }`),
  "Mutation.userRolesChange": about(
    ["OFFICER", "MEMBER_ADMIN"], `mutation ($id: ID!) { userRolesChange(id: $id, input: { roles: [MEMBER_EDITOR] }) { user { id } ${problems} } }`,
    ["OFFICER"], ({ user }) => ({ id: user }),
  ),

  "Query.journal": plain(["OFFICER", "OPERATOR"], `{ journal(first: 5) { totalCount } }`),
  "Query.journalActs": plain(["OFFICER", "OPERATOR"], "{ journalActs }"),
  "Query.journalCheckpoint": plain(["OFFICER", "OPERATOR"], "{ journalCheckpoint { __typename } }"),
  "Mutation.journalCheckpointCreate": plain(["OFFICER", "OPERATOR"], `mutation { journalCheckpointCreate { ${problems} } }`),

  "Query.member": about([...house, "INSPECTOR", ...members], "query ($id: ID!) { member(id: $id) { id } }", [...house, "INSPECTOR"], ({ member }) => ({ id: member })),
  "Query.members": plain([...house, "INSPECTOR"], `{ members(first: 100) { ${page} } }`),
  "Query.association": plain("PUBLIC", "{ association { __typename } }"),
  "Query.regions": plain("PUBLIC", "{ regions { __typename } }"),

  "Query.applicationTerms": plain("PUBLIC", "{ applicationTerms { draftDays } }"),
  "Query.ownApplication": plain("PUBLIC", `{ ownApplication(token: "x") { id } }`),
  "Query.applications": plain(["OFFICER"], `{ applications(first: 100) { ${page} } }`),
  "Query.applicationTotals": plain(["OFFICER"], "{ applicationTotals { pressing } }"),
  "Query.application": about(["OFFICER"], "query ($id: ID!) { application(id: $id) { id } }", ["OFFICER"], ({ application }) => ({ id: application })),
  "Mutation.applicationBegin": plain(
    "PUBLIC", `mutation ($name: Localized!) { applicationBegin(input: { name: $name, language: EN }) { link ${problems} } }`, { name: { "zh-Hant": "", "zh-Hans": "", en: "" } },
  ),
  "Mutation.applicationSave": plain("PUBLIC", `mutation { applicationSave(input: { token: "x", revision: 1 }) { application { id } ${problems} } }`),
  "Mutation.applicationSubmit": plain(
    "PUBLIC", `mutation { applicationSubmit(input: { token: "x", revision: 1, consent: true, textDigest: "x", declarantName: "x" }) { application { id } ${problems} } }`,
  ),
  "Mutation.applicationEvidenceRemove": about(
    "PUBLIC", `mutation ($id: ID!) { applicationEvidenceRemove(input: { token: "x", evidenceId: $id }) { application { id } ${problems} } }`, nobody, ({ file }) => ({ id: file }),
  ),
  "Mutation.applicationWithdraw": plain("PUBLIC", `mutation { applicationWithdraw(token: "x") { application { id } ${problems} } }`),
  "Mutation.applicationAccessMake": plain("PUBLIC", `mutation { applicationAccessMake(token: "x") { application { id } link ${problems} } }`),
  "Mutation.applicationReturn": about(
    ["OFFICER"], `mutation ($id: ID!) { applicationReturn(id: $id, input: { revision: 1, reason: "x" }) { application { id } ${problems} } }`, ["OFFICER"], ({ application }) => ({ id: application }),
  ),
  "Mutation.applicationRefuse": about(
    ["OFFICER"], `mutation ($id: ID!) { applicationRefuse(id: $id, input: { revision: 1, reason: "x" }) { application { id } ${problems} } }`, ["OFFICER"], ({ application }) => ({ id: application }),
  ),
  "Mutation.applicationAdmit": about(
    ["OFFICER"],
    `mutation ($id: ID!, $name: Localized!) { applicationAdmit(id: $id, input: { revision: 1, name: $name }) { application { id } ${problems} } }`, ["OFFICER"],
    ({ application }) => ({ id: application, name: { "zh-Hant": "文", "zh-Hans": "文", en: "text" } }),
  ),

  "Query.norms": plain("PUBLIC", "{ norms { id } }"),
  "Query.sanctionLadder": plain("PUBLIC", "{ sanctionLadder { version } }"),
  "Query.norm": plain("PUBLIC", "query ($id: ID!) { norm(id: $id) { id } }", { id: "nrm_01JD0000000000000000000000" }),
  "Query.normComparison": plain(
    "PUBLIC", "query ($id: ID!) { normComparison(from: $id, to: $id, language: EN) { parts { code } } }", { id: "nmv_01JD0000000000000000000000" },
  ),
  "Query.normAdoption": plain(house, "query ($id: ID!) { normAdoption(id: $id) { commentCount } }", { id: "nmv_01JD0000000000000000000000" }),
  "Query.normComments": plain(
    [...house, ...members], "query ($id: ID!) { normComments(versionId: $id, first: 100) { totalCount edges { node { id } } } }", { id: "nmv_01JD0000000000000000000000" },
  ),
  "Query.normAnswers": plain(
    [...house, ...members], "query ($id: ID!) { normAnswers(versionId: $id, first: 100) { totalCount } }", { id: "nmv_01JD0000000000000000000000" },
  ),
  "Query.normReadership": plain(house, "query ($id: ID!) { normReadership(versionId: $id, first: 100) { totalCount } }", { id: "nmv_01JD0000000000000000000000" }),
  "Query.normReadingTotals": plain(house, "query ($id: ID!) { normReadingTotals(versionId: $id) { all } }", { id: "nmv_01JD0000000000000000000000" }),
  "Mutation.normReadingNote": plain(members, `mutation { normReadingNote(versionId: "x", articles: ["N1.1"]) { version { id } ${problems} } }`),
  "Mutation.normTrainingRecord": plain(
    members, `mutation { normTrainingRecord(versionId: "x", input: { heldOn: "2026-01-01", people: 1, hours: "1", givenBy: "x" }) { training { id } ${problems} } }`,
  ),
  "Mutation.normTrainingWithdraw": plain(members, `mutation { normTrainingWithdraw(id: "x", reason: "x") { training { id } ${problems} } }`),
  "Mutation.normDraftBegin": plain(["OFFICER"], `mutation { normDraftBegin(normId: "x") { version { id } ${problems} } }`),
  "Mutation.normDraftSave": plain(
    ["OFFICER"],
    `mutation ($text: Localized!) { normDraftSave(id: "x", input: { revision: 1, title: $text, preamble: $text, externalNorms: [], chapters: [] }) { version { id } ${problems} } }`,
    { text: { "zh-Hant": "文", "zh-Hans": "文", en: "text" } },
  ),
  "Mutation.normConsultationOpen": plain(["OFFICER"], `mutation { normConsultationOpen(id: "x", closesOn: "2100-01-01") { version { id } ${problems} } }`),
  "Mutation.normDraftReturn": plain(["OFFICER"], `mutation { normDraftReturn(id: "x", reason: "x") { version { id } ${problems} } }`),
  "Mutation.normPriceHitsAccept": plain(house, `mutation { normPriceHitsAccept(id: "x", reason: "x") { version { id } ${problems} } }`),
  "Mutation.normAdopt": plain(["OFFICER"], `mutation { normAdopt(id: "x", inForceOn: "2100-01-01") { version { id } ${problems} } }`),
  "Mutation.normCommentFile": plain(members, `mutation { normCommentFile(versionId: "x", input: { article: "N1.1", text: "x" }) { comment { id } ${problems} } }`),
  "Mutation.normCommentAnswer": plain(["OFFICER"], `mutation { normCommentAnswer(id: "x", answer: "x") { comment { id } ${problems} } }`),
  "Query.pledge": plain("PUBLIC", "{ pledge { id } }"),
  "Query.pledgeStatus": plain([...house, "INSPECTOR"], "{ pledgeStatus(first: 100) { totalCount } }"),
  "Query.pledgeTotals": plain([...house, "INSPECTOR"], "{ pledgeTotals { __typename } }"),
  "Query.pledgeLast": plain(house, "{ pledgeLast { id } }"),
  "Mutation.pledgePublish": plain(
    ["OFFICER"],
    `mutation ($text: Localized!) { pledgePublish(input: { title: $text, preamble: $text, consent: $text, clauses: [], inForceOn: "2100-01-01", signBy: "2100-02-01" }) { pledge { id } ${problems} } }`,
    { text: { "zh-Hant": "文", "zh-Hans": "文", en: "text" } },
  ),
  "Mutation.pledgeSign": plain(
    ["MEMBER_ADMIN"], `mutation { pledgeSign(input: { consent: true, readToEnd: true, signatoryName: "x", signatoryTitle: "x", textDigest: "x", versionId: "x" }) { ${problems} } }`,
  ),

  "Query.assessment": about([...house, ...members], "query ($id: ID!) { assessment(id: $id) { id } }", house, ({ assessment }) => ({ id: assessment })),
  "Query.assessments": plain([...house, ...members], `{ assessments(first: 100) { ${page} } }`),
  "Query.assessmentQueue": plain(["OFFICER"], `{ assessmentQueue(first: 100, tab: TO_REVIEW) { ${page} } }`),
  "Query.assessmentQueueCounts": plain(["OFFICER"], "{ assessmentQueueCounts { __typename } }"),
  "Query.assessmentNeighbours": about(["OFFICER"], "query ($id: ID!) { assessmentNeighbours(tab: TO_REVIEW, id: $id) { __typename } }", ["OFFICER"], ({ assessment }) => ({ id: assessment })),
  "Query.assessmentsOverdue": plain(["OFFICER"], "{ assessmentsOverdue(first: 1) { __typename } }"),
  "Query.assessmentRounds": plain([...house, ...members], "{ assessmentRounds { __typename } }"),
  "Query.scheme": plain("PUBLIC", "{ scheme { version } }"),
  "Mutation.assessmentBegin": plain(members, `mutation { assessmentBegin(period: "1999") { assessment { id } ${problems} } }`),
  "Mutation.assessmentSave": about(
    members, `mutation ($id: ID!) { assessmentSave(id: $id, input: { revision: 1, answers: [] }) { assessment { id } ${problems} } }`, nobody, ({ assessment }) => ({ id: assessment }),
  ),
  "Mutation.assessmentSubmit": about(
    ["MEMBER_ADMIN"], `mutation ($id: ID!) { assessmentSubmit(id: $id, input: { revision: 1, declaration: true, declarantName: "x" }) { assessment { id } ${problems} } }`,
    nobody, ({ assessment }) => ({ id: assessment }),
  ),
  "Mutation.assessmentEvidenceAttach": about(
    members, `mutation ($id: ID!, $file: ID!) { assessmentEvidenceAttach(id: $id, input: { indicator: "I-1.1", fileId: $file }) { assessment { id } ${problems} } }`,
    nobody, ({ assessment }, { file }) => ({ id: assessment, file }), ({ file }, { assessment }) => ({ id: assessment, file }),
  ),
  "Mutation.assessmentEvidenceDetach": about(
    members, `mutation ($id: ID!) { assessmentEvidenceDetach(evidenceId: $id) { assessment { id } ${problems} } }`, nobody, ({ evidence }) => ({ id: evidence }),
  ),
  "Mutation.assessmentAdjust": about(
    ["OFFICER"], `mutation ($id: ID!) { assessmentAdjust(id: $id, input: { revision: 1, indicator: "I-1.1", reason: "x" }) { assessment { id } ${problems} } }`, ["OFFICER"], ({ assessment }) => ({ id: assessment }),
  ),
  "Mutation.assessmentReturn": about(
    ["OFFICER"], `mutation ($id: ID!) { assessmentReturn(id: $id, input: { revision: 1, notes: [] }) { assessment { id } ${problems} } }`, ["OFFICER"], ({ assessment }) => ({ id: assessment }),
  ),
  "Mutation.assessmentConfirm": about(
    ["OFFICER"], `mutation ($id: ID!) { assessmentConfirm(id: $id, input: { revision: 1 }) { assessment { id } ${problems} } }`, ["OFFICER"], ({ assessment }) => ({ id: assessment }),
  ),

  "Query.clausesInForce": plain(["OFFICER"], `{ clausesInForce(on: "2026-07-01") { code } }`),
  "Query.panelSeatsWaiting": plain(["PANEL"], "{ panelSeatsWaiting { seatedAt } }"),
  "Query.auditPlans": plain(house, "{ auditPlans { id } }"),
  "Query.auditRuleSet": plain(house, "{ auditRuleSet(version: 1) { version } }"),
  "Query.auditRuleSets": plain(house, "{ auditRuleSets { version } }"),
  "Query.auditRun": about(house, "query ($id: ID!) { auditRun(id: $id) { id } }", house, ({ auditRun }) => ({ id: auditRun })),
  "Query.auditRuns": plain(house, `{ auditRuns(first: 100) { ${page} } }`),
  "Mutation.auditPlanMake": plain(
    ["OFFICER"], `mutation ($title: Localized!) { auditPlanMake(input: { calendar: YEARLY, dueDay: 99, ruleSetVersion: 1, title: $title }) { ${problems} } }`,
    { title: { "zh-Hant": "x", "zh-Hans": "x", en: "x" } },
  ),
  "Mutation.auditPlanPause": about(["OFFICER"], `mutation ($id: ID!) { auditPlanPause(id: $id) { ${problems} } }`, ["OFFICER"], ({ auditPlan }) => ({ id: auditPlan })),
  "Mutation.auditPlanResume": about(["OFFICER"], `mutation ($id: ID!) { auditPlanResume(id: $id) { ${problems} } }`, ["OFFICER"], ({ auditPlan }) => ({ id: auditPlan })),
  "Mutation.auditRunOrder": about(["OFFICER"], `mutation ($id: ID!) { auditRunOrder(planId: $id) { ${problems} } }`, ["OFFICER"], ({ auditPlan }) => ({ id: auditPlan })),
  "Query.finding": about([...house, "INSPECTOR", ...members], "query ($id: ID!) { finding(id: $id) { id } }", [...house, "INSPECTOR"], ({ finding }) => ({ id: finding })),
  "Query.findings": about(
    [...house, "INSPECTOR", ...members], `query ($filter: FindingFilter) { findings(first: 100, filter: $filter) { ${page} } }`, [...house, "INSPECTOR"],
    ({ member }) => ({ filter: { memberId: member } }), ({ auditRun }) => ({ filter: { runId: auditRun } }),
  ),

  "Query.creditEntries": about([...house, ...members], `query ($member: ID) { creditEntries(first: 100, memberId: $member) { ${page} } }`, house, ({ member }) => ({ member }), () => ({})),
  "Query.creditSimulation": about(
    [...house, ...members], "query ($member: ID!) { creditSimulation(memberId: $member, input: { entries: [], settled: [] }) { supposed { score } } }", house, ({ member }) => ({ member }),
  ),
  "Mutation.creditEntryCorrect": about(
    ["OFFICER"], `mutation ($id: ID!) { creditEntryCorrect(id: $id, input: { voided: true, reason: "x" }) { creditEntry { id } ${problems} } }`, ["OFFICER"], ({ creditEntry }) => ({ id: creditEntry }),
  ),

  "Query.rewardLadder": plain("PUBLIC", "{ rewardLadder { version } }"),
  "Query.honours": plain("PUBLIC", "{ honours(year: 2026, first: 100) { totalCount } }"),
  "Query.honourYears": plain("PUBLIC", "{ honourYears { year } }"),
  "Query.reward": about([...house, ...members], "query ($id: ID!) { reward(id: $id) { id } }", house, ({ reward }) => ({ id: reward })),
  "Query.rewards": about(
    [...house, ...members], `query ($filter: RewardFilter) { rewards(first: 100, filter: $filter) { ${page} } }`, house, ({ member }) => ({ filter: { memberId: member } }), () => ({}),
  ),
  "Query.rewardRound": about(house, "query ($id: ID!) { rewardRound(id: $id) { id } }", house, ({ rewardRound }) => ({ id: rewardRound })),
  "Query.rewardRounds": plain(house, `{ rewardRounds(first: 100) { ${page} } }`),
  "Query.rewardCandidates": about(house, `query ($id: ID!) { rewardCandidates(roundId: $id, first: 100) { ${page} } }`, house, ({ rewardRound }) => ({ id: rewardRound })),
  "Mutation.rewardPropose": about(
    ["OFFICER"], `mutation ($id: ID!, $text: Localized!) { rewardPropose(memberId: $id, input: { deed: $text, deedOn: "2000-01-01", clause: "C1", evidence: "x" }) { reward { id } ${problems} } }`,
    ["OFFICER"], ({ member }) => ({ id: member, text: { "zh-Hant": "文", "zh-Hans": "文", en: "text" } }),
  ),
  "Mutation.rewardConfirm": about(house, `mutation ($id: ID!) { rewardConfirm(id: $id) { reward { id } ${problems} } }`, house, ({ reward }) => ({ id: reward })),
  "Mutation.rewardDecline": about(house, `mutation ($id: ID!) { rewardDecline(id: $id, reason: "x") { reward { id } ${problems} } }`, house, ({ reward }) => ({ id: reward })),
  "Mutation.rewardRevoke": about(["OFFICER"], `mutation ($id: ID!) { rewardRevoke(id: $id, reason: "x") { reward { id } ${problems} } }`, ["OFFICER"], ({ reward }) => ({ id: reward })),
  "Mutation.rewardRoundOpen": plain(["OFFICER"], `mutation { rewardRoundOpen(input: { kind: COMMENDATION, year: 2000 }) { round { id } ${problems} } }`),
  "Mutation.rewardCandidateStrike": about(
    ["OFFICER"], `mutation ($id: ID!) { rewardCandidateStrike(id: $id, reason: "x") { candidate { id } ${problems} } }`, ["OFFICER"], ({ rewardCandidate }) => ({ id: rewardCandidate }),
  ),
  "Mutation.rewardRoundConfirm": about(house, `mutation ($id: ID!) { rewardRoundConfirm(id: $id) { round { id } ${problems} } }`, house, ({ rewardRound }) => ({ id: rewardRound })),
  "Mutation.rewardRoundDrop": about(["OFFICER"], `mutation ($id: ID!) { rewardRoundDrop(id: $id, reason: "x") { round { id } ${problems} } }`, ["OFFICER"], ({ rewardRound }) => ({ id: rewardRound })),
  "Query.publicFile": plain("PUBLIC", "{ publicFile(number: 999999) { number } }"),
  "Query.publicationTerms": plain("PUBLIC", "{ publicationTerms { version } }"),
  "Query.repair": about([...house, ...members], "query ($id: ID!) { repair(id: $id) { id } }", house, ({ repair }) => ({ id: repair })),
  "Query.repairs": plain([...house, ...members], `{ repairs(first: 100, tab: RETURNED) { ${page} } }`),
  "Mutation.repairFile": about(
    ["MEMBER_ADMIN"],
    `mutation ($id: ID!) { repairFile(publicationId: $id, input: { text: "x", fileIds: ["x"], commitmentDigest: "x", consent: true, signatoryName: "x", signatoryTitle: "x" }) { repair { id } ${problems} } }`,
    nobody, ({ publication }) => ({ id: publication }),
  ),
  "Mutation.repairFollowUp": about(
    ["MEMBER_ADMIN"], `mutation ($id: ID!) { repairFollowUp(id: $id, input: { text: "x", fileIds: ["x"] }) { repair { id } ${problems} } }`, nobody, ({ repair }) => ({ id: repair }),
  ),
  "Mutation.repairWithdraw": about(["MEMBER_ADMIN"], `mutation ($id: ID!) { repairWithdraw(id: $id) { repair { id } ${problems} } }`, nobody, ({ repair }) => ({ id: repair })),
  "Mutation.repairReturn": about(house, `mutation ($id: ID!) { repairReturn(id: $id, input: { revision: 9, reasons: "x" }) { repair { id } ${problems} } }`, house, ({ repair }) => ({ id: repair })),
  "Mutation.repairGrant": about(["PANEL"], `mutation ($id: ID!) { repairGrant(id: $id, input: { revision: 9, reasons: "x" }) { repair { id } ${problems} } }`, ["PANEL"], ({ repair }) => ({ id: repair })),
  "Mutation.repairRefuse": about(["PANEL"], `mutation ($id: ID!) { repairRefuse(id: $id, input: { revision: 9, reasons: "x" }) { repair { id } ${problems} } }`, ["PANEL"], ({ repair }) => ({ id: repair })),
  "Mutation.repairFeedbackNote": about(house, `mutation ($id: ID!) { repairFeedbackNote(id: $id, how: "x") { repair { id } ${problems} } }`, house, ({ repair }) => ({ id: repair })),

  "Query.certificate": about([...house, ...members], "query ($id: ID!) { certificate(id: $id) { id } }", house, ({ certificate }) => ({ id: certificate })),
  "Query.certificates": about([...house, ...members], `query ($member: ID) { certificates(first: 100, memberId: $member) { ${page} } }`, house, ({ member }) => ({ member }), () => ({})),
  "Query.verification": plain("PUBLIC", `{ verification(number: "x") { __typename } }`),
  "Mutation.certificateSuspend": about(["OFFICER"], `mutation ($id: ID!) { certificateSuspend(id: $id, reason: "x") { ${problems} } }`, ["OFFICER"], ({ certificate }) => ({ id: certificate })),
  "Mutation.certificateReinstate": about(["OFFICER"], `mutation ($id: ID!) { certificateReinstate(id: $id, reason: "x") { ${problems} } }`, ["OFFICER"], ({ certificate }) => ({ id: certificate })),
  "Mutation.certificateWithdraw": about(["OFFICER"], `mutation ($id: ID!) { certificateWithdraw(id: $id, reason: "x") { ${problems} } }`, ["OFFICER"], ({ certificate }) => ({ id: certificate })),

  "Query.operations": plain(["OPERATOR", "OFFICER"], "{ operations { __typename } }"),
  "Query.workOrders": plain(["OPERATOR", "OFFICER"], `{ workOrders(first: 5) { ${page} } }`),
  "Mutation.workOrderRetry": about(["OPERATOR"], `mutation ($id: ID!) { workOrderRetry(id: $id) { ${problems} } }`, ["OPERATOR"], ({ workOrder }) => ({ id: workOrder })),

  ...dueProcess,
};
