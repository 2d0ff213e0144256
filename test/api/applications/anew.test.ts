import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "../../../server/modules/members/index.ts";
import type { Person } from "../../support/world.ts";
import { type ApplicationHouse, applicationHouse, contact, firm, inThree, type Problem, site } from "./applicants.ts";

let house: ApplicationHouse;
let officer: Person;
beforeAll(async () => {
  house = await applicationHouse();
  officer = await house.officer();
});
afterAll(() => house.close());

const on = (day: string) => house.travelTo(`${day}T02:00:00Z`);
const TODAY = "2026-03-02";
type Left = "LAPSED" | "WITHDRAWN" | "EXPELLED";

/** A firm admitted on 2022-01-03 that has left, in a way and from a day on; one that lapses does so on 2023-03-04, a year and sixty days of grace later. */
async function formerMember(how: Left, from: string): Promise<Member> {
  const { standings } = house.services;
  on("2022-01-03");
  const member = await house.firm({ admittedOn: "2022-01-03" });
  on("2022-06-01");
  if (how === "WITHDRAWN") await house.change((tx) => standings.withdraw(tx, member.id, from, "They moved away."));
  if (how === "EXPELLED") await house.change(async (tx) => house.done(await standings.decree(tx, member.id, { kind: "EXPELLED", day: from, until: null, basis: "dec_x" })));
  on(TODAY);
  return member;
}

interface Seen {
  number: number; status: string; statusSince: string; admittedOn: string; sizeClass: string;
  standing: { status: string; from: string; to: string | null }[];
  membership: { through: string; leavesOn: string | null; renewable: boolean } | null;
  sites: { name: string; closedOn: string | null }[]; contacts: { name: string }[];
}
const seen = async (id: string) => (await officer.run<{ member: Seen }>(
  `query ($id: ID!) { member(id: $id) { number status statusSince admittedOn sizeClass standing { status from to } membership { through leavesOn renewable } sites { name closedOn } contacts { name } } }`, { id },
)).data?.member;
const statusOn = async (id: string, days: readonly string[]) => (await officer.run<{ member: Record<string, string | null> }>(
  `query ($id: ID!) { member(id: $id) { ${days.map((day, at) => `d${at}: statusOn(day: "${day}")`).join(" ")} } }`, { id },
)).data?.member;

const applied = async (creditCode: string) => {
  const draft = await house.drafted({ ...firm(), creditCode });
  return { ...draft, submit: () => house.submit(house.declared(draft.token, draft.revision)) };
};
const refusal = async (creditCode: string) => (await (await applied(creditCode)).submit()).problems;

describe("a firm that has left", () => {
  test.each([["LAPSED", "2023-03-04"], ["WITHDRAWN", "2022-09-01"], ["EXPELLED", "2022-07-01"]] as const)("is admitted anew after it was %s: the same record goes on, and no past day changes", async (how, from) => {
    const member = await formerMember(how, from);
    const days = ["2022-01-02", "2022-01-03", "2022-06-30", "2022-08-31", "2023-01-15", "2023-03-03", "2023-03-04", "2024-02-29", "2026-03-01"];
    const before = [await statusOn(member.id, days), await seen(member.id)] as const;
    expect(before[1]).toMatchObject({ status: how, statusSince: from, membership: null });

    const { id, revision } = await house.handedIn({ ...firm(), creditCode: member.creditCode, sizeClass: "LARGE" });
    const { data } = await officer.run<{ application: object }>("query ($id: ID!) { application(id: $id) { memberOfCode { id } formerMemberships { from to endedAs } } }", { id });
    const endOf = { "2023-03-04": "2023-03-03", "2022-09-01": "2022-08-31", "2022-07-01": "2022-06-30" }[from];
    const formerly = [{ from: "2022-01-03", to: endOf, endedAs: how }];
    expect(data?.application).toEqual({ memberOfCode: { id: member.id }, formerMemberships: formerly });
    expect(await house.admit(officer, id, { revision, name: inThree })).toMatchObject({ application: { state: "ADMITTED" }, problems: [] });

    expect(await statusOn(member.id, days)).toEqual(before[0]);
    const after = await seen(member.id);
    expect(after).toMatchObject({
      number: before[1]?.number, status: "ACTIVE", statusSince: TODAY, admittedOn: TODAY, sizeClass: "LARGE", membership: { through: "2027-03-01", leavesOn: null, renewable: false },
    });
    expect(after?.standing.filter(({ from: since }) => since < TODAY)).toEqual(before[1]?.standing.map((span) => ({ ...span, to: span.to ?? "2026-03-01" })));
    const { data: told } = await officer.run("query ($id: ID!) { application(id: $id) { member { id } formerMemberships { from to endedAs } } }", { id });
    expect(told).toEqual({ application: { member: { id: member.id }, formerMemberships: formerly } });
  });

  test("begins with what it states now; whoever had access before has none, and the first administrator comes in by the applicant's page", async () => {
    const member = await formerMember("WITHDRAWN", "2022-09-01");
    await house.change((tx) => house.services.profiles.addSite(tx, member.id, { ...site, use: "SHOP", name: "Old store", openedOn: "2022-01-03" }));
    await house.change((tx) => house.services.profiles.addContact(tx, member.id, { duty: "COMPLAINTS", name: "Gone since", phone: "", email: "gone@hop.example" }));
    const before = await house.user(["MEMBER_ADMIN"], member.id);
    const invited = await house.change((tx) => house.services.invitations.send(tx, { email: "late@hop.example", role: "MEMBER_ADMIN", memberId: member.id, language: "en" }, "all"));
    const { id, token, revision } = await house.handedIn({ ...firm(), creditCode: member.creditCode, contact: { ...contact, email: before.email } });
    await house.admit(officer, id, { revision, name: inThree });

    expect(await seen(member.id)).toMatchObject({ sites: [{ name: site.name, closedOn: null }, { name: "Old store", closedOn: TODAY }], contacts: [{ name: contact.name }] });
    expect(await house.database.asOwner("select disabled_at is not null as out from user_account where id = $1", [before.id])).toEqual([{ out: true }]);
    const accept = async (link: string) => (await house.stranger().run<{ invitationAccept: { email: string | null; problems: Problem[] } }>(
      `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) { email problems { code } } }`,
      { input: { token: link.split("#")[1], name: contact.name, password: "lanterns over the harbour" } },
    )).data?.invitationAccept;
    expect(await accept(invited.link)).toEqual({ email: null, problems: [{ code: "INVITATION_INVALID" }] });
    expect(await accept((await house.makeAccess(token)).link ?? "")).toEqual({ email: before.email, problems: [] });
    expect(await house.database.asOwner("select id = $1 as old, disabled_at is null as lives from user_account where member_id = $2 order by 2", [before.id, member.id])).toEqual([{ old: true, lives: false }, { old: false, lives: true }]);
  });

  test("can leave again and be admitted a third time; its latest application is the one it came by", async () => {
    const member = await formerMember("WITHDRAWN", "2022-09-01");
    const first = await house.handedIn({ ...firm(), creditCode: member.creditCode });
    await house.admit(officer, first.id, { revision: first.revision, name: inThree });
    await house.change((tx) => house.services.standings.withdraw(tx, member.id, "2026-03-10", "Again."));
    on("2026-03-10");
    const second = await house.handedIn({ ...firm(), creditCode: member.creditCode });
    expect((await house.admit(await house.officer(), second.id, { revision: second.revision, name: inThree })).problems).toEqual([]);
    expect((await house.makeAccess(first.token)).problems.map(({ code }) => code)).toEqual(["APPLICATION_STATE"]);
    const { data } = await officer.run(`query ($id: ID!) { member(id: $id) { status application { id } membership { leavesOn } } application(id: "${first.id}") { formerMemberships { endedAs } } }`, { id: member.id });
    expect(data).toEqual({ member: { status: "ACTIVE", application: { id: second.id }, membership: { leavesOn: null } }, application: { formerMemberships: [{ endedAs: "WITHDRAWN" }] } });
    on("2027-02-15");
    const { data: due } = await officer.run<{ members: { edges: { node: { id: string } }[] } }>("{ members(first: 100, filter: { renewable: true }) { edges { node { id } } } }");
    expect(due?.members.edges.map(({ node }) => node.id)).toContain(member.id);
    on(TODAY);
  });

  test("does not escape its expulsion by leaving before it takes effect", async () => {
    const member = await formerMember("WITHDRAWN", "2022-09-01");
    on("2026-02-27");
    await house.change(async (tx) => house.done(await house.services.standings.decree(tx, member.id, { kind: "EXPELLED", day: "2026-02-27", until: null, basis: "dec_x" })));
    on(TODAY);
    expect(await statusOn(member.id, ["2022-08-31", "2026-02-26", "2026-02-27"])).toEqual({ d0: "ACTIVE", d1: "WITHDRAWN", d2: "EXPELLED" });
    expect((await refusal(member.creditCode)).map(({ code }) => code)).toEqual(["BARRED"]);
  });

  test("is admitted once by two officers at once, and entered once by two hands", async () => {
    const member = await formerMember("LAPSED", "2023-03-04");
    const { id, revision } = await house.handedIn({ ...firm(), creditCode: member.creditCode });
    const other = await house.officer();
    const answers = await Promise.all([house.admit(officer, id, { revision, name: inThree }), house.admit(other, id, { revision, name: inThree })]);
    expect(answers.map(({ problems }) => problems.map(({ code }) => code)).sort()).toEqual([[], ["CONFLICT"]]);

    const again = await formerMember("LAPSED", "2023-03-04");
    const enter = () => house.change((tx) => house.services.members.admit(tx, {
      name: inThree, creditCode: again.creditCode, region: "440000", sizeClass: "SMALL", productLines: ["GRAIN_OIL"], language: "en", admittedOn: TODAY,
    })).then(() => "entered", (error: Error) => error.message);
    expect((await Promise.all([enter(), enter()])).sort()).toEqual([expect.stringContaining("CREDIT_CODE_TAKEN"), "entered"]);
    for (const each of [member, again])
      expect(await house.database.asOwner("select count(*)::int as count from standing_fact where member_id = $1 and kind = 'ADMITTED' and day = $2", [each.id, TODAY])).toEqual([{ count: 1 }]);
  });
});

describe("nobody is admitted anew", () => {
  const notOpen = [{ code: "CODE_NOT_OPEN", path: "input.creditCode" }];

  test("while the firm belongs to the association: in full, in grace, suspended, or leaving on a day to come", async () => {
    const { standings } = house.services;
    const [active, suspended, leaving] = [await house.firm(), await house.firm(), await house.firm()];
    await house.change(async (tx) => house.done(await standings.decree(tx, suspended.id, { kind: "SUSPENDED", day: TODAY, until: null, basis: "dec_x" })));
    await house.change((tx) => standings.withdraw(tx, leaving.id, "2026-03-03", "Soon."));
    on("2026-01-05");
    const grace = await house.firm({ admittedOn: "2025-02-01" });
    on(TODAY);
    expect(await seen(grace.id)).toMatchObject({ status: "GRACE" });
    for (const { creditCode } of [active, grace, suspended, leaving]) expect(await refusal(creditCode)).toEqual(notOpen);
    on("2026-03-03");
    expect(await refusal(leaving.creditCode)).toEqual([]);
    on(TODAY);
  });

  test("before the bar of a firm that was expelled is over; the refusal names its last day", async () => {
    const member = await formerMember("EXPELLED", "2023-03-03");
    const { token, submit, revision } = await applied(member.creditCode);
    expect((await submit()).problems).toEqual([{ code: "BARRED", path: "input.creditCode" }]);
    const named = await house.stranger().run<{ applicationSubmit: { problems: object[] } }>(
      "mutation ($input: ApplicationSubmitInput!) { applicationSubmit(input: $input) { problems { code ... on DayProblem { day } } } }", { input: house.declared(token, revision) },
    );
    expect(named.data?.applicationSubmit.problems).toEqual([{ code: "BARRED", day: "2026-03-02" }]);
    on("2026-03-03");
    expect((await submit()).problems).toEqual([]);
    on(TODAY);
  });

  test("by a second application while the first is in hand", async () => {
    const member = await formerMember("WITHDRAWN", "2022-09-01");
    await house.handedIn({ ...firm(), creditCode: member.creditCode });
    expect(await refusal(member.creditCode)).toEqual(notOpen);
  });

  test("where the firm was entered meanwhile; nothing is changed", async () => {
    const member = await formerMember("WITHDRAWN", "2022-09-01");
    const person = await house.user(["MEMBER_ADMIN"], member.id);
    const { id, revision } = await house.handedIn({ ...firm(), creditCode: member.creditCode });
    await house.change((tx) => house.services.members.admit(tx, {
      name: inThree, creditCode: member.creditCode, region: "440000", sizeClass: "SMALL", productLines: ["GRAIN_OIL"], language: "en", admittedOn: TODAY,
    }));
    expect((await house.admit(officer, id, { revision, name: inThree })).problems).toEqual([{ code: "CREDIT_CODE_TAKEN", path: "input.creditCode" }]);
    expect(await house.database.asOwner("select disabled_at from user_account where id = $1", [person.id])).toEqual([{ disabled_at: null }]);
  });
});

describe("whoever knows the credit code of a firm that has left", () => {
  test("learns nothing of its membership from an application, before and after it is decided", async () => {
    const member = await formerMember("LAPSED", "2023-03-04");
    const known = await house.handedIn({ ...firm(), creditCode: member.creditCode });
    const unknown = await house.handedIn();
    const shape = async (token: string) => JSON.stringify(await house.open(token)).replaceAll(/"(id|creditCode|name)":"[^"]*"/g, "");
    expect(await shape(known.token)).toBe(await shape(unknown.token));
    for (const { id, revision } of [known, unknown]) await house.admit(officer, id, { revision, name: inThree });
    expect(await shape(known.token)).toBe(await shape(unknown.token));
    expect(JSON.stringify(await house.open(known.token))).not.toContain(member.id);
  });

  test("cannot ask for it: it is no field of what the link opens, and the application is not theirs to read", async () => {
    const member = await formerMember("WITHDRAWN", "2022-09-01");
    const { id } = await house.handedIn({ ...firm(), creditCode: member.creditCode });
    for (const person of [house.stranger(), await house.member(), await house.member({ memberId: member.id }), await house.panel()]) {
      const { data, errors } = await person.run("query ($id: ID!) { application(id: $id) { formerMemberships { from to endedAs } } }", { id });
      expect([data?.["application"] ?? null, errors.map(({ code }) => code)]).toEqual([null, [person.actor.userId === null ? "UNAUTHENTICATED" : "FORBIDDEN"]]);
    }
    const own = house.schema.getType("OwnApplication");
    expect(own && "getFields" in own ? Object.keys(own.getFields()) : []).not.toContain("formerMemberships");
  });
});
