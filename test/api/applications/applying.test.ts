import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApplicationHouse, applicationHouse, contact, firm, freshCode, inThree, site } from "./applicants.ts";

let house: ApplicationHouse;
beforeAll(async () => (house = await applicationHouse()));
afterAll(() => house.close());

const told = (problems: { code: string; path: string }[]) => problems.map(({ code, path }) => `${code} ${path}`);

describe("a stranger", () => {
  test("begins with a name, goes on by a secret link, and hands in when nothing is missing", async () => {
    const begun = await house.begin({ name: { ...inThree, "zh-Hans": "", en: "" }, language: "ZH_HANS" });
    expect(begun.problems).toEqual([]);
    expect(begun.link).toMatch(/^https:\/\/guild\.example\/app\/application#[\w-]{43}$/);
    expect(begun.application).toMatchObject({ state: "DRAFT", lapsesOn: "2026-04-01", missing: ["CREDIT_CODE", "REGION", "SIZE_CLASS", "PRODUCT_LINES", "SITES", "CONTACT", "BUSINESS_LICENCE"] });
    const token = begun.link?.split("#")[1] ?? "";

    const { name: _, ...rest } = firm();
    const saved = await house.save({ token, revision: 1, ...rest });
    expect(saved).toMatchObject({ application: { revision: 2, missing: ["BUSINESS_LICENCE"], region: { code: "440000" }, sites: [{ name: site.name, region: { code: site.region } }], contact: { email: contact.email } }, problems: [] });
    expect(told((await house.submit(house.declared(token, 2))).problems)).toEqual(["LICENCE_MISSING input.evidence"]);
    expect((await house.addEvidence(token)).ok).toBe(true);
    expect(await house.open(token)).toMatchObject({ missing: [], evidence: [{ name: "licence.txt", kind: "BUSINESS_LICENCE" }] });

    const submitted = await house.submit(house.declared(token, 2));
    expect(submitted).toMatchObject({ application: { state: "SUBMITTED", lapsesOn: null, clock: { state: "RUNNING", due: "2026-03-16", left: 10, pausedSince: null, isPressing: false } }, problems: [] });
    expect((await house.open(token))?.steps.map(({ kind }) => kind)).toEqual(["BEGUN", "SUBMITTED"]);
    expect((await house.announced("application")).slice(-2)).toEqual(["application.begun", "application.submitted"]);
  });

  test("keeps a draft longer by going on with it; nothing of it is told, and its secret is kept as a digest alone", async () => {
    const { token, id, revision } = await house.drafted();
    const before = await house.announced();
    house.travel(3 * 86_400_000);
    expect((await house.save({ token, revision, creditCode: null })).application).toMatchObject({ creditCode: "", missing: ["CREDIT_CODE"], lapsesOn: "2026-04-04" });
    expect(await house.announced()).toEqual(before);
    house.travel(-3 * 86_400_000);
    const [row] = await house.database.asOwner<{ text: string }>("select row_to_json(a)::text as text from application a where id = $1", [id]);
    expect(row?.text).not.toContain(token);
  });

  test("leaves no name, number or address of a person in the journal or among the facts", async () => {
    await house.handedIn();
    const [traces] = await house.database.asOwner<{ found: number }>("select count(*)::int as found from journal_entry e, outbox o where e::text || o::text ~ 'Mei-ling|2345 6789|hop.example'");
    expect(traces?.found).toBe(0);
  });

  test.each([
    ["a name in no language", "begin", { name: { "zh-Hant": " ", "zh-Hans": "", en: "" } }, ["REQUIRED input.name"]],
    ["too long a name", "begin", { name: { "zh-Hant": "", "zh-Hans": "", en: "x".repeat(201) } }, ["TOO_LONG input.name"]],
    ["a wrong check character", "save", { creditCode: "91350100M000100Y44" }, ["CREDIT_CODE_WRONG input.creditCode"]],
    ["a region that is none", "save", { region: "990000" }, ["INVALID input.region"]],
    ["a site without an address and a day to come", "save", { sites: [{ ...site, address: " ", openedOn: "2026-03-03" }] }, ["REQUIRED input.sites.0.address", "OUT_OF_RANGE input.sites.0.openedOn"]],
    ["more sites than any firm has", "save", { sites: Array.from({ length: 51 }, () => site) }, ["TOO_MANY input.sites"]],
    ["a contact without an address to write to", "save", { contact: { ...contact, email: "" } }, ["REQUIRED input.contact.email"]],
    ["an address that is none", "save", { contact: { ...contact, email: "mei" } }, ["INVALID input.contact.email"]],
    ["no declarant", "submit", { declarantName: " " }, ["REQUIRED input.declarantName"]],
    ["a declarant without an end", "submit", { declarantName: "x".repeat(121) }, ["TOO_LONG input.declarantName"]],
    ["no consent", "submit", { consent: false }, ["NO_CONSENT input.consent"]],
    ["another text", "submit", { textDigest: "x" }, ["TEXT_CHANGED input.textDigest"]],
  ] as const)("is refused %s, and nothing is changed", async (_, kind, wrong, problems) => {
    const { token, revision } = await house.drafted();
    const input = { begin: { name: inThree, language: "EN" }, save: { token, revision }, submit: house.declared(token, revision) }[kind];
    const before = await house.open(token);
    expect(told((await house[kind]({ ...input, ...wrong })).problems)).toEqual(problems);
    expect(await house.open(token)).toEqual(before);
  });

  test("names everything that is missing at once", async () => {
    const begun = await house.begin({ name: inThree, language: "EN" });
    const token = begun.link?.split("#")[1] ?? "";
    expect(told((await house.submit(house.declared(token, 1))).problems)).toEqual([
      "REQUIRED input.creditCode", "REQUIRED input.region", "REQUIRED input.sizeClass", "REQUIRED input.productLines", "REQUIRED input.sites", "REQUIRED input.contact", "LICENCE_MISSING input.evidence",
    ]);
  });

  test("works on what was last saved, or is in conflict", async () => {
    const { token, revision } = await house.drafted();
    await house.save({ token, revision, sizeClass: "MICRO" });
    for (const stale of [await house.save({ token, revision, sizeClass: "LARGE" }), await house.submit(house.declared(token, revision))])
      expect(told(stale.problems)).toEqual(["CONFLICT input.revision"]);
  });

  test("with a wrong secret finds nothing, whatever there is", async () => {
    const { token, revision } = await house.drafted();
    const wrong = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const none of [wrong, ""]) {
      expect(await house.open(none)).toBeNull();
      expect(told((await house.save({ token: none, revision, sizeClass: "MICRO" })).problems)).toEqual(["NOT_FOUND input.token"]);
      expect(told((await house.submit(house.declared(none, revision))).problems)).toEqual(["NOT_FOUND input.token"]);
      expect(told((await house.removeEvidence({ token: none, evidenceId: "fil_x" })).problems)).toEqual(["NOT_FOUND input.token"]);
      expect(told((await house.withdraw(none)).problems)).toEqual(["NOT_FOUND token"]);
      expect(told((await house.makeAccess(none)).problems)).toEqual(["NOT_FOUND token"]);
      expect(await house.addEvidence(none)).toEqual({ ok: false, problems: [{ code: "NOT_FOUND", path: "input.token" }] });
    }
  });

  test("begins only so many in a day, from one network and in all", async () => {
    const [none] = await house.database.asOwner<{ count: number }>("with gone as (delete from application_attempt returning 1) select count(*)::int as count from gone");
    expect(none?.count).toBeGreaterThan(0);
    const fill = (network: string, count: number) => house.database.asOwner("insert into application_attempt (network_digest, at) select $1, $2 from generate_series(1, $3)", [network, house.now(), count]);
    await house.begin({ name: inThree, language: "EN" });
    const [mine] = await house.database.asOwner<{ digest: string }>("select network_digest as digest from application_attempt");
    expect(mine?.digest).not.toContain("203.0.113");
    await fill(mine?.digest ?? "", 19);
    expect(told((await house.begin({ name: inThree, language: "EN" })).problems)).toEqual(["TOO_MANY_DRAFTS "]);
    house.travel(86_400_001);
    expect((await house.begin({ name: inThree, language: "EN" })).problems).toEqual([]);
    await fill("elsewhere", 299);
    expect(told((await house.begin({ name: inThree, language: "EN" })).problems)).toEqual(["TOO_MANY_DRAFTS "]);
    await house.database.asOwner("delete from application_attempt");
    house.travel(-86_400_001);
  });
});

describe("a credit code", () => {
  test("of a member and one with an application in hand are refused alike, and only at the hand-in", async () => {
    const [member, taken] = [await house.firm(), await house.handedIn()];
    const inHand = (await house.open(taken.token))?.creditCode;
    const refusals = [];
    for (const creditCode of [member.creditCode, inHand]) {
      const { token, revision } = await house.drafted({ ...firm(), creditCode });
      refusals.push((await house.submit(house.declared(token, revision))).problems);
    }
    expect(refusals).toEqual(Array.from({ length: 2 }, () => [{ code: "CODE_NOT_OPEN", path: "input.creditCode" }]));
  });

  test("handed in twice at once is taken once", async () => {
    const creditCode = freshCode();
    const drafts = [await house.drafted({ ...firm(), creditCode }), await house.drafted({ ...firm(), creditCode }), await house.drafted({ ...firm(), creditCode })];
    const answers = await Promise.all(drafts.map(({ token, revision }) => house.submit(house.declared(token, revision))));
    expect(answers.filter(({ application }) => application?.state === "SUBMITTED")).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["CODE_NOT_OPEN", "CODE_NOT_OPEN"]);
  });

  test("is free again once the application was taken back", async () => {
    const first = await house.handedIn();
    const creditCode = (await house.open(first.token))?.creditCode;
    expect((await house.withdraw(first.token)).application).toMatchObject({ state: "WITHDRAWN", clock: null });
    const again = await house.drafted({ ...firm(), creditCode });
    expect((await house.submit(house.declared(again.token, again.revision))).problems).toEqual([]);
  });
});

describe("what an applicant may do", () => {
  test("ends with the hand-in, and with every end", async () => {
    const waiting = await house.handedIn();
    const gone = await house.drafted();
    await house.withdraw(gone.token);
    for (const { token } of [waiting, gone]) {
      const revision = (await house.open(token))?.revision ?? 0;
      expect(told((await house.save({ token, revision, sizeClass: "MICRO" })).problems)).toEqual(["APPLICATION_STATE input.token"]);
      expect(told((await house.submit(house.declared(token, revision))).problems)).toEqual(["APPLICATION_STATE input.token"]);
      expect(await house.addEvidence(token)).toMatchObject({ ok: false, problems: [{ code: "APPLICATION_STATE" }] });
      expect(told((await house.makeAccess(token)).problems)).toEqual(["APPLICATION_STATE token"]);
    }
    expect(told((await house.withdraw(gone.token)).problems)).toEqual(["APPLICATION_STATE token"]);
  });

  test("ends on the day a draft lapses, noted or not", async () => {
    const { token, revision, id } = await house.drafted();
    house.travelTo("2026-04-01T15:59:00Z");
    expect((await house.open(token))?.state).toBe("DRAFT");
    house.travelTo("2026-04-01T16:01:00Z");
    expect((await house.open(token))?.state).toBe("LAPSED");
    expect(await house.state(id)).toBe("DRAFT");
    expect(told((await house.save({ token, revision, sizeClass: "MICRO" })).problems)).toEqual(["APPLICATION_STATE input.token"]);
    expect(told((await house.withdraw(token)).problems)).toEqual(["APPLICATION_STATE token"]);
    house.travelTo("2026-03-02T02:00:00Z");
  });

  test("does not hang on whether somebody is signed in: a member with the link does no more", async () => {
    const { token, revision } = await house.drafted();
    const rival = await house.member();
    expect((await house.save({ token, revision, sizeClass: "MICRO" }, rival)).problems).toEqual([]);
    const { data, errors } = await rival.run("{ applications(first: 5) { edges { node { id } } } }");
    expect([data, errors[0]?.code]).toEqual([null, "FORBIDDEN"]);
  });
});

describe("files", () => {
  test("of a draft are forgotten with their bytes when they are taken off; what an officer has seen stays on record", async () => {
    const { token, id, revision } = await house.drafted();
    const [licence] = (await house.open(token))?.evidence ?? [];
    const [row] = await house.database.asOwner<{ digest: string }>("select digest from stored_file where id = $1", [licence?.id]);
    expect((await house.removeEvidence({ token, evidenceId: licence?.id })).application).toMatchObject({ evidence: [], missing: ["BUSINESS_LICENCE"] });
    await expect(house.services.files.get(row?.digest ?? "")).rejects.toThrow("ENOENT");
    expect(told((await house.removeEvidence({ token, evidenceId: licence?.id })).problems)).toEqual(["NOT_FOUND input.evidenceId"]);

    await house.addEvidence(token, "BUSINESS_LICENCE", "the second licence");
    const submitted = await house.submit(house.declared(token, revision));
    house.travel(60_000);
    await house.giveBack(await house.officer(), id, { revision: submitted.application?.revision, reason: "The licence is out of date." });
    const [seen] = (await house.open(token))?.evidence ?? [];
    expect((await house.removeEvidence({ token, evidenceId: seen?.id })).application).toMatchObject({ evidence: [], missing: ["BUSINESS_LICENCE"] });
    const { data } = await (await house.officer()).run<{ application: { evidence: { id: string; removedAt: string | null }[] } }>("query ($id: ID!) { application(id: $id) { evidence { id removedAt } } }", { id });
    expect(data?.application.evidence).toEqual([{ id: seen?.id, removedAt: house.now().toISOString() }]);
    house.travel(-60_000);
  });

  test("of one application are not reached by the link of another", async () => {
    const [ours, theirs] = [await house.drafted(), await house.drafted()];
    const [file] = (await house.open(theirs.token))?.evidence ?? [];
    expect(told((await house.removeEvidence({ token: ours.token, evidenceId: file?.id })).problems)).toEqual(["NOT_FOUND input.evidenceId"]);
  });

  test("have a kind, a number and a size that end", async () => {
    const { token, id } = await house.drafted();
    expect(await house.addEvidence(token, "PASSPORT")).toEqual({ ok: false, problems: [{ code: "INVALID", path: "kind" }] });
    await house.database.asOwner("update stored_file set size = 39999990 where id in (select file_id from application_evidence where application_id = $1)", [id]);
    expect(await house.addEvidence(token, "OTHER", "12345678901")).toMatchObject({ problems: [{ code: "STORAGE_FULL" }] });
    for (let count = 1; count < 12; count += 1) expect((await house.addEvidence(token, "OTHER", "")).ok).toBe(true);
    expect(await house.addEvidence(token, "OTHER", "")).toMatchObject({ problems: [{ code: "TOO_MANY" }] });
    await house.database.asOwner("update stored_file set size = 1000000000 where id in (select file_id from application_evidence where application_id = $1)", [id]);
    const other = await house.drafted();
    expect(await house.addEvidence(other.token, "OTHER")).toMatchObject({ problems: [{ code: "STORAGE_FULL" }] });
  });
});
