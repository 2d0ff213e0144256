import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

const wrong = { password: "wrong horse battery staple" };
const person = async () => portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id);

/** So many failures, one after another. */
async function fail(times: number, email: string, address?: string): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time += 1) answers.push(...(await portal.browser(address).signIn(email, wrong)));
  return answers;
}

describe("guessing", () => {
  test("stops after ten failures on one account from one address, for unknown accounts too", async () => {
    const ann = await person();
    for (const email of [ann.email, "nobody-at-all@guild.example"]) {
      const answers = await fail(12, email, email === ann.email ? "198.51.100.1" : "198.51.100.2");
      expect(answers).toEqual([...Array<string>(10).fill("INVALID_CREDENTIALS"), "TOO_MANY_ATTEMPTS", "TOO_MANY_ATTEMPTS"]);
    }
    expect(await portal.browser("198.51.100.1").signIn(ann.email)).toEqual(["TOO_MANY_ATTEMPTS"]);
    expect(await portal.browser("198.51.100.9").signIn(ann.email)).toEqual([]);
  });

  test("is counted before it is judged: thirty at once are thirty", async () => {
    const ann = await person();
    const answers = await Promise.all(Array.from({ length: 30 }, () => portal.browser("198.51.100.3").signIn(ann.email, wrong)));
    expect(answers.flat().filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(10);
  });

  test("in aliases of one request gains nothing", async () => {
    const ann = await person();
    const tries = Array.from({ length: 15 }, (_, index) => `t${index}: signIn(input: { email: "${ann.email}", password: "wrong horse ${index} staple" }) { problems { code } }`);
    await portal.browser("198.51.100.4").ask(`mutation { ${tries.join(" ")} }`);
    expect((await fail(11, ann.email, "198.51.100.4")).at(-1)).toBe("TOO_MANY_ATTEMPTS");
    const [judged] = await portal.database.asOwner<{ count: number }>("select count(*)::int as count from sign_in_attempt where account_digest = $1", [portal.services.secrets.nameOf(ann.email)]);
    expect(judged?.count).toBe(10);
  });

  test("from everywhere leaves one entry in the journal for each door it closes, and none for what closes nothing", async () => {
    const ann = await person();
    const entries = async () => (await portal.database.asOwner<{ record: string }>("select record from journal_entry where act = 'user.sign-in-failed' order by seq")).map(({ record }) => record);
    const before = await entries();
    const [known, unknown] = [ann.email, "nobody-here@guild.example"];
    await Promise.all([1, 2, 3, 4].flatMap((network) => [known, unknown].map((email) => fail(1, email, `2001:db8:7:${network}::1`))));
    expect(await entries()).toEqual(before);
    await Promise.all([fail(11, known, "2001:db8:8:1::1"), fail(11, unknown, "2001:db8:8:2::1")]);
    expect((await entries()).slice(before.length).sort()).toEqual(["unknown", ann.id].sort());
    const told = await portal.database.asOwner<{ failures: number }>("select (payload->>'failures')::int as failures from outbox where event = 'user.sign-in-failed' order by id desc limit 2");
    expect(told).toEqual([{ failures: 10 }, { failures: 10 }]);
  }, 60_000);

  test("stops from one address that tries many accounts", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, person));
    for (const { email } of people.slice(0, 5)) await fail(10, email, "198.51.100.5");
    expect(await fail(1, people[5]?.email ?? "", "198.51.100.5")).toEqual(["TOO_MANY_ATTEMPTS"]);
  });

  test("begins anew with a success, and after a quarter of an hour", async () => {
    const ann = await person();
    await fail(9, ann.email, "198.51.100.6");
    expect(await portal.browser("198.51.100.6").signIn(ann.email)).toEqual([]);
    await fail(10, ann.email, "198.51.100.6");
    expect(await portal.browser("198.51.100.6").signIn(ann.email)).toEqual(["TOO_MANY_ATTEMPTS"]);
    await portal.database.asOwner("update sign_in_attempt set at = at - interval '16 minutes'");
    expect(await portal.browser("198.51.100.6").signIn(ann.email)).toEqual([]);
  });

  test("of codes behind a right password is held to the same count", async () => {
    const officer = await portal.resident(["OFFICER"]);
    const answers: string[] = [];
    for (let time = 0; time < 11; time += 1) answers.push(...(await portal.browser("198.51.100.7").signIn(officer.email, { code: "000000" })));
    expect(answers.at(-1)).toBe("TOO_MANY_ATTEMPTS");
  });

  test("of the password behind a stolen session is held to the same count", async () => {
    const [ann, browser] = [await person(), portal.browser()];
    await browser.signIn(ann.email);
    const answers: string[] = [];
    for (let time = 0; time < 11; time += 1) answers.push(...(await browser.stepUp(wrong)));
    expect(answers.at(-1)).toBe("TOO_MANY_ATTEMPTS");
  });
});

describe("an officer", () => {
  test("is not locked out by strangers, however many and from wherever", async () => {
    const officer = await portal.resident(["OFFICER"]);
    const [home, laptop] = [portal.browser("192.0.2.10"), portal.browser("192.0.2.10")];
    await home.signIn(officer.email, { code: await officer.code() });
    await officer.later();
    await laptop.signIn(officer.email, { code: await officer.code() });
    for (let stranger = 0; stranger < 105; stranger += 1) await fail(1, officer.email, `198.18.${stranger}.1`);
    expect(await fail(1, officer.email, "198.18.200.1")).toEqual(["TOO_MANY_ATTEMPTS"]);

    await officer.later();
    expect(await portal.browser("192.0.2.10").signIn(officer.email, { code: await officer.code() })).toEqual([]);
    await officer.later();
    const elsewhere = portal.browser("198.18.200.1");
    elsewhere.cookies = { "__Host-guildhall_device": laptop.cookies["__Host-guildhall_device"] ?? "" };
    expect(await elsewhere.signIn(officer.email, { code: await officer.code() })).toEqual([]);
  }, 60_000);

  test("gets in from a known device even when somebody at the same address failed too often", async () => {
    const [officer, browser] = [await portal.resident(["OFFICER"]), portal.browser("192.0.2.20")];
    await browser.signIn(officer.email, { code: await officer.code() });
    expect((await fail(11, officer.email, "192.0.2.20")).at(-1)).toBe("TOO_MANY_ATTEMPTS");
    await officer.later();
    expect(await browser.signIn(officer.email, { code: await officer.code() })).toEqual([]);
  });
});

test("an unknown address takes as long to be refused as a wrong password", async () => {
  const ann = await person();
  const took = { known: [] as number[], unknown: [] as number[] };
  const time = async (email: string, into: number[]) => {
    const begin = performance.now();
    await portal.browser().signIn(email, wrong);
    into.push(performance.now() - begin);
  };
  await time("warm@guild.example", []);
  for (let round = 0; round < 60; round += 1) {
    const pair = [() => time(ann.email, took.known), () => time(`nobody${round}@guild.example`, took.unknown)];
    for (const act of round % 2 === 0 ? pair : pair.reverse()) await act();
    await portal.database.asOwner("delete from sign_in_attempt");
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const ratio = median(took.known) / median(took.unknown);
  expect(ratio).toBeGreaterThan(0.8);
  expect(ratio).toBeLessThan(1.25);
}, 60_000);
