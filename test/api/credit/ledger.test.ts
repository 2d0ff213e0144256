import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { done } from "../../../server/platform/outcome.ts";
import { creditHouse, type CreditHouse, entriesOf, memberIdOf } from "./credit-house.ts";

let house: CreditHouse;
beforeAll(async () => (house = await creditHouse()));
afterAll(() => house.close());

const kindsOf = async () => (await entriesOf(house, house.firm)).map(({ kind }) => kind);

describe("the credit ledger", () => {
  test("has an entry from every source the portal has", async () => {
    const kinds = await kindsOf();
    expect(new Set(kinds)).toEqual(new Set(["ASSESSMENT_CONFIRMED", "AUDITED", "FINDING", "PLEDGE_UNSIGNED", "PLEDGE_SIGNED", "FINDING_CLOSED"]));
    expect(kinds.filter((kind) => kind === "AUDITED")).toHaveLength(3);
  });

  test("cites the clause of each finding and the version of the norm it stands in", async () => {
    const [unsigned] = (await entriesOf(house, house.firm)).filter(({ kind }) => kind === "PLEDGE_UNSIGNED");
    const [version] = await house.asOwner<{ id: string }>("select v.id from norm_version v join norm_article a on a.version_id = v.id where a.code = 'N2.7' order by v.number desc limit 1");
    expect(unsigned).toMatchObject({ clause: "N2.7", version: version?.id, severity: "CRITICAL", area: "PLEDGE_AND_NORMS", matter: "PLEDGE_SIGNED " });
  });

  test("settles what the next audit did not find any more, once, and no matter that was found again", async () => {
    const entries = await entriesOf(house, house.firm);
    const closed = entries.filter(({ kind }) => kind === "FINDING_CLOSED");
    expect(closed.map(({ matter }) => matter)).toEqual(["PLEDGE_SIGNED "]);
    const found = entries.filter(({ matter, kind }) => matter === "PLEDGE_SIGNED " && kind !== "FINDING_CLOSED");
    expect(found).toHaveLength(2);
    expect(closed[0]?.record).toBe(found[1]?.record);
  });

  test("has each entry once, however often and from wherever it is told", async () => {
    const before = await entriesOf(house, house.firm);
    const { ledger } = house.services;
    const [signature] = before.filter(({ source }) => source === "PLEDGE_SIGNATURE");
    for (let time = 0; time < 2; time += 1) {
      await house.world.change(async (tx) => done(await ledger.enterMembers(tx, [memberIdOf(house.firm)])));
      await house.world.change((tx) => ledger.enterOf(tx, { source: "PLEDGE_SIGNATURE", record: signature?.record ?? "" }));
      await house.world.change((tx) => ledger.enterNext(tx, ""));
    }
    expect(await entriesOf(house, house.firm)).toEqual(before);
  });

  test("has each entry once when two enter it at the same moment", async () => {
    const person = await house.member();
    house.travelTo("2026-11-28T03:00:00Z");
    await house.asOwner("insert into pledge_signature select (jsonb_populate_record(s, jsonb_build_object('id', 'pls_twice', 'number', 'twice', 'member_id', $1::text))).* from pledge_signature s limit 1", [memberIdOf(person)]);
    const enter = () => house.world.change((tx) => house.services.ledger.enterOf(tx, { source: "PLEDGE_SIGNATURE", record: "pls_twice" }));
    expect((await Promise.all([enter(), enter(), enter()])).sort()).toEqual([0, 0, 1]);
    expect(await entriesOf(house, person)).toHaveLength(1);
  });

  test("announces what came in, and nothing when nothing came", async () => {
    const told = async () => (await house.world.announced("credit.entered")).length;
    const before = await told();
    await house.world.change((tx) => house.services.ledger.enterNext(tx, ""));
    expect(await told()).toBe(before);
  });

  test("does not take a source or a kind that is not in its lists", async () => {
    await expect(house.world.change((tx) => house.services.ledger.enterOf(tx, { source: "GOSSIP", record: "x" }))).rejects.toThrow("no source GOSSIP");
  });
});

describe("the database", () => {
  const asApp = (sql: string) => house.world.contextOf(system).inTransaction(async (tx) => done(await tx.rows(sql)));

  test.each(["update credit_entry set severity = 'MINOR'", "delete from credit_entry", "truncate credit_entry"])("refuses the application: %s", async (sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied|append-only/);
  });

  test.each(["update credit_entry set severity = 'MINOR'", "delete from credit_entry", "truncate credit_entry cascade"])("refuses its owner too: %s", async (sql) => {
    await expect(house.asOwner(sql)).rejects.toThrow("append-only");
  });

  const copy = (changes: Record<string, unknown>) => {
    const columns = "id, member_id, source, source_record, kind, area, proof, occurred_at, decided_at, evidence, facts, supersedes, voided, reason, entered_at";
    return house.asOwner(
      `insert into credit_entry (${columns}) select ${columns} from jsonb_populate_record((select e from credit_entry e where kind = 'AUDITED' order by place limit 1), $1)`,
      [JSON.stringify(changes)],
    );
  };

  test("refuses an entry that comes late and does not say so", async () => {
    await house.asOwner("update credit_ledger set opened_at = '2020-01-01'");
    const late = { id: "cre_late", source_record: "late", occurred_at: "2026-10-01T00:00:00Z", decided_at: "2026-10-01T00:00:00Z", entered_at: "2026-11-02T03:00:01Z" };
    await expect(copy(late)).rejects.toThrow("comes late says why");
    await copy({ ...late, reason: "LATE" });
    await copy({ ...late, id: "cre_soon", source_record: "soon", decided_at: "2026-10-20T00:00:00Z" });
  });

  test("refuses an entry from the future, a second one of the same, and a correction of another matter or without a reason", async () => {
    await expect(copy({ id: "cre_1", source_record: "x", decided_at: "2027-01-01T00:00:00Z" })).rejects.toThrow("credit_entry_order");
    await expect(copy({ id: "cre_2" })).rejects.toThrow("credit_entry_once");
    const [first] = await house.asOwner<{ id: string }>("select id from credit_entry where kind = 'AUDITED' order by place limit 1");
    await expect(copy({ id: "cre_3", supersedes: first?.id, reason: " " })).rejects.toThrow("credit_entry_stated");
    await expect(copy({ id: "cre_4", supersedes: first?.id, reason: "why", kind: "FINDING" })).rejects.toThrow("same member, source and kind");
  });
});

describe("what comes late", () => {
  test("is entered from its source, and says so", async () => {
    await house.asOwner("update credit_ledger set opened_at = '2020-01-01'");
    const person = await house.member();
    await house.asOwner("insert into pledge_signature select (jsonb_populate_record(s, jsonb_build_object('id', 'pls_late', 'number', 'late', 'member_id', $1::text, 'signed_at', '2026-03-01T00:00:00Z'))).* from pledge_signature s limit 1", [memberIdOf(person)]);
    await house.world.change((tx) => house.services.ledger.enterOf(tx, { source: "PLEDGE_SIGNATURE", record: "pls_late" }));
    const { data } = await person.ask("query ($id: ID!) { creditEntries(first: 5, memberId: $id) { edges { node { late reason kind { code } } } totalCount } }", { id: memberIdOf(person) });
    expect(data.creditEntries).toEqual({ edges: [{ node: { late: true, reason: null, kind: { code: "PLEDGE_SIGNED" } } }], totalCount: 1 });
  });
});
