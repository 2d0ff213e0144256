import { newId } from "../../server/kernel/ids.ts";
import { dayIn } from "../../server/kernel/zone.ts";
import type { World } from "./world.ts";

/** A sanction as a panel might have decided it. */
export interface Sanction {
  memberId: string;
  step?: string;
  publicity?: "MINOR" | "ORDINARY" | "SERIOUS" | null;
  publishedDays?: number;
  /** The day it came in force; today unless said. */
  inForceOn?: string;
  reasons?: string;
}

export interface Sanctioned {
  decisionId: string;
  caseId: string;
  /** Who opened the case and stands as its drafter. */
  officerId: string;
  /** Who heard it and voted on it. */
  panelId: string;
}

/** Where a case is written: a world, or a house that runs. */
export interface Ground {
  database: Pick<World["database"], "asOwner">;
  /** Somebody of the house, for a part in the case. */
  user: (roles: ("OFFICER" | "PANEL")[], memberId: null) => Promise<{ id: string }>;
  now: () => Date;
}

/** Writes a case that ran to its end, with its decision, straight into the database: what comes of it does not depend on how it was decided. */
export async function sanctioned(world: Ground, { memberId, step = "CIRCULATED_CRITICISM", publicity = "ORDINARY", publishedDays = 365, ...sanction }: Sanction): Promise<Sanctioned> {
  const at = world.now();
  const day = sanction.inForceOn ?? dayIn("Asia/Shanghai", at);
  const [officer, panel] = [await world.user(["OFFICER"], null), await world.user(["PANEL"], null)];
  const [caseId, decisionId] = [newId("cas", at), newId("sdc", at)];
  const [pledge] = await world.database.asOwner<{ id: string; number: number }>("select id, number from pledge_version order by number limit 1");
  const charges = JSON.stringify([{ document: "PLEDGE", versionId: pledge?.id, version: pledge?.number, code: "C1" }]);
  const { asOwner } = world.database;
  await asOwner(
    `insert into sanction_case (id, member_id, title, statement, occurred_on, charges, ladder_version, state, revision, opened_at, opened_by, notice_served_on, answer_days)
     values ($1, $2, 'A case', 'What happened.', $3, $4, 2, 'IN_FORCE', 1, $5, $6, $3, 15)`,
    [caseId, memberId, day, charges, at, officer.id],
  );
  const proposal = { outcome: "SANCTION", step, months: null, amount: null, legalBasis: null, mitigations: [], upheld: ["C1"], reasons: "Proved." };
  await asOwner("insert into case_draft (case_id, proposal, editors, revision, saved_at) values ($1, $4, $2, 1, $3)", [caseId, [officer.id], at, JSON.stringify(proposal)]);
  await asOwner("insert into panel_seat (subject_id, user_id, member_id, seated_at, seated_by) values ($1, $2, $3, $4, $5)", [caseId, panel.id, memberId, at, officer.id]);
  await asOwner(
    `insert into sanction_decision (id, case_id, member_id, outcome, step, severity, publicity, published_days, mitigations, charges, reasons, ladder_version, panel, digest, decided_at,
       decided_by, served_on, appeal_until, in_force_on)
     values ($1, $2, $3, 'SANCTION', $4, 'MAJOR', $5, $6, '[]', $7, $8, 2, '[]', 'x', $9, $10, $11, $11::date + 28, $11)`,
    [decisionId, caseId, memberId, step, publicity, publishedDays, charges, sanction.reasons ?? "It named a price to its competitors.", at, panel.id, day],
  );
  return { decisionId, caseId, officerId: officer.id, panelId: panel.id };
}

/** Files an appeal against a decision, not decided yet. */
export const appealed = async ({ database, now }: Pick<World, "database" | "now">, { decisionId, caseId, officerId }: Sanctioned, memberId: string): Promise<string> => {
  const id = newId("apl", now());
  await database.asOwner(
    `insert into sanction_appeal (id, case_id, decision_id, member_id, grounds, text, file_ids, filed_at, filed_by, filed_on, decision_days, revision)
     values ($1, $2, $3, $4, '{NEW_EVIDENCE}', 'We have more to show.', '{}', $5, $6, $7, 30, 1)`,
    [id, caseId, decisionId, memberId, now(), officerId, dayIn("Asia/Shanghai", now())],
  );
  return id;
};

/** Sets a decision aside on a day, as an appeal does. */
export const setAside = ({ database }: Pick<World, "database">, decisionId: string, day: string) =>
  database.asOwner("update sanction_decision set set_aside_on = $2 where id = $1", [decisionId, day]);

/** Has a file of a firm lie ready, as an upload for a repair leaves it. */
export const repairDocument = async (world: Pick<World, "services" | "contextOf">, actor: Parameters<World["contextOf"]>[0], name = "proof.txt"): Promise<string> => {
  const outcome = await world.contextOf(actor).inTransaction((tx) => world.services.repairFiles.keep(tx, { name, mediaType: "text/plain", bytes: Buffer.from(`Proof ${name}`) }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.id;
};
