import type { Person } from "../../support/world.ts";

/** Reads the pledge in force to its end and signs it. */
export async function signPledge(person: Person): Promise<void> {
  const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>("{ pledge { id textDigest(language: EN) } }");
  const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  const answer = await person.run<{ pledgeSign: { problems: object[] } }>("mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code } } }", { input });
  if (answer.data?.pledgeSign.problems.length !== 0) throw new Error(JSON.stringify(answer));
}
