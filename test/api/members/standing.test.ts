import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let officer: Person;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-03-02T02:00:00Z") });
  officer = await world.officer();
});
afterAll(() => world.close());

interface Standing {
  status: string;
  statusSince: string;
  standing: { status: string; from: string; to: string | null }[];
  standingFacts: { kind: string; day: string; through: string | null; reason: string | null }[];
  membership: { through: string; graceThrough: string; renewalOpensOn: string; renewable: boolean; leavesOn: string | null } | null;
}
const fields = "status statusSince standing { status from to } standingFacts { kind day through reason } membership { through graceThrough renewalOpensOn renewable leavesOn }";
const of = async (person: Person, id: string) => (await person.run<{ member: Standing }>(`query ($id: ID!) { member(id: $id) { ${fields} } }`, { id })).data?.member;
const act = async (person: Person, name: string, id: string, input = "") => {
  const { data, errors } = await person.run<Record<string, { member: { id: string } | null; problems: { code: string; path: string }[] }>>(
    `mutation ($id: ID!) { ${name}(id: $id${input}) { member { id } problems { code path } } }`, { id },
  );
  return errors.length > 0 ? errors.map(({ code }) => code) : (data?.[name]?.problems.map(({ code, path }) => `${code} ${path}`) ?? []);
};
const renew = (id: string, person = officer) => act(person, "memberRenew", id);
const leave = (id: string, day: string, person = officer, reason = "Moving abroad") => act(person, "memberLeave", id, `, input: { day: "${day}", reason: "${reason}" }`);
const revoke = (id: string, person = officer) => act(person, "memberLeaveRevoke", id);
const on = (day: string) => world.travelTo(`${day}T02:00:00Z`);
const admittedOn = async (day: string) => {
  on("2026-03-02");
  return (await world.firm({ admittedOn: day })).id;
};

describe("standing", () => {
  test("follows from the day alone, without anybody doing anything", async () => {
    const id = await admittedOn("2025-04-01");
    const seen: string[] = [];
    for (const day of ["2026-03-02", "2026-03-31", "2026-04-01", "2026-05-30", "2026-05-31"]) {
      on(day);
      const { status, statusSince } = (await of(officer, id)) ?? {};
      seen.push(`${day} ${status ?? ""} ${statusSince ?? ""}`);
    }
    expect(seen).toEqual(["2026-03-02 ACTIVE 2025-04-01", "2026-03-31 ACTIVE 2025-04-01", "2026-04-01 GRACE 2026-04-01", "2026-05-30 GRACE 2026-04-01", "2026-05-31 LAPSED 2026-05-31"]);
    const list = await officer.run<{ members: { edges: { node: { id: string } }[] } }>("{ members(first: 100, filter: { statuses: [LAPSED] }) { edges { node { id } } } }");
    expect(list.data?.members.edges.map(({ node }) => node.id)).toContain(id);
  });

  test("of every day can be asked for, past and to come", async () => {
    const id = await admittedOn("2025-04-01");
    const { data } = await officer.run(`query ($id: ID!) { member(id: $id) { a: statusOn(day: "2025-03-31") b: statusOn(day: "2025-04-01") c: statusOn(day: "2026-04-01") d: statusOn(day: "2030-01-01") } }`, { id });
    expect(data).toEqual({ member: { a: null, b: "ACTIVE", c: "GRACE", d: "LAPSED" } });
  });

  test("an officer renews it from the day it opens; the next term follows the last, and days of grace stay what they were", async () => {
    const id = await admittedOn("2025-06-01");
    expect(await renew(id)).toEqual(["RENEWAL_NOT_OPEN id"]);
    expect(await of(officer, id)).toMatchObject({ membership: { through: "2026-05-31", graceThrough: "2026-07-30", renewalOpensOn: "2026-04-01", renewable: false, leavesOn: null } });
    on("2026-06-10");
    expect(await renew(id)).toEqual([]);
    expect(await of(officer, id)).toMatchObject({
      status: "ACTIVE", statusSince: "2026-06-10",
      standing: [
        { status: "ACTIVE", from: "2025-06-01", to: "2026-05-31" }, { status: "GRACE", from: "2026-06-01", to: "2026-06-09" }, { status: "ACTIVE", from: "2026-06-10", to: "2027-05-31" },
        { status: "GRACE", from: "2027-06-01", to: "2027-07-30" }, { status: "LAPSED", from: "2027-07-31", to: null },
      ],
      standingFacts: [{ kind: "RENEWED", day: "2026-06-10", through: "2027-05-31" }, { kind: "ADMITTED", day: "2025-06-01", through: "2026-05-31" }],
      membership: { through: "2027-05-31" },
    });
    expect(await renew(id)).toEqual(["RENEWAL_NOT_OPEN id"]);
  });

  test("a firm that lapsed is not renewed any more", async () => {
    const id = await admittedOn("2025-04-01");
    on("2026-06-15");
    expect(await renew(id)).toEqual(["NOT_A_MEMBER_NOW id"]);
    expect((await of(officer, id))?.membership).toBeNull();
  });

  test("a firm gives notice itself, stays until the day, and can take it back before", async () => {
    const id = await admittedOn("2025-06-01");
    const own = await world.member({ memberId: id });
    expect(await leave(id, "2026-04-01", own)).toEqual([]);
    expect(await of(own, id)).toMatchObject({ status: "ACTIVE", membership: { leavesOn: "2026-04-01", renewable: false }, standingFacts: [{ kind: "WITHDRAWN", day: "2026-04-01", reason: "Moving abroad" }, {}] });
    expect(await leave(id, "2026-05-01", own)).toEqual(["ALREADY_LEAVING id"]);
    expect(await revoke(id, own)).toEqual([]);
    expect(await of(own, id)).toMatchObject({ membership: { leavesOn: null } });
    expect(await revoke(id, own)).toEqual(["NOT_FOUND id"]);
    expect(await leave(id, "2026-04-01", own)).toEqual([]);
    on("2026-04-01");
    expect(await of(officer, id)).toMatchObject({ status: "WITHDRAWN", statusSince: "2026-04-01", membership: null });
    expect(await revoke(id, await world.officer())).toEqual(["NOT_A_MEMBER_NOW id"]);
    expect((await world.announced("member.with")).slice(-3)).toEqual(["member.withdrawn", "member.withdrawal-revoked", "member.withdrawn"]);
  });

  test.each([
    ["a day that is past", "2026-03-01", "x", ["PAST_DAY input.day"]],
    ["a day too far off", "2027-03-04", "x", ["OUT_OF_RANGE input.day"]],
    ["no reason", "2026-04-01", " ", ["REQUIRED input.reason"]],
    ["a reason too long", "2026-04-01", "x".repeat(2_001), ["TOO_LONG input.reason"]],
  ])("refuses to note leaving for %s, and changes nothing", async (_, day, reason, problems) => {
    const id = await admittedOn("2025-06-01");
    const before = await of(officer, id);
    expect(await leave(id, day, officer, reason)).toEqual(problems);
    expect(await of(officer, id)).toEqual(before);
  });

  test("is none of another member's business, and changed by nobody whose it is not", async () => {
    const id = await admittedOn("2025-06-01");
    const rival = await world.member();
    expect(await leave(id, "2026-04-01", rival)).toEqual(["NOT_FOUND id"]);
    expect(await revoke(id, rival)).toEqual(["NOT_FOUND id"]);
    expect(await renew(id, rival)).toEqual(["FORBIDDEN"]);
    expect(await leave(id, "2026-04-01", await world.member({ memberId: id, role: "MEMBER_EDITOR" }))).toEqual(["FORBIDDEN"]);
    expect(await leave(id, "2026-04-01", await world.member({ memberId: id, steppedUp: false }))).toEqual(["STEP_UP_REQUIRED"]);
    expect(await renew("mem_01JD0000000000000000000000")).toEqual(["NOT_FOUND id"]);
  });

  test("fifty renewals at once renew it once", async () => {
    const id = await admittedOn("2025-04-01");
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => renew(id)));
    expect(outcomes.filter((problems) => problems.length === 0)).toHaveLength(1);
    expect((await of(officer, id))?.standingFacts).toHaveLength(2);
  });

  test("the database takes no expulsion without a decision, and changes no fact", async () => {
    const id = await admittedOn("2025-06-01");
    const { asOwner } = world.database;
    const expelled = asOwner("insert into standing_fact (id, member_id, kind, day, recorded_at) values ('stf_x', $1, 'EXPELLED', '2026-03-02', now())", [id]);
    await expect(expelled).rejects.toThrow(/standing_fact_basis/);
    await expect(asOwner("update standing_fact set day = '2020-01-01' where member_id = $1", [id])).rejects.toThrow();
    await expect(asOwner("delete from standing_fact where member_id = $1", [id])).rejects.toThrow();
  });
});
