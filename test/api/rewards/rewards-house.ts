import { assessmentHouse, confirming, type Person as Asking, submittedOf } from "../assessments/people.ts";
import { signPledge } from "../credit/pledge.ts";
import { audited } from "../supervision/audited.ts";
import type { Person, World } from "../../support/world.ts";

export interface Problem {
  code: string;
  path: string;
}

/** A house in which one firm has everything an honour list asks for and another only the pledge; a third has nothing. */
export interface RewardsHouse {
  world: World;
  model: Person;
  signed: Person;
  bare: Person;
}

export async function rewardsHouse(): Promise<RewardsHouse> {
  const { world } = await assessmentHouse();
  const [model, signed, bare] = [await world.member(), await world.member(), await world.member()];
  await signPledge(model);
  await signPledge(signed);
  const assessmentId = await submittedOf(asking(model));
  const { data } = await confirming(asking(await world.officer()), assessmentId);
  if (data.act.problems.length > 0) throw new Error(JSON.stringify(data.act.problems));
  world.travelTo("2026-08-10T02:00:00Z");
  await audited(world);
  await world.database.asOwner("update assessment set score_value = 91 where id = $1", [assessmentId]);
  await world.database.asOwner("update compliance_grade set state = 'RATED', score = 92, grade = 'AAA' where member_id = $1", [firmOf(model)]);
  world.travelTo("2026-08-11T02:00:00Z");
  return { world, model, signed, bare };
}

export const asking = ({ actor, run }: Person): Asking => ({
  actor,
  ask: async (source, variables) => {
    const { data, errors } = await run<never>(source, variables);
    return { data, codes: errors.map(({ code }) => code) };
  },
});

export const firmOf = ({ actor }: Person): string => actor.memberId ?? "";

/** The same person with identity proved on the day it is now. */
export const proved = (world: World, { actor }: Person, changes: Partial<Person["actor"]> = {}): Person =>
  world.as({ ...actor, ...changes, steppedUpUntil: new Date(world.now().getTime() + 60_000) });

export const inAll = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });

export const deed = (change: object = {}) => ({ deed: inAll("Took back a whole lot before anybody asked."), deedOn: "2026-08-01", clause: "C2", evidence: "Minutes of 3 August.", ...change });

const acted = "reward { id state fromDay throughDay } problems { code path }";

interface Acted {
  reward: { id: string; state: string; fromDay: string | null; throughDay: string | null } | null;
  problems: Problem[];
}

async function act(person: Person, document: string, variables: object): Promise<Acted> {
  const { data, errors } = await person.run<{ act: Acted }>(document, { ...variables });
  return data?.act ?? { reward: null, problems: errors };
}

/** The acts upon one reward. */
export const rewardActs = {
  propose: (person: Person, memberId: string, input: object = deed()) =>
    act(person, `mutation ($memberId: ID!, $input: RewardProposeInput!) { act: rewardPropose(memberId: $memberId, input: $input) { ${acted} } }`, { memberId, input }),
  confirm: (person: Person, id: string) => act(person, `mutation ($id: ID!) { act: rewardConfirm(id: $id) { ${acted} } }`, { id }),
  decline: (person: Person, id: string, reason = "The minutes say otherwise.") =>
    act(person, `mutation ($id: ID!, $reason: String!) { act: rewardDecline(id: $id, reason: $reason) { ${acted} } }`, { id, reason }),
  revoke: (person: Person, id: string, reason = "It never happened.") =>
    act(person, `mutation ($id: ID!, $reason: String!) { act: rewardRevoke(id: $id, reason: $reason) { ${acted} } }`, { id, reason }),
};
