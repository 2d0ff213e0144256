import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standAs } from "../../support/standing.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let own: Person;
let id: string;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-03-02T02:00:00Z") });
  own = await world.member();
  id = own.actor.memberId ?? "";
});
afterAll(() => world.close());

interface Site { id: string; revision: number; name: string; use: string; address: string; openedOn: string; closedOn: string | null; region: { code: string } }
interface Contact { id: string; revision: number; duty: string; name: string; phone: string; email: string }
const fields = "member { id sites { id revision name use address openedOn closedOn region { code } } contacts { id revision duty name phone email } } problems { code path }";
interface Payload { member: { sites: Site[]; contacts: Contact[] } | null; problems: { code: string; path: string }[] }

const act = async (person: Person, name: string, parameters: string, args: string, variables: Record<string, unknown>): Promise<Payload> => {
  const { data, errors } = await person.run<Record<string, Payload>>(`mutation (${parameters}) { ${name}(${args}) { ${fields} } }`, variables);
  return data?.[name] ?? { member: null, problems: errors };
};
const depot = { name: "Depot", use: "WAREHOUSE", region: "440000", address: "1 Harbour Road", openedOn: "2024-05-01" };
const chan = { duty: "COMPLAINTS", name: "Chan Tai-man", phone: "+852 2345 6789", email: "" };
const addSite = (input: object = depot, person = own, memberId = id) => act(person, "memberSiteAdd", "$memberId: ID!, $input: MemberSiteAddInput!", "memberId: $memberId, input: $input", { memberId, input });
const changeSite = (siteId: string, revision: number, input: object, person = own) =>
  act(person, "memberSiteChange", "$id: ID!, $input: MemberSiteChangeInput!", "id: $id, input: $input", { id: siteId, input: { revision, ...input } });
const closeSite = (siteId: string, revision: number, closedOn: string, person = own) =>
  act(person, "memberSiteClose", "$id: ID!, $input: MemberSiteCloseInput!", "id: $id, input: $input", { id: siteId, input: { revision, closedOn } });
const addContact = (input: object = chan, person = own, memberId = id) => act(person, "memberContactAdd", "$memberId: ID!, $input: MemberContactAddInput!", "memberId: $memberId, input: $input", { memberId, input });
const changeContact = (contactId: string, revision: number, input: object, person = own) =>
  act(person, "memberContactChange", "$id: ID!, $input: MemberContactChangeInput!", "id: $id, input: $input", { id: contactId, input: { revision, ...input } });
const removeContact = (contactId: string, person = own) => act(person, "memberContactRemove", "$id: ID!", "id: $id", { id: contactId });
const stored = () => world.database.asOwner("select (select count(*) from member_site) as sites, (select count(*) from member_contact) as contacts, (select sum(revision) from member_site) as revisions");

describe("sites", () => {
  test("are added, changed and closed by the firm's own people, editors too, and stay on record", async () => {
    const editor = await world.member({ memberId: id, role: "MEMBER_EDITOR" });
    const site = (await addSite(undefined, editor)).member?.sites[0];
    expect(site).toMatchObject({ name: "Depot", use: "WAREHOUSE", revision: 1, closedOn: null, region: { code: "440000" } });
    const changed = await changeSite(site?.id ?? "", 1, { ...depot, name: "  Cold depot ", use: "COLD_STORE" });
    expect(changed.member?.sites).toMatchObject([{ name: "Cold depot", use: "COLD_STORE", revision: 2 }]);
    const closed = await closeSite(site?.id ?? "", 2, "2026-03-01");
    expect(closed.member?.sites).toMatchObject([{ closedOn: "2026-03-01", revision: 3 }]);
    expect(await world.announced("member-site")).toEqual(["member-site.added", "member-site.changed", "member-site.closed"]);
  });

  test.each([
    ["no name", { name: " " }, ["REQUIRED input.name"]],
    ["too long an address", { address: "x".repeat(301) }, ["TOO_LONG input.address"]],
    ["a region that is none", { region: "999999" }, ["INVALID input.region"]],
    ["a day to come", { openedOn: "2026-03-03" }, ["OUT_OF_RANGE input.openedOn"]],
    ["several faults at once", { name: "", address: "" }, ["REQUIRED input.name", "REQUIRED input.address"]],
  ])("are refused with %s, and nothing is changed", async (_, wrong, problems) => {
    const before = await stored();
    expect((await addSite({ ...depot, ...wrong })).problems.map(({ code, path }) => `${code} ${path}`)).toEqual(problems);
    expect(await stored()).toEqual(before);
  });

  test("a change made from an older revision is a conflict and overwrites nothing", async () => {
    const site = (await addSite({ ...depot, name: "Stall" })).member?.sites.find(({ name }) => name === "Stall");
    expect((await changeSite(site?.id ?? "", 1, { ...depot, name: "Stall 7" })).problems).toEqual([]);
    expect((await changeSite(site?.id ?? "", 1, { ...depot, name: "Stall 8" })).problems).toEqual([{ code: "CONFLICT", path: "input.revision" }]);
    expect((await closeSite(site?.id ?? "", 1, "2026-03-01")).problems).toEqual([{ code: "CONFLICT", path: "input.revision" }]);
    expect((await closeSite(site?.id ?? "", 2, "2024-04-30")).problems).toEqual([{ code: "OUT_OF_RANGE", path: "input.closedOn" }]);
  });

  test("of another firm do not exist, and nobody else may keep them", async () => {
    const rival = await world.member();
    const site = (await addSite({ ...depot, name: "Secret" })).member?.sites.find(({ name }) => name === "Secret");
    for (const answer of [await changeSite(site?.id ?? "", 1, depot, rival), await closeSite(site?.id ?? "", 1, "2026-03-01", rival), await changeSite("sit_01JD0000000000000000000000", 1, depot, rival)]) {
      expect(answer).toEqual({ member: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
    }
    expect((await addSite(depot, rival)).problems).toEqual([{ code: "NOT_FOUND", path: "memberId" }]);
    expect((await addSite(depot, await world.panel())).problems).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await addSite(depot, await world.officer())).problems).toEqual([]);
  });
});

describe("contacts", () => {
  test("are named, changed and forgotten; only digests stay in the journal", async () => {
    const contact = (await addContact()).member?.contacts[0];
    expect(contact).toMatchObject({ duty: "COMPLAINTS", name: "Chan Tai-man", phone: "+852 2345 6789", email: "" });
    expect((await changeContact(contact?.id ?? "", 1, { ...chan, email: "chan@firm.example" })).member?.contacts).toMatchObject([{ email: "chan@firm.example", revision: 2 }]);
    expect((await changeContact(contact?.id ?? "", 1, chan)).problems).toEqual([{ code: "CONFLICT", path: "input.revision" }]);
    expect((await removeContact(contact?.id ?? "")).member?.contacts).toEqual([]);
    const [traces] = await world.database.asOwner<{ found: number }>("select count(*)::int as found from journal_entry e, outbox o where e::text || o::text like '%Tai-man%'");
    expect(traces?.found).toBe(0);
  });

  test.each([
    ["no name", { name: "" }, ["REQUIRED input.name"]],
    ["no way to reach them", { phone: "", email: " " }, ["REQUIRED input.phone"]],
    ["a telephone that is none", { phone: "call me" }, ["INVALID input.phone"]],
    ["an address that is none", { email: "chan" }, ["INVALID input.email"]],
  ])("are refused with %s, and nothing is changed", async (_, wrong, problems) => {
    const before = await stored();
    expect((await addContact({ ...chan, ...wrong })).problems.map(({ code, path }) => `${code} ${path}`)).toEqual(problems);
    expect(await stored()).toEqual(before);
  });

  test("of another firm do not exist", async () => {
    const rival = await world.member();
    const contact = (await addContact()).member?.contacts[0];
    expect((await removeContact(contact?.id ?? "", rival)).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    expect((await changeContact(contact?.id ?? "", 1, chan, rival)).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    const { data } = await rival.run("query ($id: ID!) { member(id: $id) { contacts { name } } }", { id });
    expect(data).toEqual({ member: null });
  });
});

test("a firm learns how many it is compared with, once they are five that stand, and nothing of them", async () => {
  const firm = { sizeClass: "LARGE" as const, productLines: ["HARDWARE" as const] };
  const first = await world.member({ firm });
  const ask = async () => (await first.run<{ member: { peerGroups: object[] } }>("query ($id: ID!) { member(id: $id) { peerGroups { productLine members } } }", { id: first.actor.memberId })).data?.member.peerGroups;
  const others = [await world.firm(firm), await world.firm(firm), await world.firm(firm), await world.firm(firm)];
  expect(await ask()).toEqual([{ productLine: "HARDWARE", members: 5 }]);
  await standAs(world.database, "WITHDRAWN", others[0]?.id);
  expect(await ask()).toEqual([{ productLine: "HARDWARE", members: null }]);
});
