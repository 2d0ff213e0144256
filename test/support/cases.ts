import type { Person, World } from "./world.ts";

interface Problems {
  problems: { code: string; path: string; day?: string }[];
}

type Done<Key extends string, Record> = Problems & { [Of in Key]: Record | null };

export interface CaseSeen {
  id: string;
  revision: number;
  state: string;
}

const CASE = "id revision state";
const PROBLEMS = "problems { code path ... on DayProblem { day } }";

/** An act on a case or an appeal, by its name and what it is given. */
export async function act(person: Person, name: string, input: Record<string, unknown>): Promise<Done<"case", CaseSeen>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await person.run<{ [Of in string]: Done<"case", CaseSeen> }>(
    `mutation Act($input: ${type}!) { ${name}(input: $input) { case { ${CASE} } ${PROBLEMS} } }`, { input },
  );
  return data?.[name] ?? { case: null, problems: errors };
}

export async function actOnAppeal(person: Person, name: string, input: Record<string, unknown>): Promise<Done<"appeal", { id: string; revision: number; outcome: string | null }>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await person.run<{ [Of in string]: Done<"appeal", { id: string; revision: number; outcome: string | null }> }>(
    `mutation Act($input: ${type}!) { ${name}(input: $input) { appeal { id revision outcome } ${PROBLEMS} } }`, { input },
  );
  return data?.[name] ?? { appeal: null, problems: errors };
}

export async function actOnSeat(person: Person, name: string, input: Record<string, unknown>): Promise<Problems> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await person.run<{ [Of in string]: Problems }>(`mutation Act($input: ${type}!) { ${name}(input: $input) { ${PROBLEMS} } }`, { input });
  return data?.[name] ?? { problems: errors };
}

/** What must have gone well for a story to go on. */
export function went<Record>(done: Problems & { case?: Record | null; appeal?: Record | null }): Record {
  const record = done.case ?? done.appeal;
  if (done.problems.length > 0 || record == null) throw new Error(`The story was refused: ${JSON.stringify(done.problems)}`);
  return record;
}

/** The id of the pledge's version in force, whose clauses are cited. */
export async function pledgeVersion({ database }: Pick<World, "database">): Promise<string> {
  const [version] = await database.asOwner<{ id: string }>("select id from pledge_version order by number limit 1");
  return version?.id ?? "";
}

export const proposal = {
  outcome: "SANCTION", step: "WARNING", months: null, amount: null, legalBasis: null, mitigations: [], upheld: ["C3"], reasons: "The stall asked for more than the price it had marked.",
};

export interface CaseStory {
  officer: Person;
  firm: Person;
  panel: Person[];
  seen: CaseSeen;
}

/** A case with everybody in it, opened against a new firm. */
export async function openedCase(world: World, opening: Record<string, unknown> = {}): Promise<CaseStory> {
  const officer = await world.officer();
  const firm = await world.member({ firm: { region: "110000", productLines: ["GRAIN_OIL"] } });
  const panel = await Promise.all([1, 2, 3].map(() => world.panel()));
  const input = {
    memberId: firm.actor.memberId, title: "Prices above those marked", statement: "On three days the stall asked more than it had marked.", occurredOn: "2026-06-02",
    charges: [{ versionId: await pledgeVersion(world), code: "C3" }], source: null, ...opening,
  };
  return { officer, firm, panel, seen: went(await act(officer, "caseOpen", input)) };
}

const DAY = 86_400_000;

/** As `openedCase`, told to the firm, its time to answer over. */
export async function answeredCase(world: World, opening: Record<string, unknown> = {}): Promise<CaseStory> {
  const story = await openedCase(world, opening);
  story.seen = went(await act(story.officer, "caseNoticeServe", seenIn(story)));
  went(await act(story.firm, "caseAnswer", { id: story.seen.id, text: "The boy at the stall misread the list.", fileIds: [], final: true }));
  return story;
}

/** As `answeredCase`, drafted, with three people seated who have no interest. */
export async function laidCase(world: World, drafted: Record<string, unknown> = {}): Promise<CaseStory> {
  const story = await answeredCase(world);
  story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal, ...drafted }));
  went(await act(story.officer, "casePanelSeat", { ...seenIn(story), userIds: story.panel.map(({ actor }) => actor.userId) }));
  for (const person of story.panel) await actOnSeat(person, "panelInterestDeclare", { id: story.seen.id, interested: false, declaration: "" });
  return story;
}

/** As `laidCase`, decided as drafted. */
export async function decidedCase(world: World, drafted: Record<string, unknown> = {}, choice = "IMPOSE"): Promise<CaseStory> {
  const story = await laidCase(world, drafted);
  for (const person of story.panel) went(await act(person, "caseVoteCast", { ...seenIn(story), choice, reason: "The marks speak for themselves." }));
  const [chair = story.officer] = story.panel;
  story.seen = went(await act(chair, "caseDecide", seenIn(story)));
  return story;
}

/** As `decidedCase`, told to the firm. */
export async function servedCase(world: World, drafted: Record<string, unknown> = {}, choice = "IMPOSE"): Promise<CaseStory> {
  const story = await decidedCase(world, drafted, choice);
  story.seen = went(await act(story.officer, "caseDecisionServe", seenIn(story)));
  return story;
}

/** Which case, and as it was seen last. */
export const seenIn = ({ seen: { id, revision } }: Pick<CaseStory, "seen">) => ({ id, revision });

/** Lets so many days pass. Who had proved their identity before has to do so again: make people anew, or step them up. */
export function passDays(world: World, days: number, ...people: Person[]): void {
  world.travel(days * DAY);
  for (const { actor } of people) Object.assign(actor, { steppedUpUntil: new Date(world.now().getTime() + 600_000) });
}
