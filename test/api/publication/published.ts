import type { World, Person } from "../../support/world.ts";
import { repairDocument, type Sanction, sanctioned } from "../../support/sanctions.ts";

/** Problems of an act, as `CODE path`. */
export const told = (problems: readonly { code: string; path: string }[] | undefined) => problems?.map(({ code, path }) => `${code} ${path}`.trim());

/** A publication of a firm, placed as the workers place it. */
export async function publish(world: World, sanction: Sanction) {
  const made = await sanctioned(world, sanction);
  await world.change((tx) => world.services.publications.place(tx, made.decisionId));
  const [row] = await world.database.asOwner<{ id: string }>("select id from publication where decision_id = $1", [made.decisionId]);
  if (!row) throw new Error("Nothing was placed.");
  return { ...made, publicationId: row.id };
}

/** The number of a firm in the list of members. */
export const numberOf = async (world: World, memberId: string): Promise<number> =>
  (await world.database.asOwner<{ number: number }>("select number from member where id = $1", [memberId]))[0]?.number ?? 0;

interface PublicView {
  decisions: { caseNumber: number; reasons: string; appeal: { standing: string } }[];
  repairs: { caseNumber: number; reasons: string | null; clauses: object[]; stepName: object | null; repairedOn: string }[];
}

/** What a stranger reads of a firm today. */
export async function seenByStrangers(world: World, memberId: string): Promise<PublicView> {
  const { data } = await world.stranger().run<{ publicFile: PublicView }>(
    `query ($number: Int!) { publicFile(number: $number) { decisions { caseNumber reasons appeal { standing } } repairs { caseNumber reasons clauses { code } stepName repairedOn } } }`,
    { number: await numberOf(world, memberId) },
  );
  if (!data) throw new Error("There is no such file.");
  return data.publicFile;
}

/** Somebody with a proof of identity that is fresh today. */
export const fresh = (world: World, person: Person): Person => world.as({ ...person.actor, steppedUpUntil: new Date(world.now().getTime() + 600_000) });

export interface Made {
  repair: { id: string; revision: number; state: string } | null;
  problems: { code: string; path: string; day?: string }[];
}

const payload = "{ repair { id revision state } problems { code path ... on DayProblem { day } } }";

/** The acts upon an application, by their names in the contract. */
export const repairActs = {
  file: async (world: World, person: Person, publicationId: string, changes: Record<string, unknown> = {}): Promise<Made> => {
    const { data } = await person.run<{ publicationTerms: { commitmentDigest: string } }>("{ publicationTerms { commitmentDigest(language: EN) } }");
    const input = {
      text: "Prices are ours alone again.", fileIds: [await repairDocument(world, person.actor)], commitmentDigest: data?.publicationTerms.commitmentDigest, consent: true,
      signatoryName: "Lin Mei", signatoryTitle: "Manager", ...changes,
    };
    return act(person, "repairFile", "$id: ID!, $input: RepairFileInput!", "publicationId: $id, input: $input", { id: publicationId, input });
  },
  followUp: async (world: World, person: Person, id: string): Promise<Made> =>
    act(person, "repairFollowUp", "$id: ID!, $input: RepairFollowUpInput!", "id: $id, input: $input", { id, input: { text: "Here it is.", fileIds: [await repairDocument(world, person.actor, "more.txt")] } }),
  withdraw: (person: Person, id: string): Promise<Made> => act(person, "repairWithdraw", "$id: ID!", "id: $id", { id }),
  giveBack: (person: Person, id: string, revision = 1, reasons = "The receipt is missing."): Promise<Made> => judge(person, "repairReturn", id, revision, reasons),
  grant: (person: Person, id: string, revision = 1, reasons = "All was done."): Promise<Made> => judge(person, "repairGrant", id, revision, reasons),
  refuse: (person: Person, id: string, revision = 1, reasons = "Not proven."): Promise<Made> => judge(person, "repairRefuse", id, revision, reasons),
  tell: (person: Person, id: string, how = "By letter."): Promise<Made> => act(person, "repairFeedbackNote", "$id: ID!, $how: String!", "id: $id, how: $how", { id, how }),
};

const judge = (person: Person, name: string, id: string, revision: number, reasons: string) =>
  act(person, name, `$id: ID!, $input: ${name.replace("repair", "Repair")}Input!`, "id: $id, input: $input", { id, input: { revision, reasons } });

async function act(person: Person, name: string, declared: string, given: string, variables: Record<string, unknown>): Promise<Made> {
  const { data, errors } = await person.run<Record<string, Made>>(`mutation (${declared}) { ${name}(${given}) ${payload} }`, variables);
  const made = data?.[name];
  if (!made) throw new Error(`${name} was denied: ${JSON.stringify(errors)}`);
  return made;
}
