import type { BrowserContext } from "playwright-core";
import { until } from "../support/until.ts";
import { ask } from "./person.ts";

/**
 * Who walks where; the nameless one is a stranger. A word in braces stands for a record of the story that this person may see.
 * Every address of `web/src/features` must be among those walked, by whoever it is meant for.
 */
export const walks: Record<string, readonly string[]> = {
  "": [
    "/", "/verify", "/verify/GHA-2026-999999-0", "/honours", "/honours/1999", "/app/sign-in", "/app/?as=member", "/app/sign-in?as=regulator", "/app/invitation#as-it-stands-in-the-letter",
    "/app/renewal#as-it-stands-in-the-letter", "/firms/1", "/firms/7", "/app/apply", "/app/application#as-it-was-kept",
    "/app/application#{ownDraft}", ...["firm", "scope", "sites", "contact", "evidence", "check"].map((step) => `/app/application?step=${step}#{ownDraft}`),
  ],
  "officer@guild.example": [
    "/app/", "/app/assessments/queue", "/app/assessments/{toReview}/review", "/app/members", "/app/members/{member}", "/app/applications", "/app/applications?state=RETURNED", "/app/applications/{application}", "/app/norms", "/app/norms/{norm}",
    "/app/norms/versions/{draft}", "/app/norms/versions/{draft}/edit", "/app/norms/versions/{draft}/edit/N1.1",
    "/app/norms/versions/{oldNorm}/compare/{draft}", "/app/norms/versions/{oldNorm}/readers", "/app/pledge",
    "/app/pledge-board", "/app/pledge-board/publish", "/app/audits", "/app/audits/plans/new", "/app/audits/{audit}", "/app/findings", "/app/findings/{finding}", "/app/certificates",
    "/app/rewards", "/app/rewards?state=PROPOSED", "/app/rewards/{reward}", "/app/rewards/propose?member={member}", "/app/rewards/propose", "/app/rewards/rounds/{rewardRound}",
    "/app/certificates/{certificate}", "/verify/{certificateNumber}", "/app/journal", "/app/calendar", "/app/operations", "/app/people", "/app/people?view=invitations",
    "/app/people/invite", "/app/people/{person}", "/app/account", "/app/two-step",
    "/app/no-such-page", "/app/members/mem_00000000000000000000000000",
    "/app/cases", "/app/cases/new?member={member}", "/app/cases/{toldCase}", "/app/cases/{draftedCase}", "/app/cases/{draftedCase}/draft", "/app/cases/{appealedCase}", "/app/appeals",
    "/app/appeals/{appeal}", "/app/panel-persons",
  ],
  "panel@guild.example": ["/app/", "/app/rewards", "/app/rewards/{reward}", "/app/repairs", "/app/repairs?tab=DONE", "/app/repairs/{repair}", "/app/repairs/rep_00000000000000000000000000", "/app/members/{member}", "/app/audits/{audit}", "/app/findings/{finding}", "/app/certificates"],
  "inspector@guild.example": ["/app/", "/app/members", "/app/members/{member}", "/app/findings/{finding}"],
  "regulator@guild.example": ["/app/", "/app/norms", "/app/pledge", "/app/account"],
  "operator@guild.example": ["/app/", "/app/operations", "/app/journal", "/app/people", "/app/people/{person}", "/app/account"],
  // A member that answers at present, one with a result, one that was sent back to, and one that reads the pledge for the first time.
  "admin07@guild.example": [
    "/app/", "/app/firm", "/app/norms/{norm}", "/app/norms/versions/{draft}", "/app/norms/versions/{oldNorm}", "/app/assessments", "/app/assessments/{own}", "/app/assessments/{own}/fill/G1", "/app/assessments/{own}/check", "/app/findings", "/app/grade",
    "/app/certificates", "/app/people", "/app/people/invite", "/app/publications/pub_00000000000000000000000000/repair",
  ],
  "admin01@guild.example": ["/app/", "/app/pledge", "/app/assessments/{own}/receipt", "/app/assessments/{own}/result", "/app/grade", "/app/rewards", "/app/rewards/{reward}", "/app/certificates/{certificate}", "/app/account"],
  "admin09@guild.example": ["/app/assessments/{own}", "/app/assessments/{own}/fill/G4"],
  "admin11@guild.example": ["/app/", "/app/pledge"],
  "editor01@guild.example": ["/app/", "/app/pledge"],
  // Three firms with a case each: one that can be answered and has asked for a repair, one that lies before a panel, and one under appeal that may ask.
  "admin04@guild.example": ["/app/", "/app/cases", "/app/cases/{toldCase}", "/app/repairs/{ownRepair}", "/app/publications/{publication}/repair"],
  "admin05@guild.example": ["/app/cases/{draftedCase}"],
  "admin06@guild.example": ["/app/", "/app/cases/{appealedCase}", "/app/appeals/{appeal}", "/app/publications/{repairable}/repair"],
};

/** Addresses at which there is nothing, on purpose. */
export const nothingThere: readonly string[] = ["/app/application#as-it-was-kept", "/app/no-such-page", "/app/members/mem_00000000000000000000000000", "/app/repairs/rep_00000000000000000000000000", "/app/publications/pub_00000000000000000000000000/repair"];

/** How the first record of each kind is found, and what of it stands in the address; `repairBar` counts where it is null. */
const records: Record<string, [query: string, field: "id" | "number" | "link" | 'repairBar":null,"id', variables?: object]> = {
  ownDraft: [
    "mutation ($name: Localized!) { applicationBegin(input: { name: $name, language: EN }) { link } }", "link",
    { name: { "zh-Hant": "燈籠貿易有限公司", "zh-Hans": "灯笼贸易有限公司", en: "Lantern Trading Ltd." } },
  ],
  member: ["{ members(first: 1) { edges { node { id } } } }", "id"],
  application: ["{ applications(state: SUBMITTED, first: 1) { edges { node { id } } } }", "id"],
  person: ["{ users(first: 1) { edges { node { id } } } }", "id"],
  norm: ["{ norms { id } }", "id"],
  draft: ["{ norms { inMaking { id } } }", "id"],
  oldNorm: ["{ norms { inForce { id } } }", "id"],
  toReview: ["{ assessmentQueue(tab: TO_REVIEW, first: 1) { edges { node { id } } } }", "id"],
  own: ["{ assessments(first: 1) { edges { node { id } } } }", "id"],
  audit: ["{ auditRuns(first: 1) { edges { node { id } } } }", "id"],
  finding: ["{ findings(first: 1) { edges { node { id } } } }", "id"],
  toldCase: ["{ sanctionCases(first: 1, filter: { state: NOTICE_SERVED }) { edges { node { id } } } }", "id"],
  draftedCase: ["{ sanctionCases(first: 1, filter: { state: DRAFTED }) { edges { node { id } } } }", "id"],
  appealedCase: ["{ sanctionCases(first: 1, filter: { state: IN_FORCE }) { edges { node { id } } } }", "id"],
  appeal: ["{ sanctionAppeals(first: 1) { edges { node { id } } } }", "id"],
  certificate: ["{ certificates(first: 1) { edges { node { id } } } }", "id"],
  repair: ["{ repairs(tab: TO_DECIDE, first: 1) { edges { node { id } } } }", "id"],
  ownRepair: ["{ viewer { member { publications { repairs { id } } } } }", "id"],
  publication: ["{ viewer { member { publications { id } } } }", "id"],
  repairable: ["{ viewer { member { publications { repairBar id } } } }", 'repairBar":null,"id'],
  reward: ["{ rewards(first: 1) { edges { node { id } } } }", "id"],
  rewardRound: ["{ rewardRounds(first: 1) { edges { node { id } } } }", "id"],
  certificateNumber: ["{ certificates(first: 1) { edges { node { number } } } }", "number"],
};

/** The addresses of one person's walk, with what they may see put in. */
export async function addressesOf(window: BrowserContext, person: string): Promise<string[]> {
  const addresses: string[] = [];
  const known = new Map<string, string>();
  for (const path of walks[person] ?? []) {
    let address = path;
    for (const [named, kind = ""] of path.matchAll(/\{(\w+)\}/g)) {
      const found = known.get(kind) ?? (await firstOf(window, kind));
      known.set(kind, found);
      address = address.replace(named, found);
    }
    addresses.push(address);
  }
  return addresses;
}

async function firstOf(window: BrowserContext, kind: string): Promise<string> {
  const [query, field, variables = {}] = records[kind] ?? ["", "id"];
  const found = new RegExp(`"${field}":"(?:[^"#]*#)?([^"]+)"`).exec(JSON.stringify(await ask(window, query, variables)))?.[1];
  if (found === undefined) throw new Error(`The story holds no ${kind} that this person may see.`);
  return found;
}

/** Waits until the calendar's first audit is through and its reports are drawn: from then on there are findings and grades to see. */
export async function firstAuditDone(officer: BrowserContext): Promise<void> {
  interface Runs {
    auditRuns: { edges: { node: { state: string; reports: unknown[] } }[] };
  }
  await until(async () => {
    const { auditRuns } = await ask<Runs>(officer, "{ auditRuns(first: 1) { edges { node { state reports { language } } } } }");
    return auditRuns.edges.some(({ node }) => node.state === "DONE" && node.reports.length === 3);
  }, 120_000, 1_000);
}
