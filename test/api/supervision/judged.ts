import { done } from "../../../server/platform/outcome.ts";
import type { World } from "../../support/world.ts";
import { audited } from "./audited.ts";

interface Found {
  subject: string;
  sentence: Record<string, string>;
  member: { id: string };
  facts: { name: string; value: string | null }[];
}

const FOUND = `query ($filter: FindingFilter) { findings(first: 100, filter: $filter) {
  edges { node { subject sentence member { id } facts { name value } } } } }`;

/** What one rule made of everybody in an audit of this moment. */
export interface Judged {
  /** Each member in breach with what exactly is at fault. */
  breaches: [memberId: string, subject: string][];
  /** The first finding's words in English. */
  sentence: string | undefined;
  /** How many members the rule could judge. */
  examined: number;
}

/** Audits everybody now and answers what a rule made of it. */
export async function judgedBy(world: World, rule: string): Promise<Judged> {
  world.travel(1_000);
  const { runId } = await audited(world);
  const officer = await world.officer();
  const { data } = await officer.run<{ findings: { edges: { node: Found }[] } }>(FOUND, { filter: { runId, rule } });
  const found = data?.findings.edges.map(({ node }) => node) ?? [];
  const [row] = await world.database.asOwner<{ examined: number }>("select sum(examined)::int as examined from audit_judgement where run_id = $1 and rule = $2", [runId, rule]);
  return {
    breaches: found.map(({ member, subject }): [string, string] => [member.id, subject]).sort(),
    sentence: found[0]?.sentence["en"],
    examined: row?.examined ?? 0,
  };
}

/** Puts a second version of the pledge in force. */
export const secondPledge = (world: World, inForceOn: string, signBy: string) =>
  world.change(async (tx) => done(await tx.rows(
    `insert into pledge_version (id, number, state, in_force_on, sign_by, digest, title, preamble, clauses, consent, text_digests)
     select 'plv_01JD0000000000000000000002', 2, state, $1, $2, 'other', title, preamble, clauses, consent, text_digests from pledge_version where number = 1`,
    [inForceOn, signBy],
  )));
