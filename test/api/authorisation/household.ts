import { newId } from "../../../server/kernel/ids.ts";
import { digestOf, sha256 } from "../../../server/kernel/digest.ts";
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
  | "auditPlan" | "auditRun" | "finding" | "grade" | "creditEntry" | "workOrder" | "site" | "contact" | "application",
  string
>;

const prefixes: Ids = {
  member: "mem", user: "usr", session: "ses", apiKey: "key", invitation: "inv", file: "fil", assessment: "asm", evidence: "evd", certificate: "crt",
  signature: "pls", auditPlan: "apl", auditRun: "aur", finding: "fnd", grade: "grd", creditEntry: "cre", workOrder: "ord", site: "sit", contact: "ctc", application: "app",
};

/** Ids of the same kinds that name nothing at all. */
export const nothing = (at: Date): Ids => Object.fromEntries(Object.entries(prefixes).map(([kind, prefix]) => [kind, newId(prefix, at)])) as Ids;

/** Furnishes a household straight in the database: what it holds is there whatever the services would say. */
export async function furnish(world: World): Promise<Household> {
  const admin = await world.member();
  const editor = await world.member({ memberId: admin.actor.memberId ?? "", role: "MEMBER_EDITOR" });
  const ids: Ids = { ...nothing(world.now()), member: admin.actor.memberId ?? "", user: admin.actor.userId ?? "" };
  const at = world.now();
  const enter = (table: string, row: Record<string, unknown>) =>
    world.database.asOwner(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);
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
  return { admin, editor, ids };
}

const inAll = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });

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
