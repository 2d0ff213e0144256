import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementsDuring } from "../../support/statements.ts";
import { type Browser, openPortal, type Portal } from "../identity/portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

const page = "query Firm($id: ID!) { member(id: $id) { id number pledgeState region { code } } }";

async function officer() {
  const [person, browser] = [await portal.resident(["OFFICER"]), portal.browser()];
  await browser.signIn(person.email, { code: await person.code() });
  return { person, browser };
}

async function firmPerson() {
  const firm = await portal.firm();
  const [person, browser] = [await portal.resident(["MEMBER_ADMIN"], firm.id), portal.browser()];
  await browser.signIn(person.email);
  return { firm, person, browser };
}

interface Asked {
  statements: string[];
  reply: Awaited<ReturnType<Browser["ask"]>>;
}

async function asked(browser: Browser, variables: object, query = page): Promise<Asked> {
  let reply: Asked["reply"] | null = null;
  const statements = await statementsDuring(async () => void (reply = await browser.ask(query, { ...variables })));
  if (!reply) throw new Error("No answer.");
  return { statements, reply };
}

/** Whether the answer was read in the trip in which it was found out who asks. */
const inOneTrip = ({ statements }: Asked) => statements.length <= 5 && statements.some((text) => text.startsWith(`select '{"data":{`));

describe("a document that comes again", () => {
  test("is answered by one statement, in one trip, as before", async () => {
    const [{ browser }, firm] = [await officer(), await portal.firm()];
    const first = await asked(browser, { id: firm.id });
    const again = await asked(browser, { id: firm.id });
    expect([inOneTrip(first), inOneTrip(again)]).toEqual([false, true]);
    expect(again.statements).toHaveLength(4);
    expect(again.reply).toEqual(first.reply);
    expect(again.reply.data).toEqual({ member: { id: firm.id, number: firm.number, pledgeState: "UNSIGNED", region: { code: "440000" } } });
  });

  test("shows what was changed a moment ago", async () => {
    const [{ browser }, firm] = [await officer(), await portal.firm()];
    await asked(browser, { id: firm.id });
    await portal.database.asOwner("update member set region = '810000' where id = $1", [firm.id]);
    const again = await asked(browser, { id: firm.id });
    expect([inOneTrip(again), again.reply.data]).toMatchObject([true, { member: { region: { code: "810000" } } }]);
  });

  test("tells a member of no other firm, whoever asked before", async () => {
    const [{ browser: house }, own, other] = [await officer(), await firmPerson(), await portal.firm()];
    await asked(house, { id: other.id });
    await asked(own.browser, { id: own.firm.id });
    const [mine, theirs] = [await asked(own.browser, { id: own.firm.id }), await asked(own.browser, { id: other.id })];
    expect([inOneTrip(mine), mine.reply.data]).toMatchObject([true, { member: { id: own.firm.id } }]);
    expect([inOneTrip(theirs), theirs.reply.data, theirs.reply.codes]).toEqual([true, { member: null }, []]);
  });

  test("is refused to strangers, and to somebody signed out, as it ever was", async () => {
    const { browser, firm } = await firmPerson();
    await asked(browser, { id: firm.id });
    await asked(browser, { id: firm.id });
    const cookies = { ...browser.cookies };
    await browser.ask("mutation { signOut { problems { code } } }");
    const left = portal.browser();
    left.cookies = cookies;
    for (const outsider of [left, portal.browser(), left]) {
      const { reply } = await asked(outsider, { id: firm.id });
      expect([reply.data, reply.codes]).toEqual([{ member: null }, ["UNAUTHENTICATED"]]);
    }
  });

  test("is read for whoever a session belongs to now: roles and firm count at once", async () => {
    const [{ browser, person }, firm] = [await officer(), await portal.firm()];
    await asked(browser, { id: firm.id });
    expect(inOneTrip(await asked(browser, { id: firm.id }))).toBe(true);
    await portal.database.asOwner("update user_account set roles = '{OPERATOR}' where id = $1", [person.id]);
    const denied = await asked(browser, { id: firm.id });
    expect([denied.reply.data, denied.reply.codes]).toEqual([{ member: null }, ["FORBIDDEN"]]);
    const home = await portal.firm();
    await portal.database.asOwner("update user_account set roles = '{MEMBER_ADMIN}', member_id = $2 where id = $1", [person.id, home.id]);
    for (let time = 0; time < 2; time += 1) expect((await asked(browser, { id: firm.id })).reply.data).toEqual({ member: null });
    const own = await asked(browser, { id: home.id });
    expect([inOneTrip(own), own.reply.data]).toMatchObject([true, { member: { id: home.id } }]);
  });

  test("writes down a sign of life once a minute, as any request does", async () => {
    const { browser, firm, person } = await firmPerson();
    await asked(browser, { id: firm.id });
    await portal.database.asOwner("update session set last_seen_at = now() - interval '2 minutes' where user_id = $1", [person.id]);
    const { statements, reply } = await asked(browser, { id: firm.id });
    expect([statements.filter((text) => text.startsWith("update session")).length, reply.data]).toMatchObject([1, { member: { id: firm.id } }]);
    const [seen] = await portal.database.asOwner<{ fresh: boolean }>("select last_seen_at > now() - interval '1 minute' as fresh from session where user_id = $1", [person.id]);
    expect([seen, inOneTrip(await asked(browser, { id: firm.id }))]).toEqual([{ fresh: true }, true]);
  });
});

describe("the ordinary way is taken", () => {
  test("by variables that do not fit, with the same words", async () => {
    const { browser } = await officer();
    const wrong = async () => (await asked(browser, { id: { no: "id" } })).reply;
    const first = await wrong();
    await asked(browser, { id: "mem_1" });
    expect([first.codes, await wrong()]).toEqual([["BAD_USER_INPUT"], first]);
  });

  test("by what strangers ask, until somebody signed in has asked the same", async () => {
    const query = "query Regions { regions { code } }";
    const [stranger, { browser }] = [portal.browser(), await officer()];
    await asked(stranger, {}, query);
    expect(inOneTrip(await asked(stranger, {}, query))).toBe(false);
    await asked(browser, {}, query);
    const open = await asked(stranger, {}, query);
    expect([inOneTrip(open), open.statements.length]).toEqual([true, 3]);
    expect((open.reply.data as { regions: object[] }).regions).toHaveLength(34);
  });

  test("where a statement fails, and the answer is whole", async () => {
    const [{ browser }, firm] = [await officer(), await portal.firm()];
    const query = "query Failing($id: ID!) { member(id: $id) { id certificates { id } } }";
    await asked(browser, { id: firm.id }, query);
    await portal.database.asOwner("alter table certificate rename column ordered_at to ordered_once");
    const failed = await asked(browser, { id: firm.id }, "query ($id: ID!) { member(id: $id) { id } }");
    const { reply } = await asked(browser, { id: firm.id }, query);
    await portal.database.asOwner("alter table certificate rename column ordered_once to ordered_at");
    expect([failed.reply.data, reply.codes]).toEqual([{ member: { id: firm.id } }, ["INTERNAL_SERVER_ERROR"]]);
    expect((await asked(browser, { id: firm.id }, query)).reply.data).toEqual({ member: { id: firm.id, certificates: [] } });
  });
});
