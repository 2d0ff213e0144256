import { newId } from "../../../server/kernel/ids.ts";
import { digestOf, sha256 } from "../../../server/kernel/digest.ts";
import { sanctioned } from "../../support/sanctions.ts";
import type { Person, World } from "../../support/world.ts";

/** A member with one record of every kind the house keeps about members, and its people. */
export interface Household {
  admin: Person;
  editor: Person;
  ids: Ids;
}

/** The records of a household by their kinds. */
export type Ids = Record<
  | "member" | "user" | "session" | "apiKey" | "invitation" | "file" | "assessment" | "evidence" | "certificate" | "signature"
  | "auditPlan" | "auditRun" | "finding" | "grade" | "creditEntry" | "workOrder" | "site" | "contact" | "case" | "decision" | "appeal" | "affiliation"
  | "reward" | "rewardRound" | "rewardCandidate" | "publication" | "repair" | "application",
  string
>;

const prefixes: Ids = {
  member: "mem", user: "usr", session: "ses", apiKey: "key", invitation: "inv", file: "fil", assessment: "asm", evidence: "evd", certificate: "crt",
  signature: "pls", auditPlan: "apl", auditRun: "aur", finding: "fnd", grade: "grd", creditEntry: "cre", workOrder: "ord", site: "sit", contact: "ctc", case: "cas", decision: "sdc", appeal: "sap", affiliation: "paf",
  reward: "rwd", rewardRound: "rwr", rewardCandidate: "rwc",
  publication: "pub", repair: "rep", application: "app",
};

/** Ids of the same kinds that name nothing at all. */
export const nothing = (at: Date): Ids => Object.fromEntries(Object.entries(prefixes).map(([kind, prefix]) => [kind, newId(prefix, at)])) as Ids;

/** Furnishes a household straight in the database: what it holds is there whatever the services would say. */
export async function furnish(world: World): Promise<Household> {
  const admin = await world.member();
  const editor = await world.member({ memberId: admin.actor.memberId ?? "", role: "MEMBER_EDITOR" });
  const ids: Ids = { ...nothing(world.now()), member: admin.actor.memberId ?? "", user: admin.actor.userId ?? "" };
  const at = world.now();
  const enter = entering(world);
  const { member: member_id, user: user_id, assessment: assessment_id, auditRun: run_id, file: file_id } = ids;

  await enter("session", { id: ids.session, user_id, token_digest: sha256(ids.session), created_at: at, last_seen_at: at });
  await enter("api_key", { id: ids.apiKey, user_id, name: "Key", token_start: "ghk_", token_digest: sha256(ids.apiKey), scopes: ["user:list"], created_at: at, expires_at: "2100-01-01" });
  await enter("invitation", { id: ids.invitation, email: "x@guild.example", role: "MEMBER_EDITOR", member_id, language: "en", token_digest: sha256(ids.invitation), sent_at: at, expires_at: "2100-01-01" });
  await enter("stored_file", { id: file_id, member_id, name: "ledger.csv", media_type: "text/csv", size: 1, digest: sha256("x"), uploaded_at: at });
  await enter("member_site", { id: ids.site, member_id, revision: 1, name: "Depot", use: "WAREHOUSE", region: "440000", address: "1 Harbour Road", opened_on: "2024-01-01" });
  await enter("member_contact", { id: ids.contact, member_id, revision: 1, duty: "GENERAL", name: "Chan", phone: "", email: "chan@guild.example" });
  await enterApplication(world, ids, enter);
  await enter("assessment", {
    id: assessment_id, member_id, period: "2026-H1", scheme_version: 1, state: "DRAFT", answers: {}, looked_at: [], revision: 1, begun_at: at, saved_at: at,
  });
  await enter("evidence", { id: ids.evidence, assessment_id, member_id, indicator: "I-1.1", file_id, note: "", attached_at: at });
  await enter("certificate", {
    id: ids.certificate, number: `GHA-2026-${ids.certificate.slice(-6)}-0`, kind: "SERVICE_QUALITY", member_id, assessment_id, state: "ISSUED", grade: "AA", facts: {},
    issued_on: "2026-08-01", expires_on: "2027-07-31", ordered_at: at, issued_at: at, file_id, file_digest: sha256("x"),
  });
  await sign(world, ids, enter);
  await enter("audit_plan", { id: ids.auditPlan, title: inAll("Plan"), rule_set_version: 1, calendar: "YEARLY", due_day: 1, active: false, created_at: at });
  await enter("audit_run", {
    id: run_id, plan_id: ids.auditPlan, rule_set_version: 1, occasion: "2026", as_of: at, state: "DONE", population: 1, batches: 1, batches_done: 1, findings: 1, ordered_at: at,
    started_at: at, finished_at: at,
  });
  await enter("finding", { id: ids.finding, run_id, member_id, rule: "R-01", subject: "pledge", severity: "MINOR", facts: {}, rule_set_version: 1, found_at: at });
  await enter("compliance_grade", { id: ids.grade, member_id, run_id, scheme_version: 1, state: "NOT_RATED", areas: [], facts: {}, limits: [], at });
  await world.database.asOwner(
    `insert into credit_entry (id, member_id, source, source_record, kind, area, matter, severity, proof, occurred_at, decided_at, evidence, facts, entered_at)
     values ($1, $2, 'FINDING', $3, 'FINDING', 'SUPERVISION_FINDINGS', 'R-01 pledge', 'MINOR', 'VERIFIED', $4, $4, '[]', '{}', $4)`,
    [ids.creditEntry, member_id, ids.finding, at],
  );
  await tryBefore(world, ids);
  await reward(world, ids, enter);
  await publish(world, ids, enter);
  return { admin, editor, ids };
}

/** A case against a member that was told, decided, served and appealed, with somebody on a panel who belongs to the firm. */
export async function tryBefore(world: World, ids: Pick<Ids, "member" | "user" | "file" | "case" | "decision" | "appeal" | "affiliation">): Promise<void> {
  const at = world.now();
  const enter = entering(world);
  const [pledge] = await world.database.asOwner<{ id: string }>("select id from pledge_version order by number desc limit 1");
  const charges = [{ document: "PLEDGE", versionId: pledge?.id, version: 1, code: "C3" }];
  const [{ actor: { userId: officer } }, { actor: { userId: panellist } }] = [await world.officer(), await world.panel()];
  const about = { case_id: ids.case, member_id: ids.member };
  await world.database.asOwner(
    `insert into sanction_case (id, member_id, title, statement, occurred_on, charges, ladder_version, state, revision, opened_at, opened_by, notice_served_on, answer_days)
     values ($1, $2, 'Title', 'Statement', '2026-06-02', $5, 2, 'SERVED', 5, $3, $4, '2026-06-03', 15)`,
    [ids.case, ids.member, at, officer, JSON.stringify(charges)],
  );
  await enter("case_draft", { case_id: ids.case, proposal: { outcome: "DISMISSED", step: null, months: null, amount: null, legalBasis: null, mitigations: [], upheld: [], reasons: "Why" }, editors: [officer], revision: 3, saved_at: at });
  await world.database.asOwner(
    "insert into case_answer (id, case_id, member_id, user_id, text, file_ids, final, filed_at) values ($1, $2, $3, $4, 'Answer', '{}', true, $5)", [ids.case.replace("cas", "csa"), ids.case, ids.member, ids.user, at],
  );
  await world.database.asOwner(
    "insert into case_event (id, case_id, member_id, kind, at, user_id, facts, told) select $1 || told, $2, $3, 'SERVED', $4, $5, '{}', told from unnest(array[true, false]) as way (told)",
    [ids.case.replace("cas", "cse"), ids.case, ids.member, at, officer],
  );
  await enter("case_pause", { id: ids.case.replace("cas", "csp"), subject_id: ids.case, member_id: ids.member, from_day: "2026-06-04", until_day: "2026-06-05", reason: "Books", paused_by: officer });
  await enter("panel_affiliation", { id: ids.affiliation, user_id: panellist, member_id: ids.member, nature: "Board", since: "2026-01-01", declared_by: officer, declared_at: at });
  await enter("panel_seat", { subject_id: ids.case, user_id: panellist, member_id: ids.member, seated_at: at, seated_by: officer });
  await enter("panel_vote", { subject_id: ids.case, revision: 3, user_id: panellist, choice: "IMPOSE", reason: "Yes", cast_at: at });
  await enter("sanction_decision", {
    ...about, id: ids.decision, outcome: "SANCTION", step: "WARNING", severity: "MINOR", publicity: "MINOR", published_days: 90, mitigations: [], charges, reasons: "Why", ladder_version: 2,
    panel: [], digest: "x", decided_at: at, decided_by: panellist, served_on: "2026-06-20", appeal_until: "2026-07-18",
  });
  await enter("sanction_appeal", {
    ...about, id: ids.appeal, decision_id: ids.decision, grounds: ["EXCESSIVE"], text: "Appeal", file_ids: [], filed_at: at, filed_by: ids.user, filed_on: "2026-06-21", decision_days: 30, revision: 1,
  });
  await enter("case_paper", { subject_id: ids.decision, language: "en", member_id: ids.member, file_id: ids.file, drawn_at: at });
}

const entering = (world: World) => (table: string, row: Record<string, unknown>) =>
  world.database.asOwner(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);

const inAll = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });

/** A commendation in force, and a round that judged the firm. */
async function reward(world: World, { reward: id, rewardRound, rewardCandidate, member: member_id }: Ids, enter: (table: string, row: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  const at = world.now();
  await enter("reward_round", {
    id: rewardRound, kind: "HONOUR_LIST", year: 2026, state: "DROPPED", ladder_version: 1, candidates: 1, qualified: 0, opened_by: "x", opened_at: at, closed_by: "x", closed_at: at, reason: "x",
  });
  const figures = { day: "2026-01-01", status: "ACTIVE", admittedOn: "2024-01-01", grade: null, assessment: null, sanctions: 0, pledge: { signed: null, required: 1 } };
  await enter("reward_candidate", { id: rewardCandidate, round_id: rewardRound, member_id, number: 1, qualified: false, unmet: ["PLEDGE_SIGNED"], figures });
  await enter("reward", {
    id, kind: "COMMENDATION", member_id, state: "IN_FORCE", ladder_version: 1, deed: inAll("Helped."), deed_on: "2026-01-02", clause: "C1", clause_version: "x", clause_title: inAll("Clause"),
    evidence: "A letter.", proposed_by: "x", proposed_at: at, decided_by: "y", decided_at: at, from_day: "2026-01-03", through_day: "2099-12-31",
  });
  await world.database.asOwner("insert into reward_change (id, reward_id, state, changed_by, at) values ($1, $2, 'IN_FORCE', 'y', $3)", [`rwh_${id.slice(4)}`, id, at]);
}

/** A decision whose display is over, with an application to have it repaired: what is on display, strangers would read. */
async function publish(world: World, { member, user, publication, repair }: Ids, enter: (table: string, row: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  const { decisionId, caseId } = await sanctioned(world, { memberId: member, publicity: "MINOR", inForceOn: "2020-01-01" });
  await enter("publication", {
    id: publication, decision_id: decisionId, case_id: caseId, member_id: member, case_number: 1, step: "WARNING", step_name: inAll("Warning"), publicity: "MINOR", clauses: [], reasons: "x",
    ladder_version: 1, terms_version: 1, decided_on: "2020-01-01", from_on: "2020-01-01", repair_from_on: "2020-01-01", until_on: "2020-03-01", withheld: [], placed_at: world.now(),
  });
  await enter("repair", {
    id: repair, publication_id: publication, decision_id: decisionId, case_id: caseId, member_id: member, state: "RETURNED", revision: 1, terms_version: 1, decision_days: 3, feedback_days: 10,
    commitment: "x", commitment_language: "en", commitment_digest: "x", signatory_name: "Somebody", signatory_title: "Head", filed_at: world.now(), filed_on: "2020-02-01", filed_by: user,
  });
  await enter("repair_statement", { id: repair.replace("rep", "rst"), repair_id: repair, member_id: member, user_id: user, text: "x", file_ids: [], filed_at: world.now() });
  await enter("repair_pause", { id: repair.replace("rep", "rpp"), repair_id: repair, member_id: member, from_day: "2020-02-02", reason: "x", paused_by: user });
}

/** The application the household came by, handed in and decided. */
async function enterApplication(world: World, { application: id, member: member_id }: Ids, enter: (table: string, row: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  await enter("application", {
    id, token_digest: sha256(id), state: "DRAFT", revision: 1, language: "en", name: inAll("Firm"), credit_code: id, product_lines: [], sites: [], contact: { name: "", phone: "", email: "" },
    begun_at: world.now(), lapses_on: "2100-01-01", access_made: false,
  });
  const [step, other] = [newId("aps", world.now()), newId("aps", world.now())];
  await world.database.asOwner("insert into application_step (id, application_id, kind, at, reason_digest) values ($1, $3, 'BEGUN', $4, null), ($2, $3, 'RETURNED', $4, 'x')", [step, other, id, world.now()]);
  await enter("application_reason", { step_id: other, application_id: id, text: "x" });
  await world.database.asOwner("update application set state = 'SUBMITTED', submitted_at = $2, lapses_on = null where id = $1", [id, world.now()]);
  await world.database.asOwner("update application set state = 'ADMITTED', member_id = $2 where id = $1", [id, member_id]);
}

/** A signature under the pledge in force. */
async function sign(world: World, ids: Ids, enter: (table: string, row: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  const [pledge] = await world.database.asOwner<{ id: string; number: number }>("select id, number from pledge_version order by number desc limit 1");
  if (!pledge) throw new Error("The reference data holds no pledge.");
  await enter("pledge_signature", {
    id: ids.signature, number: ids.signature.slice(-8), member_id: ids.member, version_id: pledge.id, version_number: pledge.number, language: "en", text_digest: digestOf("text"),
    member_name: "Firm", credit_code: "x", signatory_name: "Somebody", signatory_title: "Head", consent_text: "I consent.", user_id: ids.user, signed_at: world.now(), seal: "x",
  });
}
