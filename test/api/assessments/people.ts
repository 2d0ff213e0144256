import { readFileSync } from "node:fs";
import { newId } from "../../../server/kernel/ids.ts";
import type { Answers } from "../../../server/modules/assessments/index.ts";
import { openWorld, type Person as Somebody } from "../../support/world.ts";

export interface Answered {
  /** As the query asked for it. */
  data: ReturnType<JSON["parse"]>;
  codes: string[];
}

export interface Person {
  actor: Somebody["actor"];
  ask: (source: string, variables?: Record<string, unknown>) => Promise<Answered>;
}

/** The example answers of the reference data, valid and complete. */
export const exampleAnswers = (): Answers =>
  (JSON.parse(readFileSync(new URL("../../../seeds/reference/examples/answers.json", import.meta.url), "utf8")) as { answers: Answers }).answers;

/** As a page would send them. */
export const asInput = (answers: Answers, indicators = Object.keys(answers)) =>
  indicators.map((indicator) => ({
    indicator,
    inputs: Object.entries(answers[indicator]?.inputs ?? {}).map(([code, value]) => ({ code, value })),
    notApplicableReason: answers[indicator]?.notApplicable?.reason ?? null,
  }));

export const askingAs = ({ actor, run }: Somebody): Person => ({
  actor,
  ask: async (source, variables) => {
    const { data, errors } = await run<Answered["data"]>(source, variables);
    return { data, codes: errors.map(({ code }) => code) };
  },
});

/** A house in the summer of 2026, when the first half-year is asked for. */
export async function assessmentHouse() {
  const world = await openWorld({ now: new Date("2026-08-03T02:00:00Z") });
  return {
    world,
    services: world.services,
    contextOf: world.contextOf,
    asOwner: world.database.asOwner,
    stranger: askingAs(world.stranger()),
    member: async () => askingAs(await world.member()),
    editorOf: async ({ actor }: Person) => askingAs(await world.member({ memberId: actor.memberId ?? "", role: "MEMBER_EDITOR" })),
    officer: async ({ steppedUp = true, memberId = null }: { steppedUp?: boolean; memberId?: string | null } = {}) => {
      const officer = await world.person(["OFFICER"], null, { steppedUp });
      return askingAs(memberId === null ? officer : world.as({ ...officer.actor, memberId }));
    },
    /** A kept file of the person's firm. */
    file: async ({ actor }: Person, text = "evidence"): Promise<string> => {
      const digest = await world.services.files.put(Buffer.from(text));
      const id = newId("fil", world.now());
      await world.database.asOwner(
        "insert into stored_file (id, member_id, name, media_type, size, digest, uploaded_at) values ($1, $2, 'ledger.csv', 'text/csv', $3, $4, $5)",
        [id, actor.memberId, text.length, digest, world.now()],
      );
      return id;
    },
    travelTo: world.travelTo,
    announced: () => world.announced("assessment."),
    close: world.close,
  };
}

export type AssessmentHouse = Awaited<ReturnType<typeof assessmentHouse>>;

export const acts = {
  begin: `mutation ($period: ID!) { act: assessmentBegin(period: $period) { assessment { id state revision schemeVersion } problems { code path } } }`,
  save: `mutation ($id: ID!, $input: AssessmentSaveInput!) { act: assessmentSave(id: $id, input: $input) { assessment { id revision } problems { code path } } }`,
  submit: `mutation ($id: ID!, $input: AssessmentSubmitInput!) {
    act: assessmentSubmit(id: $id, input: $input) { assessment { id state revision receiptNumber submissions { receiptNumber declarantName answersDigest } } problems { code path } } }`,
  attach: `mutation ($id: ID!, $input: AssessmentEvidenceAttachInput!) {
    act: assessmentEvidenceAttach(id: $id, input: $input) { assessment { id revision answers { indicator proof evidence { id note file { id name mediaType } } } } problems { code path } } }`,
  detach: `mutation ($evidenceId: ID!) { act: assessmentEvidenceDetach(evidenceId: $evidenceId) { assessment { id revision answers { indicator proof evidence { id } } } problems { code path } } }`,
  adjust: `mutation ($id: ID!, $input: AssessmentAdjustInput!) {
    act: assessmentAdjust(id: $id, input: $input) {
      assessment { id revision answers { indicator proof inputs { code value } adjustedInputs { code value } adjustments { reason oldProof newProof oldInputs { code value } newInputs { code value } } } }
      problems { code path } } }`,
  return: `mutation ($id: ID!, $input: AssessmentReturnInput!) {
    act: assessmentReturn(id: $id, input: $input) { assessment { id state revision answers { indicator notes { reason open } } } problems { code path } } }`,
  confirm: `mutation ($id: ID!, $input: AssessmentConfirmInput!) {
    act: assessmentConfirm(id: $id, input: $input) { assessment { id state revision grade scoreValue score { score grade state } } problems { code path } } }`,
};

/** A begun assessment of 2026-H1, with these answers saved. */
export async function draftOf(member: Person, answers: Answers = exampleAnswers(), period = "2026-H1"): Promise<{ id: string; revision: number }> {
  const begun = await member.ask(acts.begin, { period });
  const { id } = begun.data.act.assessment as { id: string };
  const saved = await member.ask(acts.save, { id, input: { revision: 1, answers: asInput(answers) } });
  if (saved.data.act.problems.length > 0) throw new Error(JSON.stringify(saved.data.act.problems));
  return saved.data.act.assessment as { id: string; revision: number };
}

export const declared = (revision: number) => ({ revision, declaration: true, declarantName: "Chan Siu Ming" });

export async function submittedOf(member: Person, answers: Answers = exampleAnswers()): Promise<string> {
  const { id, revision } = await draftOf(member, answers);
  const { data } = await member.ask(acts.submit, { id, input: declared(revision) });
  if (data.act.problems.length > 0) throw new Error(JSON.stringify(data.act.problems));
  return id;
}

/** The revision a person has before them; nought when they may not see it. */
export async function revisionSeenBy(person: Person, id: string): Promise<number> {
  const { data } = await person.ask("query ($id: ID!) { assessment(id: $id) { revision } }", { id });
  return (data?.assessment?.revision ?? 0) as number;
}

/** A reviewer looks at what stands now, and acts on it. */
export const reviewing = async (officer: Person, act: "adjust" | "return" | "confirm", id: string, input: object = {}): Promise<Answered> =>
  officer.ask(acts[act], { id, input: { revision: await revisionSeenBy(officer, id), ...input } });

export const confirming = (officer: Person, id: string): Promise<Answered> => reviewing(officer, "confirm", id);
