import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphql } from "graphql";
import { compose } from "../../../server/compose.ts";
import { sha256 } from "../../../server/kernel/digest.ts";
import { newId } from "../../../server/kernel/ids.ts";
import type { Answers } from "../../../server/modules/assessments/index.ts";
import { permissionsOf, type Role, scopeOf, stepUpPermissions } from "../../../server/modules/identity/index.ts";
import { creditCodeCheck, type Member } from "../../../server/modules/members/index.ts";
import { type Actor, anonymous, system } from "../../../server/platform/actor.ts";
import { Context } from "../../../server/platform/context.ts";
import { createSchema } from "../../../server/schema.ts";
import { testDatabase } from "../../support/database.ts";

export interface Answered {
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is the query's */
  data: any;
  codes: unknown[];
}

export interface Person {
  actor: Actor;
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

const soon = (now: Date) => new Date(now.getTime() + 300_000);

/** A house with a database of its own, and people who can act in it. */
export async function assessmentHouse() {
  const db = await testDatabase();
  const filesRoot = await mkdtemp(join(tmpdir(), "guildhall-files-"));
  const services = compose({
    filesRoot, zone: "Asia/Shanghai", publicUrl: "https://guild.example", demo: false, trusted: [], portalSecret: "p".repeat(32), sessionSecret: "s".repeat(32),
  });
  const schema = createSchema(services);
  let now = new Date("2026-08-03T02:00:00Z");
  let firms = 0;

  const contextOf = (actor: Actor) => new Context({ source: db.source, actor, requestId: "test", now });
  const person = (actor: Actor): Person => ({
    actor,
    ask: async (source, variableValues = {}) => {
      const contextValue = contextOf(actor);
      try {
        const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
        const defect = errors?.find((error) => error.originalError && !error.extensions["code"]);
        if (defect) throw defect.originalError ?? defect;
        return { data, codes: (errors ?? []).map((error) => error.extensions["code"] ?? error.message) };
      } finally {
        await contextValue.endReads();
      }
    },
  });
  const user = (roles: Role[], memberId: string | null, steppedUp = false): Person =>
    person({
      ...anonymous("en"), kind: "USER", userId: newId("usr", now), memberId, roles, permissions: permissionsOf(roles), stepUpPermissions, scope: scopeOf(roles),
      steppedUpUntil: steppedUp ? soon(now) : null,
    });

  const firm = async (): Promise<Member> => {
    firms += 1;
    const stem = `91440101MA5C${String(firms).padStart(5, "0")}`;
    const name = `Firm ${firms}`;
    const outcome = await contextOf(system).inTransaction((tx) =>
      services.members.admit(tx, {
        name: { "zh-Hant": name, "zh-Hans": name, en: name }, creditCode: stem + creditCodeCheck(stem), region: "440000", sizeClass: "SMALL",
        productLines: ["GRAIN_OIL"], admittedOn: "2024-01-01",
      }),
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value;
  };

  return {
    db,
    services,
    contextOf,
    user,
    stranger: person(anonymous("en")),
    /** The administrator of a new firm. */
    member: async () => user(["MEMBER_ADMIN"], (await firm()).id),
    editorOf: ({ actor }: Person) => user(["MEMBER_EDITOR"], actor.memberId),
    officer: (options: { steppedUp?: boolean; memberId?: string | null } = {}) => user(["OFFICER"], options.memberId ?? null, options.steppedUp ?? true),
    /** A kept file of the person's firm. */
    file: async ({ actor }: Person, text = "evidence"): Promise<string> => {
      const id = newId("fil", now);
      const digest = await services.files.put(Buffer.from(text));
      await db.asOwner(
        "insert into stored_file (id, member_id, name, media_type, size, digest, uploaded_at) values ($1, $2, 'ledger.csv', 'text/csv', $3, $4, $5)",
        [id, actor.memberId, text.length, digest, now],
      );
      return sha256(text) === digest ? id : "";
    },
    travelTo: (instant: string) => (now = new Date(instant)),
    announced: async () => (await db.asOwner<{ event: string }>("select event from outbox where event like 'assessment.%' and announced_at >= '2026-08-01' and announced_at < '2028-01-01' order by id")).map(({ event }) => event),
    close: async () => {
      await db.close();
      await rm(filesRoot, { recursive: true, force: true });
    },
  };
}

export type AssessmentHouse = Awaited<ReturnType<typeof assessmentHouse>>;

export const acts = {
  begin: `mutation ($period: ID!) { act: assessmentBegin(period: $period) { assessment { id state revision schemeVersion } problems { code path } } }`,
  save: `mutation ($id: ID!, $input: AssessmentSaveInput!) { act: assessmentSave(id: $id, input: $input) { assessment { id revision } problems { code path } } }`,
  submit: `mutation ($id: ID!, $input: AssessmentSubmitInput!) {
    act: assessmentSubmit(id: $id, input: $input) { assessment { id state revision receiptNumber submissions { receiptNumber declarantName answersDigest } } problems { code path } } }`,
  attach: `mutation ($id: ID!, $input: EvidenceAttachInput!) {
    act: assessmentEvidenceAttach(id: $id, input: $input) { assessment { id revision answers { indicator proof evidence { id note file { id name mediaType } } } } problems { code path } } }`,
  detach: `mutation ($evidenceId: ID!) { act: assessmentEvidenceDetach(evidenceId: $evidenceId) { assessment { id answers { indicator proof evidence { id } } } problems { code path } } }`,
  adjust: `mutation ($id: ID!, $input: AssessmentAdjustInput!) {
    act: assessmentAdjust(id: $id, input: $input) {
      assessment { id revision answers { indicator proof inputs { code value } adjustedInputs { code value } adjustments { reason oldProof newProof oldInputs { code value } newInputs { code value } } } }
      problems { code path } } }`,
  return: `mutation ($id: ID!, $input: AssessmentReturnInput!) {
    act: assessmentReturn(id: $id, input: $input) { assessment { id state answers { indicator notes { reason open } } } problems { code path } } }`,
  confirm: `mutation ($id: ID!) { act: assessmentConfirm(id: $id) { assessment { id state grade scoreValue score { score grade state } } problems { code path } } }`,
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
