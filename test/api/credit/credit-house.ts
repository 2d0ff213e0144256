import { signPledge } from "./pledge.ts";
import { assessmentHouse, type AssessmentHouse, confirming, type Person, submittedOf } from "../assessments/people.ts";
import { audited } from "../supervision/audited.ts";

/** A house in which one member was assessed and audited under the first scheme, then twice under the second, and signed the pledge between these. */
export interface CreditHouse extends AssessmentHouse {
  firm: Person;
  bystander: Person;
  assessmentId: string;
}

export async function creditHouse(): Promise<CreditHouse> {
  const house = await assessmentHouse();
  const [firm, bystander] = [await house.member(), await house.member()];
  const assessmentId = await submittedOf(firm);
  const { data } = await confirming(await house.officer(), assessmentId);
  if (data.act.problems.length > 0) throw new Error(JSON.stringify(data.act.problems));
  for (const [instant, signs] of [["2026-11-02T03:00:00Z", false], ["2026-11-20T03:00:00Z", true], ["2026-11-27T03:00:00Z", false]] as const) {
    house.travelTo(instant);
    await audited(house.world);
    house.travelTo(instant.replace("T03", "T04"));
    if (signs) await signPledge(await house.world.member({ memberId: firm.actor.memberId ?? "" }));
  }
  return { ...house, firm, bystander, assessmentId };
}

export const memberIdOf = ({ actor }: Person): string => actor.memberId ?? "";

/** A member's entries as the database has them, in order. */
export const entriesOf = (house: AssessmentHouse, person: Person) =>
  house.asOwner<{ id: string; source: string; record: string; kind: string; area: string; matter: string | null; clause: string | null; version: string | null; severity: string | null; facts: Record<string, unknown> }>(
    `select id, source, source_record as record, kind, area, matter, clause, clause_version as version, severity, facts
     from credit_entry where member_id = $1 order by place`, [memberIdOf(person)],
  );
