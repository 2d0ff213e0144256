import { about, house, members, nobody, page, plain, problems, type Row } from "./matrix-rows.ts";

/** Cases, panels and appeals. */
export const dueProcess: Record<string, Row> = {
  "Query.sanctionCase": about([...house, ...members], "query ($id: ID!) { sanctionCase(id: $id) { id } }", house, ({ case: id }) => ({ id })),
  "Query.sanctionCases": about([...house, ...members], `query ($member: ID) { sanctionCases(first: 100, filter: { memberId: $member }) { ${page} } }`, house, ({ member }) => ({ member }), () => ({})),
  "Query.casePanelCandidates": plain(["OFFICER"], `{ casePanelCandidates(id: "x") { userId } }`),
  "Mutation.caseOpen": about(
    ["OFFICER"], `mutation ($member: ID!) { caseOpen(input: { memberId: $member, title: "", statement: "", occurredOn: "2026-01-01", charges: [] }) { case { id } ${problems} } }`, ["OFFICER"], ({ member }) => ({ member }),
  ),
  "Mutation.caseNoticeServe": about(["OFFICER"], `mutation ($id: ID!) { caseNoticeServe(input: { id: $id, revision: 1 }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.caseAnswerExtend": about(["OFFICER"], `mutation ($id: ID!) { caseAnswerExtend(input: { id: $id, revision: 1, days: 1, reason: "x" }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.caseClockPause": about(["OFFICER"], `mutation ($id: ID!) { caseClockPause(input: { id: $id, revision: 1, reason: "x" }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.caseClockResume": about(["OFFICER"], `mutation ($id: ID!) { caseClockResume(input: { id: $id, revision: 1 }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.caseDrop": about(["OFFICER"], `mutation ($id: ID!) { caseDrop(input: { id: $id, revision: 1, reason: "x" }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.caseAnswer": about(["MEMBER_ADMIN"], `mutation ($id: ID!) { caseAnswer(input: { id: $id, text: "x", fileIds: [], final: false }) { case { id } ${problems} } }`, nobody, ({ case: id }) => ({ id })),
  "Mutation.caseDraftSave": about(["OFFICER"], `mutation ($id: ID!) { caseDraftSave(input: { id: $id, revision: 1, outcome: "DISMISSED", mitigations: [], upheld: [], reasons: "x" }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.casePanelSeat": about(["OFFICER"], `mutation ($id: ID!) { casePanelSeat(input: { id: $id, revision: 1, userIds: [] }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.caseVoteCast": about(["PANEL"], `mutation ($id: ID!) { caseVoteCast(input: { id: $id, revision: 1, choice: DISMISS, reason: "x" }) { case { id } ${problems} } }`, ["PANEL"], ({ case: id }) => ({ id })),
  "Mutation.caseDecide": about(["PANEL"], `mutation ($id: ID!) { caseDecide(input: { id: $id, revision: 1 }) { case { id } ${problems} } }`, ["PANEL"], ({ case: id }) => ({ id })),
  "Mutation.caseDecisionServe": about(["OFFICER"], `mutation ($id: ID!) { caseDecisionServe(input: { id: $id, revision: 1 }) { case { id } ${problems} } }`, ["OFFICER"], ({ case: id }) => ({ id })),
  "Mutation.panelInterestDeclare": plain(["PANEL"], `mutation { panelInterestDeclare(input: { id: "x", interested: false, declaration: "" }) { seat { userId } ${problems} } }`),
  "Mutation.panelSeatRecuse": plain(house, `mutation { panelSeatRecuse(input: { id: "x", userId: "x", reason: "x" }) { seat { userId } ${problems} } }`),
  "Query.panelPersons": plain(house, "{ panelPersons { userId affiliations { id } } }"),
  "Mutation.panelAffiliationDeclare": about(
    house, `mutation ($member: ID!) { panelAffiliationDeclare(input: { userId: "x", memberId: $member, nature: "x", since: "2026-01-01" }) { affiliation { id } ${problems} } }`, house, ({ member }) => ({ member }),
  ),
  "Mutation.panelAffiliationEnd": about(["OFFICER"], `mutation ($id: ID!) { panelAffiliationEnd(id: $id) { affiliation { id } ${problems} } }`, ["OFFICER"], ({ affiliation: id }) => ({ id })),
  "Query.sanctionAppeal": about([...house, ...members], "query ($id: ID!) { sanctionAppeal(id: $id) { id } }", house, ({ appeal: id }) => ({ id })),
  "Query.sanctionAppeals": about([...house, ...members], `{ sanctionAppeals(first: 100) { ${page} } }`, house, () => ({})),
  "Query.appealPanelCandidates": plain(["OFFICER"], `{ appealPanelCandidates(id: "x") { userId } }`),
  "Mutation.appealFile": about(
    ["MEMBER_ADMIN"], `mutation ($id: ID!) { appealFile(input: { caseId: $id, grounds: [], text: "x", fileIds: [] }) { appeal { id } ${problems} } }`, nobody, ({ case: id }) => ({ id }),
  ),
  "Mutation.appealWithdraw": about(["MEMBER_ADMIN"], `mutation ($id: ID!) { appealWithdraw(input: { id: $id, revision: 1 }) { appeal { id } ${problems} } }`, nobody, ({ appeal: id }) => ({ id })),
  "Mutation.appealPanelSeat": about(["OFFICER"], `mutation ($id: ID!) { appealPanelSeat(input: { id: $id, revision: 1, userIds: [] }) { appeal { id } ${problems} } }`, ["OFFICER"], ({ appeal: id }) => ({ id })),
  "Mutation.appealVoteCast": about(["PANEL"], `mutation ($id: ID!) { appealVoteCast(input: { id: $id, revision: 1, outcome: UPHELD, reason: "x" }) { appeal { id } ${problems} } }`, ["PANEL"], ({ appeal: id }) => ({ id })),
  "Mutation.appealDecide": about(["PANEL"], `mutation ($id: ID!) { appealDecide(input: { id: $id, revision: 1 }) { appeal { id } ${problems} } }`, ["PANEL"], ({ appeal: id }) => ({ id })),
};
