import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appealed, repairDocument, setAside } from "../../support/sanctions.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { fresh, publish, repairActs as acts, seenByStrangers, told } from "./published.ts";

let world: World;
let [admin, officer, panel]: Person[] = [];
let memberId: string;
let published: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-03-02T02:00:00Z") });
  [officer, panel] = [await world.officer(), await world.panel()];
});
afterAll(() => world.close());
beforeEach(async () => {
  world.travelTo("2026-03-02T02:00:00Z");
  admin = await world.member();
  memberId = admin.actor.memberId ?? "";
  published = await publish(world, { memberId });
});

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return fresh(world, person);
};
const june = () => world.travelTo("2026-06-02T02:00:00Z");
const file = (changes: Record<string, unknown> = {}) => acts.file(world, of(admin), published.publicationId, changes);
const filed = async (): Promise<string> => {
  june();
  return (await file()).repair?.id ?? "";
};
const facts = async (id: string) => (await world.database.asOwner<{ act: string }>("select act from journal_entry where record = $1 order by 1", [id])).map(({ act }) => act);

describe("repair is asked for", () => {
  test("on the day it opens, and is refused the day before", async () => {
    world.travelTo("2026-06-01T15:59:59Z");
    expect((await file()).problems).toEqual([{ code: "REPAIR_TOO_EARLY", path: "publicationId", day: "2026-06-02" }]);
    const { data } = await of(admin).run<{ viewer: { member: { publications: object[] } } }>("{ viewer { member { publications { standing repairBar repairOpensOn fromOn untilOn endedOn } } } }");
    expect(data?.viewer.member.publications).toEqual([{ standing: "PUBLIC", repairBar: "REPAIR_TOO_EARLY", repairOpensOn: "2026-06-02", fromOn: "2026-03-02", untilOn: "2027-03-01", endedOn: null }]);
    world.travelTo("2026-06-01T16:00:00Z");
    expect(await file()).toMatchObject({ repair: { state: "FILED", revision: 1 }, problems: [] });
  });

  test("once at a time, though two people ask in the same moment", async () => {
    june();
    const made = await Promise.all([file(), file()]);
    expect(made.flatMap(({ problems }) => told(problems) ?? [])).toEqual(["REPAIR_OPEN publicationId"]);
    expect(told((await file()).problems)).toEqual(["REPAIR_OPEN publicationId"]);
  });

  test.each([
    [{ text: " " }, "REQUIRED input.text"], [{ fileIds: [] }, "NO_EVIDENCE input.fileIds"], [{ consent: false }, "NO_CONSENT input.consent"],
    [{ signatoryName: "" }, "REQUIRED input.signatoryName"], [{ commitmentDigest: "other words" }, "TEXT_CHANGED input.commitmentDigest"],
    [{ fileIds: ["fil_01JD0000000000000000000000"] }, "NOT_FOUND input.fileIds"],
  ])("and lacks what it needs: %o", async (changes, problem) => {
    june();
    expect(told((await file(changes)).problems)).toEqual([problem]);
  });

  test("with the firm's own documents, uploaded for a repair, and no others", async () => {
    june();
    const other = await world.member();
    expect(told((await file({ fileIds: [await repairDocument(world, other.actor)] })).problems)).toEqual(["NOT_FOUND input.fileIds"]);
  });

  test("with a fresh proof of identity, by the administrator alone", async () => {
    june();
    const run = (person: Person) => person.run(`mutation { repairWithdraw(id: "rep_01JD0000000000000000000000") { problems { code } } }`).then(({ errors }) => errors.map(({ code }) => code));
    expect(await run(world.as({ ...of(admin).actor, steppedUpUntil: null }))).toEqual(["STEP_UP_REQUIRED"]);
    expect(await run(await world.member({ memberId, role: "MEMBER_EDITOR" }))).toEqual(["FORBIDDEN"]);
    expect(await run(of(officer))).toEqual(["FORBIDDEN"]);
  });

  test("for a decision set aside by an appeal no longer", async () => {
    june();
    await setAside(world, published.decisionId, "2026-06-02");
    expect(told((await file()).problems)).toEqual(["PUBLICATION_ENDED publicationId"]);
  });

  test("by another firm is asked for nothing that exists", async () => {
    june();
    expect(told((await acts.file(world, await world.member(), published.publicationId)).problems)).toEqual(["NOT_FOUND publicationId"]);
  });
});

describe("an application", () => {
  test("keeps the firm's word as it was read, its proof and its files, and shows them to the association and the firm alone", async () => {
    const id = await filed();
    const read = async (person: Person) =>
      (await person.run<{ repair: object | null }>("query ($id: ID!) { repair(id: $id) { commitmentLanguage commitment signatoryName statements { text files { name size } } } }", { id })).data?.repair;
    const whole = { commitmentLanguage: "EN", signatoryName: "Lin Mei", statements: [{ text: "Prices are ours alone again.", files: [{ name: "proof.txt", size: 15 }] }] };
    expect(await read(of(admin))).toMatchObject(whole);
    expect(await read(of(panel))).toMatchObject(whole);
    expect(await read(await world.member())).toBeNull();
    await expect(world.database.asOwner("update repair_statement set text = 'Other'")).rejects.toThrow(/never rewritten/);
    await expect(world.database.asOwner("delete from repair")).rejects.toThrow(/never rewritten/);
  });

  test("is sent back for more, follows up and is withdrawn, each only from where it stands", async () => {
    const id = await filed();
    expect(told((await acts.followUp(world, of(admin), id)).problems)).toEqual(["REPAIR_STATE id"]);
    expect(told((await acts.giveBack(of(officer), id, 7)).problems)).toEqual(["CONFLICT input.revision"]);
    expect(told((await acts.giveBack(of(officer), id, 1, " ")).problems)).toEqual(["REQUIRED input.reasons"]);
    expect(await acts.giveBack(of(officer), id)).toMatchObject({ repair: { state: "RETURNED", revision: 2 } });
    expect(told((await acts.giveBack(of(officer), id, 2)).problems)).toEqual(["REPAIR_STATE id"]);
    expect(told((await acts.grant(of(panel), id, 2)).problems)).toEqual(["REPAIR_STATE id"]);
    expect(await acts.followUp(world, of(admin), id)).toMatchObject({ repair: { state: "FILED", revision: 3 } });
    expect(await acts.withdraw(of(admin), id)).toMatchObject({ repair: { state: "WITHDRAWN" } });
    expect(told((await acts.withdraw(of(admin), id)).problems)).toEqual(["REPAIR_STATE id"]);
    expect(told((await acts.grant(of(panel), id, 4)).problems)).toEqual(["REPAIR_STATE id"]);
    expect(await facts(id)).toEqual(["repair.filed", "repair.followed-up", "repair.returned", "repair.withdrawn"]);
    expect(await file()).toMatchObject({ repair: { state: "FILED" } });
  });

  test("of another firm is followed up and withdrawn by nobody else", async () => {
    const id = await filed();
    const other = await world.member();
    expect(told((await acts.withdraw(other, id)).problems)).toEqual(["NOT_FOUND id"]);
    expect(told((await acts.followUp(world, other, id)).problems)).toEqual(["NOT_FOUND id"]);
  });
});

describe("a repair is granted", () => {
  test("and the decision leaves the public file at once, while the record stays and shows that it was repaired", async () => {
    const id = await filed();
    expect((await seenByStrangers(world, memberId)).decisions).toHaveLength(1);
    expect(await acts.grant(of(panel), id)).toMatchObject({ repair: { state: "GRANTED" }, problems: [] });
    const { decisions, repairs } = await seenByStrangers(world, memberId);
    expect(decisions).toEqual([]);
    expect(repairs).toEqual([{ caseNumber: expect.any(Number) as number, reasons: null, clauses: [], stepName: expect.objectContaining({ en: "circulated criticism" }) as object, repairedOn: "2026-06-02" }]);
    expect(await world.database.asOwner("select reasons, ended_on, end_cause from publication where id = $1", [published.publicationId])).toEqual([
      { reasons: "It named a price to its competitors.", ended_on: "2026-06-02", end_cause: "REPAIRED" },
    ]);
    expect(told((await file()).problems)).toEqual(["PUBLICATION_ENDED publicationId"]);
    world.travelTo("2027-06-02T02:00:00Z");
    expect((await seenByStrangers(world, memberId)).repairs).toHaveLength(1);
    world.travelTo("2027-06-03T02:00:00Z");
    expect((await seenByStrangers(world, memberId)).repairs).toEqual([]);
  });

  test("and is entered in the credit ledger once, under the matter of its sanction", async () => {
    const id = await filed();
    await acts.grant(of(panel), id);
    const enter = () => world.change((tx) => world.services.ledger.enterOf(tx, { source: "REPAIR", record: id }));
    expect([await enter(), await enter()]).toEqual([1, 0]);
    expect(await world.database.asOwner("select kind, matter, member_id from credit_entry where source = 'REPAIR' and source_record = $1", [id])).toEqual([
      { kind: "REPAIR", matter: published.decisionId, member_id: memberId },
    ]);
  });

  test("by one of those who decide at once; the others find it changed", async () => {
    const id = await filed();
    const [other, third] = [await world.panel(), await world.panel()];
    const made = await Promise.all([acts.grant(of(panel), id), acts.refuse(of(other), id), acts.grant(of(third), id)]);
    expect(made.filter(({ repair }) => repair !== null)).toHaveLength(1);
    expect(made.flatMap(({ problems }) => told(problems) ?? [])).toEqual(["CONFLICT input.revision", "CONFLICT input.revision"]);
    expect(await world.database.asOwner("select 1 from journal_entry where record = $1 and act in ('repair.granted', 'repair.refused')", [id])).toHaveLength(1);
  });

  test("never for a decision that an appeal did away with meanwhile, and never without reasons", async () => {
    const id = await filed();
    expect(told((await acts.grant(of(panel), id, 1, "")).problems)).toEqual(["REQUIRED input.reasons"]);
    await setAside(world, published.decisionId, "2026-06-02");
    expect(told((await acts.grant(of(panel), id)).problems)).toEqual(["PUBLICATION_ENDED id"]);
  });
});

describe("who had a part in the case or an interest in the firm does not decide", () => {
  const as = async (userId: string): Promise<Person> => world.as({ ...of(panel).actor, userId });
  const refusal = async (person: Person, id: string) => [told((await acts.grant(person, id)).problems), told((await acts.refuse(person, id)).problems)].flat();
  const affiliate = async (person: Person, firm: string, since = "2020-01-01", until: string | null = null) =>
    world.database.asOwner("insert into panel_affiliation (id, user_id, member_id, nature, since, until, declared_by, declared_at) values ($1, $2, $3, 'Adviser', $4, $5, $2, now())", [
      `paf_${Math.abs(Date.parse(since)).toString()}${firm.slice(-6)}${(person.actor.userId ?? "").slice(-6)}`, person.actor.userId, firm, since, until,
    ]);

  test("not whoever opened or drafted it, and not whoever heard it", async () => {
    const id = await filed();
    expect(await refusal(await as(published.officerId), id)).toEqual(["PART_OF_CASE id", "PART_OF_CASE id"]);
    expect(await refusal(await as(published.panelId), id)).toEqual(["PART_OF_CASE id", "PART_OF_CASE id"]);
  });

  test("not whoever voted on its appeal, or did anything in it", async () => {
    const id = await filed();
    const [voter, clerk] = [await world.panel(), await world.panel()];
    const appealId = await appealed(world, published, memberId);
    await world.database.asOwner("insert into panel_vote (subject_id, revision, user_id, choice, reason, cast_at) values ($1, 1, $2, 'UPHOLD', 'x', now())", [appealId, voter.actor.userId]);
    await world.database.asOwner("insert into case_event (id, case_id, member_id, kind, at, user_id, facts, told) values ($1, $2, $3, 'NOTE', now(), $4, '{}', false)", [`cev_${id}`, published.caseId, memberId, clerk.actor.userId]);
    expect(await refusal(of(voter), id)).toEqual(["PART_OF_CASE id", "PART_OF_CASE id"]);
    expect(await refusal(of(clerk), id)).toEqual(["PART_OF_CASE id", "PART_OF_CASE id"]);
  });

  test("not whoever belongs to the firm or to a competitor in its region; whoever once did, or deals elsewhere, may", async () => {
    const id = await filed();
    const [own, rival, former, far, apart] = await Promise.all(Array.from({ length: 5 }, () => world.panel()));
    await affiliate(of(own), memberId);
    await affiliate(of(rival), (await world.firm()).id);
    await affiliate(of(former), memberId, "2020-01-01", "2025-12-31");
    await affiliate(of(far), (await world.firm({ region: "110000" })).id);
    await affiliate(of(apart), (await world.firm({ productLines: ["TEXTILES"] })).id);
    expect(await refusal(of(own), id)).toEqual(["AFFILIATED id", "AFFILIATED id"]);
    expect(await refusal(of(rival), id)).toEqual(["AFFILIATED id", "AFFILIATED id"]);
    const may = async (person: Person | undefined) =>
      (await of(person).run<{ repair: { may: boolean } }>("query ($id: ID!) { repair(id: $id) { may: viewerMay(act: REPAIR_DECIDE) } }", { id })).data?.repair.may;
    expect(await Promise.all([own, rival, former, far, apart].map(may))).toEqual([false, false, true, true, true]);
    expect(await acts.grant(of(former), id)).toMatchObject({ repair: { state: "GRANTED" } });
  });

  test("and an officer decides on none", async () => {
    const id = await filed();
    const { errors } = await of(officer).run(`mutation ($id: ID!) { repairGrant(id: $id, input: { revision: 1, reasons: "x" }) { problems { code } } }`, { id });
    expect(errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  });
});

describe("a repair is refused", () => {
  test("with reasons, stays public, and can be asked for anew after the association's days", async () => {
    const id = await filed();
    expect(await acts.refuse(of(panel), id)).toMatchObject({ repair: { state: "REFUSED" } });
    expect((await seenByStrangers(world, memberId)).decisions).toHaveLength(1);
    world.travelTo("2026-07-01T02:00:00Z");
    expect((await file()).problems).toEqual([{ code: "REPAIR_REFUSED_LATELY", path: "publicationId", day: "2026-07-02" }]);
    world.travelTo("2026-07-02T02:00:00Z");
    expect(await file()).toMatchObject({ repair: { state: "FILED" }, problems: [] });
  });
});

describe("the firm is told", () => {
  test("once it was decided, once, and how; and not before the decision is off the public file", async () => {
    const id = await filed();
    expect(told((await acts.tell(of(officer), id)).problems)).toEqual(["REPAIR_STATE id"]);
    await acts.grant(of(panel), id);
    await world.database.asOwner("update publication set ended_on = null, end_cause = null, repair_shown_until = null where id = $1", [published.publicationId]);
    expect(told((await acts.tell(of(officer), id)).problems)).toEqual(["STILL_PUBLISHED id"]);
    await world.database.asOwner("update publication set ended_on = '2026-06-02', end_cause = 'REPAIRED' where id = $1", [published.publicationId]);
    expect(told((await acts.tell(of(officer), id, " ")).problems)).toEqual(["REQUIRED how"]);
    expect(await acts.tell(of(officer), id)).toMatchObject({ problems: [] });
    expect(told((await acts.tell(of(officer), id)).problems)).toEqual(["REPAIR_STATE id"]);
    const { data } = await of(admin).run("query ($id: ID!) { repair(id: $id) { toldHow toldAt feedbackClock { due } decisionClock { due } } }", { id });
    expect(data).toEqual({ repair: { toldHow: "By letter.", toldAt: "2026-06-02T02:00:00.000Z", feedbackClock: null, decisionClock: null } });
  });
});

describe("the association's clocks", () => {
  interface Clocks {
    decisionClock: { state: string; due: string | null; left: number } | null;
    feedbackClock: { state: string; due: string | null; left: number } | null;
    returns: { reason: string; from: string; until: string | null }[];
  }
  const clocks = async (id: string) =>
    (await of(admin).run<{ repair: Clocks }>("query ($id: ID!) { repair(id: $id) { decisionClock { state due left } feedbackClock { state due left } returns { reason from until } } }", { id })).data?.repair;

  test("count working days over the holidays of October, a worked Saturday among them", async () => {
    world.travelTo("2026-09-29T02:00:00Z");
    const id = (await file()).repair?.id ?? "";
    expect(await clocks(id)).toEqual({ decisionClock: { state: "RUNNING", due: "2026-10-09", left: 3 }, feedbackClock: { state: "RUNNING", due: "2026-10-19", left: 10 }, returns: [] });
    world.travelTo("2026-10-09T15:59:59Z");
    expect((await clocks(id))?.decisionClock).toEqual({ state: "RUNNING", due: "2026-10-09", left: 0 });
    world.travelTo("2026-10-09T16:00:00Z");
    expect((await clocks(id))?.decisionClock).toEqual({ state: "OVERDUE", due: "2026-10-09", left: -1 });
  });

  test("stand still while an application lies with the firm, which reads why", async () => {
    june(); // A Tuesday.
    const id = (await file()).repair?.id ?? "";
    world.travelTo("2026-06-03T02:00:00Z");
    await acts.giveBack(of(officer), id);
    world.travelTo("2026-06-15T02:00:00Z");
    expect(await clocks(id)).toMatchObject({ decisionClock: { state: "PAUSED", due: null, left: 3 }, returns: [{ reason: "The receipt is missing.", from: "2026-06-03", until: null }] });
    await acts.followUp(world, of(admin), id);
    expect(await clocks(id)).toMatchObject({ decisionClock: { state: "RUNNING", due: "2026-06-17", left: 2 }, returns: [{ until: "2026-06-15" }] });
  });
});

test("documents that no application names are cleared away after a day; named ones stay for good", async () => {
  june();
  const [named, left] = [await repairDocument(world, of(admin).actor, "named.txt"), await repairDocument(world, of(admin).actor, "left.txt")];
  await file({ fileIds: [named] });
  world.travelTo("2026-06-03T02:00:01Z");
  const cleared = await world.change((tx) => world.services.repairFiles.clearUnattached(tx));
  expect(cleared.map(({ id }) => id)).toContain(left);
  expect(cleared.map(({ id }) => id)).not.toContain(named);
  expect(await world.database.asOwner("select id from stored_file where id = any($1)", [[named, left]])).toEqual([{ id: named }]);
});
