import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PledgeSignature, sealOf } from "../../../server/modules/norms/index.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { standAs } from "../../support/standing.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-02-02T03:04:05Z") })));
afterAll(() => world.close());

interface Signed {
  pledgeSign: { signature: { id: string; number: string; language: string; seal: string } | null; problems: { code: string; path: string }[] };
}

const SIGN = `mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) {
  signature { id number language seal versionNumber memberName signatoryName signedAt receipt { digest } member { id pledgeState } } problems { code path } } }`;

const read = async (language = "EN") => {
  const { data } = await world.stranger().run<{ pledge: { id: string; textDigest: string } }>(`{ pledge { id textDigest(language: ${language}) } }`);
  if (!data) throw new Error("There is no pledge.");
  return { versionId: data.pledge.id, textDigest: data.pledge.textDigest, readToEnd: true, consent: true, signatoryName: " Lin Mei ", signatoryTitle: "Legal representative" };
};
const sign = async (person: Person, change: object = {}, language = "EN") =>
  (await person.run<Signed>(SIGN, { input: { ...(await read(language)), ...change } })).data?.pledgeSign;

describe("signing the pledge", () => {
  test("binds the firm to the version and language that were read, under a number and a seal", async () => {
    const acme = await world.member({ firm: { name: { "zh-Hant": "合豐", "zh-Hans": "合丰", en: "Hefeng" } } });
    const answer = await sign(acme, {}, "ZH_HANS");
    expect(answer).toMatchObject({
      problems: [],
      signature: {
        versionNumber: 1, language: "ZH_HANS", memberName: "合丰", signatoryName: "Lin Mei", signedAt: "2026-02-02T03:04:05.000Z",
        receipt: null, member: { id: acme.actor.memberId, pledgeState: "SIGNED" },
      },
    });
    expect(answer?.signature?.number).toMatch(/^PL-2026-\d{6}-[0-9A-Z]$/);
  });

  test("seals the whole record, so that it can be checked from what is stored", async () => {
    const acme = await world.member();
    const { signature } = (await sign(acme)) ?? {};
    const stored = await world.change(async (tx) => ({ ok: true, value: await tx.db.findOneByOrFail(PledgeSignature, { id: signature?.id ?? "" }) }));
    expect(stored).toMatchObject({ userId: acme.actor.userId, address: "203.0.113.7", consentText: expect.stringContaining("I have read") as string });
    expect(sealOf(stored)).toBe(signature?.seal);
    expect(sealOf({ ...stored, signatoryName: "Somebody Else" })).not.toBe(signature?.seal);
  });

  test("is announced once and stands in the journal without a name", async () => {
    const acme = await world.member();
    const { signature } = (await sign(acme)) ?? {};
    const entries = await world.database.asOwner("select to_jsonb(e) as entry from journal_entry e where record = $1", [signature?.id]);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).toContain("pledge.signed");
    expect(JSON.stringify(entries)).not.toContain("Lin Mei");
  });

  test.each([
    ["the text was not read to its end", { readToEnd: false }, [{ code: "NOT_READ", path: "readToEnd" }]],
    ["consent is missing", { consent: false }, [{ code: "NO_CONSENT", path: "consent" }]],
    ["nobody signs", { signatoryName: " ", signatoryTitle: "" }, [{ code: "REQUIRED", path: "signatoryName" }, { code: "REQUIRED", path: "signatoryTitle" }]],
    ["another text was read", { textDigest: "0".repeat(64) }, [{ code: "TEXT_CHANGED", path: "textDigest" }]],
    ["another version was read", { versionId: "plv_01JD0000000000000000000000" }, [{ code: "TEXT_CHANGED", path: "versionId" }]],
  ])("is refused when %s, and nothing is kept", async (_, change, problems) => {
    const acme = await world.member();
    expect(await sign(acme, change)).toEqual({ signature: null, problems });
    expect(await world.database.asOwner("select 1 from pledge_signature where member_id = $1", [acme.actor.memberId])).toEqual([]);
  });

  test("is refused a second time, even when two sign in the same moment", async () => {
    const acme = await world.member();
    const answers = await Promise.all([sign(acme), sign(acme), sign(acme)]);
    expect(answers.filter((answer) => answer?.signature)).toHaveLength(1);
    const codes = answers.flatMap((answer) => answer?.problems ?? []);
    expect(codes).toEqual([{ code: "ALREADY_SIGNED", path: "" }, { code: "ALREADY_SIGNED", path: "" }]);
  });

  test("is refused for a firm that has left the association", async () => {
    const acme = await world.member();
    await standAs(world.database, "WITHDRAWN", acme.actor.memberId);
    expect(await sign(acme)).toEqual({ signature: null, problems: [{ code: "NOT_A_MEMBER_NOW", path: "" }] });
  });

  test("wants a fresh proof of identity", async () => {
    const tired = await world.member({ steppedUp: false });
    expect((await tired.run(SIGN, { input: await read() })).errors).toEqual([{ code: "STEP_UP_REQUIRED", path: "pledgeSign" }]);
  });

  test("is not for editors, officers, regulators or strangers", async () => {
    const others = [await world.member({ role: "MEMBER_EDITOR" }), await world.officer(), await world.regulator(), world.stranger()];
    const codes = await Promise.all(others.map(async (person) => (await person.run(SIGN, { input: await read() })).errors[0]?.code));
    expect(codes).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "UNAUTHENTICATED"]);
  });

  test("cannot be undone or rewritten, not even by the database's owner", async () => {
    await sign(await world.member());
    for (const change of ["update pledge_signature set signatory_name = 'x'", "delete from pledge_signature", "truncate pledge_signature cascade"]) {
      await expect(world.database.asOwner(change)).rejects.toThrow(/never rewritten/);
    }
  });
});

describe("a signature", () => {
  const NODE = `query ($id: ID!) { node(id: $id) { id } }`;

  test("is read by the firm and by officers, and does not exist for anybody else", async () => {
    const [acme, rival] = [await world.member(), await world.member()];
    const { id } = (await sign(acme))?.signature ?? { id: "" };
    const seen = async (person: Person) => (await person.run(NODE, { id })).data;
    expect([await seen(acme), await seen(await world.officer())]).toEqual([{ node: { id } }, { node: { id } }]);
    expect([await seen(rival), await seen(await world.regulator()), await seen(world.stranger())]).toEqual([{ node: null }, { node: null }, { node: null }]);
  });
});
