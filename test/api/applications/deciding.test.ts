import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../support/world.ts";
import { type ApplicationHouse, applicationHouse, contact, firm, freshCode, inThree, site } from "./applicants.ts";

let house: ApplicationHouse;
let officer: Person;
beforeAll(async () => {
  house = await applicationHouse();
  officer = await house.officer();
});
afterAll(() => house.close());

const DAY = 86_400_000;
const told = (problems: { code: string; path?: string }[]) => problems.map(({ code, path = "" }) => `${code} ${path}`.trim());
const one = async <Data = Record<string, unknown>>(id: string, fields: string, person = officer) =>
  (await person.run<{ application: Data | null }>(`query ($id: ID!) { application(id: $id) { ${fields} } }`, { id })).data?.application ?? null;
const clock = async (id: string) => (await one<{ clock: object | null }>(id, "clock { state due left pausedSince isPressing }"))?.clock;

describe("an officer", () => {
  test("returns an application with what is missing: its clock stands still, the applicant amends and hands in again, and it runs on", async () => {
    const { token, id, revision } = await house.handedIn();
    house.travelTo("2026-03-05T02:00:00Z");
    expect(await clock(id)).toEqual({ state: "RUNNING", due: "2026-03-16", left: 7, pausedSince: null, isPressing: false });
    const returned = await house.giveBack(officer, id, { revision, reason: "  The licence is out of date. " });
    expect(returned).toMatchObject({ application: { state: "RETURNED", revision: revision + 1 }, problems: [] });
    expect(await house.open(token)).toMatchObject({ state: "RETURNED", lapsesOn: "2026-05-04", steps: [{}, {}, { kind: "RETURNED", reason: "The licence is out of date.", officer: null }] });

    house.travelTo("2026-03-12T02:00:00Z");
    expect(await clock(id)).toEqual({ state: "PAUSED", due: null, left: 8, pausedSince: "2026-03-05", isPressing: false });
    const saved = await house.save({ token, revision: revision + 1, contact: { ...contact, phone: "" } });
    expect(saved.application).toMatchObject({ state: "RETURNED", lapsesOn: "2026-05-04" });
    await house.addEvidence(token, "BUSINESS_LICENCE", "this year's licence");
    expect((await house.submit(house.declared(token, revision + 2))).application).toMatchObject({ state: "SUBMITTED" });
    expect(await clock(id)).toEqual({ state: "RUNNING", due: "2026-03-23", left: 7, pausedSince: null, isPressing: false });
    house.travelTo("2026-03-24T02:00:00Z");
    expect(await clock(id)).toMatchObject({ state: "OVERDUE", left: -1, isPressing: true });
    const steps = (await one<{ steps: { kind: string; officer: string | null }[] }>(id, "steps { kind officer }"))?.steps;
    expect(steps?.map(({ kind, officer: by }) => [kind, by !== null])).toEqual([["BEGUN", false], ["SUBMITTED", false], ["RETURNED", true], ["SUBMITTED", false]]);
    await house.withdraw(token);
    house.travelTo("2026-03-02T02:00:00Z");
  });

  test("admits the firm with its sites and its contact, and the first administrator comes in by the applicant's own page, once", async () => {
    const { token, id, revision } = await house.handedIn({ ...firm(), sites: [site, { ...site, name: "Depot", use: "WAREHOUSE" }] });
    const answer = await house.admit(officer, id, { revision, name: inThree });
    expect(answer).toMatchObject({ application: { state: "ADMITTED" }, problems: [] });
    const { member, clock: ended } = (await one<{ member: { id: string }; clock: null }>(id, "clock { state } member { id name admittedOn language sites { name use } contacts { name duty email } application { id } }")) ?? {};
    expect(ended).toBeNull();
    expect(member).toMatchObject({
      name: inThree, admittedOn: "2026-03-02", language: "ZH_HANT", application: { id }, contacts: [{ name: contact.name, duty: "GENERAL", email: contact.email }],
    });
    expect((member as unknown as { sites: object[] }).sites).toHaveLength(2);
    expect((await house.announced()).slice(-5)).toEqual(["member.admitted", "member-site.added", "member-site.added", "member-contact.added", "application.admitted"]);

    const made = await house.makeAccess(token);
    expect(made).toMatchObject({ application: { accessMade: true, state: "ADMITTED" }, problems: [] });
    expect(told((await house.makeAccess(token)).problems)).toEqual(["APPLICATION_STATE token"]);
    const { data } = await house.stranger().run<{ invitationAccept: { email: string; problems: object[] } }>(
      `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) { email problems { code } } }`,
      { input: { token: made.link?.split("#")[1], name: contact.name, password: "lanterns over the harbour" } },
    );
    expect(data?.invitationAccept).toEqual({ email: contact.email, problems: [] });
    const [person] = await house.database.asOwner("select roles, member_id as member from user_account where email = $1", [contact.email]);
    expect(person).toEqual({ roles: ["MEMBER_ADMIN"], member: member?.id });
  });

  test("has the invitation made by the house, even where somebody signed in holds the link", async () => {
    const { token, id, revision } = await house.handedIn({ ...firm(), contact: { ...contact, email: "other@hop.example" } });
    await house.admit(officer, id, { revision, name: inThree });
    const made = await house.makeAccess(token, await house.member());
    expect(await house.database.asOwner("select sent_by, role from invitation where email = 'other@hop.example'")).toEqual([{ sent_by: null, role: "MEMBER_ADMIN" }]);
    expect(made.link).toMatch(/\/app\/invitation#/);
  });

  test("cannot give an address that somebody signs in with to a second person; the step is undone and can be repeated", async () => {
    const taken = await house.user(["MEMBER_EDITOR"], (await house.firm()).id);
    const { token, id, revision } = await house.handedIn({ ...firm(), contact: { ...contact, email: taken.email } });
    await house.admit(officer, id, { revision, name: inThree });
    expect(told((await house.makeAccess(token)).problems)).toEqual(["EMAIL_TAKEN token"]);
    expect((await house.open(token))?.accessMade).toBe(false);
  });

  test("refuses with reasons the applicant reads; the firm may apply again", async () => {
    const { token, id, revision } = await house.handedIn();
    const creditCode = (await house.open(token))?.creditCode;
    expect((await house.refuse(officer, id, { revision, reason: "The firm deals in retail alone." })).application).toMatchObject({ state: "REFUSED" });
    expect((await house.open(token))?.steps.at(-1)).toEqual({ kind: "REFUSED", reason: "The firm deals in retail alone.", officer: null });
    const again = await house.handedIn({ ...firm(), creditCode });
    const { others } = (await one<{ others: { id: string; state: string }[] }>(again.id, "others { id state }")) ?? {};
    expect(others).toEqual([{ id, state: "REFUSED" }]);
    await house.withdraw(again.token);
  });

  test.each([
    ["no reason", "giveBack", { reason: " " }, ["REQUIRED input.reason"]],
    ["no reason", "refuse", { reason: "" }, ["REQUIRED input.reason"]],
    ["a reason without an end", "refuse", { reason: "x".repeat(4_001) }, ["TOO_LONG input.reason"]],
    ["a name missing in one language", "admit", { name: { ...inThree, en: " " } }, ["REQUIRED input.name"]],
    ["an earlier revision", "giveBack", { revision: 1 }, ["CONFLICT input.revision"]],
    ["an earlier revision", "admit", { revision: 1 }, ["CONFLICT input.revision"]],
  ] as const)("is refused %s (%s), and nothing is changed", async (_, kind, wrong, problems) => {
    const { id, token, revision } = await house.handedIn();
    const members = () => house.database.asOwner("select (select count(*) from member) as members, (select size from journal_head) as journal, (select count(*) from application_step) as steps");
    const before = await members();
    const input = kind === "admit" ? { revision, name: inThree } : { revision, reason: "x" };
    expect(told((await house[kind](officer, id, { ...input, ...wrong })).problems)).toEqual(problems);
    expect(await members()).toEqual(before);
    await house.withdraw(token);
  });

  test("finds a firm that was entered meanwhile, and admits none twice", async () => {
    const creditCode = freshCode();
    const { id, revision } = await house.handedIn({ ...firm(), creditCode });
    await house.firm({ creditCode });
    expect(told((await house.admit(officer, id, { revision, name: inThree })).problems)).toEqual(["CREDIT_CODE_TAKEN input.creditCode"]);
    expect(await one(id, "memberOfCode { creditCode }")).toEqual({ memberOfCode: { creditCode } });
  });

  test("has no say where they are the contact themselves", async () => {
    const { id: userId, email } = await house.user(["OFFICER"], null);
    const named = house.as({ ...officer.actor, userId });
    const { id, revision } = await house.handedIn({ ...firm(), contact: { ...contact, email: email.toUpperCase() } });
    expect(told((await house.giveBack(named, id, { revision, reason: "x" })).problems)).toEqual(["OWN_FIRM id"]);
    expect(told((await house.refuse(named, id, { revision, reason: "x" })).problems)).toEqual(["OWN_FIRM id"]);
    expect(told((await house.admit(named, id, { revision, name: inThree })).problems)).toEqual(["OWN_FIRM id"]);
    const may = "isViewerNamed mayReview: viewerMay(act: APPLICATION_REVIEW) mayDecide: viewerMay(act: APPLICATION_DECIDE)";
    expect(await one(id, may, named)).toEqual({ isViewerNamed: true, mayReview: false, mayDecide: false });
    expect(await one(id, may)).toEqual({ isViewerNamed: false, mayReview: true, mayDecide: true });
  });

  test("proves their identity before a decision, though not to give an application back", async () => {
    const stale = await house.officer({ steppedUp: false });
    const { id, revision } = await house.handedIn();
    expect(told((await house.refuse(stale, id, { revision, reason: "x" })).problems)).toEqual(["STEP_UP_REQUIRED applicationRefuse"]);
    expect(told((await house.admit(stale, id, { revision, name: inThree })).problems)).toEqual(["STEP_UP_REQUIRED applicationAdmit"]);
    expect((await house.giveBack(stale, id, { revision, reason: "x" })).problems).toEqual([]);
  });
});

describe("no step is skipped", () => {
  test("by officers: a draft is nobody's but its maker's, and what is returned or has ended is not decided", async () => {
    const draft = await house.drafted();
    expect(await one(draft.id, "id")).toBeNull();
    expect((await officer.run<{ node: null }>("query ($id: ID!) { node(id: $id) { id } }", { id: draft.id })).data).toEqual({ node: null });
    expect(told((await house.admit(officer, draft.id, { revision: draft.revision, name: inThree })).problems)).toEqual(["NOT_FOUND id"]);
    const returned = await house.handedIn();
    await house.giveBack(officer, returned.id, { revision: returned.revision, reason: "x" });
    const refused = await house.handedIn();
    await house.refuse(officer, refused.id, { revision: refused.revision, reason: "x" });
    for (const { id, revision } of [returned, refused]) {
      for (const answer of [
        await house.giveBack(officer, id, { revision: revision + 1, reason: "x" }), await house.refuse(officer, id, { revision: revision + 1, reason: "x" }),
        await house.admit(officer, id, { revision: revision + 1, name: inThree }),
      ]) expect(told(answer.problems)).toEqual(["APPLICATION_STATE id"]);
    }
  });

  test("by two officers at once: one decides, the others find that it changed", async () => {
    const { id, revision } = await house.handedIn({ ...firm(), contact: { ...contact, email: "twice@hop.example" } });
    const others = [await house.officer(), await house.officer(), await house.officer()];
    const answers = await Promise.all([
      house.admit(officer, id, { revision, name: inThree }), ...others.map((each, at) => (at === 0 ? house.refuse(each, id, { revision, reason: "x" }) : house.admit(each, id, { revision, name: inThree }))),
    ]);
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => told(problems))).toEqual(Array.from({ length: 3 }, () => "CONFLICT input.revision"));
    const [count] = await house.database.asOwner("select count(*)::int as steps from application_step where application_id = $1 and kind in ('ADMITTED', 'REFUSED')", [id]);
    expect(count).toEqual({ steps: 1 });
  });

  test("by the applicant while an officer decides: one of them is first", async () => {
    const { id, token, revision } = await house.handedIn();
    const [decided, taken] = await Promise.all([house.refuse(officer, id, { revision, reason: "x" }), house.withdraw(token)]);
    expect([decided.problems.length, taken.problems.length].sort()).toEqual([0, 1]);
  });

  test.each([
    ["a draft is not admitted", "update application set state = 'ADMITTED', lapses_on = null, submitted_at = now(), member_id = (select id from member limit 1) where id = $1", "skips no step"],
    ["it does not become another's", "update application set token_digest = 'x' where id = $1", "stays what it is"],
    ["it is not deleted", "delete from application where id = $1", "never deleted"],
    ["steps are not rewritten", "update application_step set kind = 'ADMITTED' where application_id = $1", "append-only"],
  ])("by the owner of the database: %s", async (_, sql, words) => {
    const { id } = await house.drafted();
    await expect(house.database.asOwner(sql, [id])).rejects.toThrow(words);
  });

  test("by the owner of the database: what was handed in stands as it is, and one firm has one in hand", async () => {
    const { id, token } = await house.handedIn();
    await expect(house.database.asOwner("update application set size_class = 'LARGE' where id = $1", [id])).rejects.toThrow("stands as it is");
    const creditCode = (await house.open(token))?.creditCode;
    const other = await house.drafted({ ...firm(), creditCode });
    await expect(house.database.asOwner("update application set state = 'SUBMITTED', lapses_on = null, submitted_at = now() where id = $1", [other.id])).rejects.toThrow("application_in_hand");
  });
});

describe("the queue", () => {
  test("has what was handed in, the oldest first, by state, with what presses", async () => {
    const fresh = await applicationHouse();
    const keeper = await fresh.officer();
    const old = await fresh.handedIn();
    fresh.travel(1_000);
    const back = await fresh.handedIn();
    await fresh.drafted();
    fresh.travel(8 * DAY);
    const young = await fresh.handedIn();
    await fresh.giveBack(keeper, back.id, { revision: back.revision, reason: "x" });
    const ids = async (state?: string) => {
      const { data } = await keeper.run<{ applications: { totalCount: number; edges: { node: { id: string } }[] } }>(`query ($state: ApplicationState) { applications(first: 10, state: $state) { totalCount edges { node { id } } } }`, { state });
      return [data?.applications.totalCount, data?.applications.edges.map(({ node }) => node.id)];
    };
    expect(await ids()).toEqual([3, [old.id, back.id, young.id]]);
    expect(await ids("SUBMITTED")).toEqual([2, [old.id, young.id]]);
    expect(await ids("RETURNED")).toEqual([1, [back.id]]);
    expect(await ids("DRAFT")).toEqual([0, []]);
    const totals = async () => (await keeper.run<{ applicationTotals: { counts: { state: string; count: number }[]; pressing: number; overdue: number } }>("{ applicationTotals { counts { state count } pressing overdue } }")).data?.applicationTotals;
    expect((await totals())?.counts.filter(({ count }) => count > 0)).toEqual([{ state: "SUBMITTED", count: 2 }, { state: "RETURNED", count: 1 }]);
    expect(await totals()).toMatchObject({ pressing: 0, overdue: 0 });
    fresh.travel(DAY);
    expect(await totals()).toMatchObject({ pressing: 1, overdue: 0 });
    fresh.travel(7 * DAY);
    expect(await totals()).toMatchObject({ pressing: 1, overdue: 1 });
    const { data } = await keeper.run<{ applications: { edges: { cursor: string }[] } }>("{ applications(first: 1) { edges { cursor } } }");
    const { data: next } = await keeper.run<{ applications: { edges: { node: { id: string } }[] } }>("query ($after: String) { applications(first: 1, after: $after) { edges { node { id } } } }", { after: data?.applications.edges[0]?.cursor });
    expect(next?.applications.edges.map(({ node }) => node.id)).toEqual([back.id]);
    await fresh.close();
  });

  test("shows what the portal checked by itself: the code, and names like a member's in any script", async () => {
    const alike = await house.firm({ name: { "zh-Hant": "廣州合穗糧油批發有限公司", "zh-Hans": "广州合穗粮油批发有限公司", en: "Guangzhou Hesui Grain and Oil Wholesale Co., Ltd." } });
    const checks = "isCreditCodeSound memberOfCode { id } membersAlike { id }";
    const { id } = await house.handedIn({ ...firm(), name: { "zh-Hant": "", "zh-Hans": "广州新合穗粮油贸易有限公司", en: "" } });
    expect(await one(id, checks)).toEqual({ isCreditCodeSound: true, memberOfCode: null, membersAlike: [{ id: alike.id }] });
    const other = await house.handedIn({ ...firm(), name: { "zh-Hant": "台北大稻埕茶行", "zh-Hans": "", en: "" } });
    expect(await one(other.id, checks)).toMatchObject({ membersAlike: [] });
  });
});

test("nobody but an officer reads applications, the member's own included, nor a member's origin", async () => {
  const { id, token, revision } = await house.handedIn({ ...firm(), contact: { ...contact, email: "own@hop.example" } });
  await house.admit(officer, id, { revision, name: inThree });
  const memberId = (await one<{ member: { id: string } }>(id, "member { id }"))?.member.id ?? "";
  const own = await house.member({ memberId });
  for (const person of [own, await house.panel(), await house.inspector()]) {
    const { data, errors } = await person.run("query ($id: ID!) { member(id: $id) { id application { id } } }", { id: memberId });
    expect([data, errors]).toEqual([{ member: { id: memberId, application: null } }, []]);
    expect(told((await person.run("query ($id: ID!) { application(id: $id) { id } }", { id })).errors)).toEqual(["FORBIDDEN application"]);
  }
  expect((await house.open(token, own))?.id).toBe(id);
});
