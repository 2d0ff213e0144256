import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { readPdfSignature, signerOf } from "../../../server/platform/pdf-signature.ts";
import type { SigningIdentity } from "../../../server/platform/signing.ts";
import { startHouse } from "../../../workers/house.ts";
import { filePledgeReceiptProcessor } from "../../../workers/pledges/file-pledge-receipt.processor.ts";
import { sweepPledgeReceiptsProcessor } from "../../../workers/pledges/sweep-pledge-receipts.processor.ts";
import { openQueues } from "../../../workers/queues.ts";
import { reactions } from "../../../workers/reactions.ts";
import { jobRun } from "../../support/job-run.ts";
import { signingIdentity } from "../../support/signing.ts";
import { until } from "../../support/until.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { hasPoppler, poppler } from "../certificates/poppler.ts";

let world: World;
let identity: SigningIdentity;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-02-02T03:04:05Z") });
  identity = await signingIdentity();
});
afterAll(() => world.close());

async function sign(person: Person, language = "ZH_HANS"): Promise<string> {
  const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>(`{ pledge { id textDigest(language: ${language}) } }`);
  const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "林梅", signatoryTitle: "总经理" };
  const signed = await person.run<{ pledgeSign: { signature: { id: string } } }>(
    `mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { signature { id } problems { code } } }`, { input },
  );
  return signed.data?.pledgeSign.signature.id ?? "";
}

const draw = async (signatureId: string) => {
  const ctx = world.contextOf(system);
  await filePledgeReceiptProcessor(world.services.receipts, identity).run({ signatureId }, jobRun(ctx));
  await ctx.endReads();
};

interface Receipt {
  node: { receipt: { fileId: string; digest: string } | null };
}
const receiptOf = async (person: Person, id: string) =>
  (await person.run<Receipt>(`query ($id: ID!) { node(id: $id) { ... on PledgeSignature { receipt { fileId digest drawnAt } } } }`, { id })).data?.node.receipt;
const filed = (id: string) => world.database.asOwner<{ digest: string; name: string; member: string }>(
  `select f.digest, f.name, f.member_id as member from pledge_receipt r join stored_file f on f.id = r.file_id where r.signature_id = $1`, [id]);

describe("the receipt of a signature", () => {
  test("is drawn from what was sealed, signed by the association and filed under the member", async () => {
    const acme = await world.member();
    const id = await sign(acme);
    expect(await receiptOf(acme, id)).toBeNull();
    await draw(id);
    const [file] = await filed(id);
    expect(file).toMatchObject({ name: expect.stringMatching(/^PL-2026-\d{6}-.\.pdf$/) as string, member: acme.actor.memberId });
    expect(await receiptOf(acme, id)).toMatchObject({ digest: file?.digest });
    const paper = await world.services.files.get(file?.digest ?? "");
    const signature = readPdfSignature(paper);
    expect("flaw" in signature ? signature.flaw : signerOf(signature, [identity.chain])).toEqual(identity.chain);
  });

  test.skipIf(!hasPoppler("pdftotext"))("says in the language that was read who signed what", async () => {
    const acme = await world.member({ firm: { name: { "zh-Hant": "合豐糧油", "zh-Hans": "合丰粮油", en: "Hefeng" } } });
    const id = await sign(acme);
    await draw(id);
    const [file] = await filed(id);
    const text = poppler("pdftotext", await world.services.files.get(file?.digest ?? ""), "-layout");
    for (const word of ["合丰粮油", "林梅", "总经理", "诚信经营", "2026"]) expect(text).toContain(word);
    expect(text).not.toContain("誠信經營");
  });

  test("is one, however often and however much at once the job runs", async () => {
    const acme = await world.member();
    const id = await sign(acme);
    await Promise.all([draw(id), draw(id), draw(id)]);
    await draw(id);
    expect(await filed(id)).toHaveLength(1);
    expect(await world.database.asOwner("select 1 from stored_file where member_id = $1", [acme.actor.memberId])).toHaveLength(1);
    expect(await world.database.asOwner("select 1 from journal_entry where act = 'pledge.receipt-drawn' and record = $1", [id])).toHaveLength(1);
  });

  test("of a signature that does not exist is nothing", async () => {
    await draw("pls_01JD0000000000000000000000");
    expect(await filed("pls_01JD0000000000000000000000")).toEqual([]);
  });
});

test("signing leads to a receipt by itself, and the sweep brings what was lost", async () => {
  const processors = [filePledgeReceiptProcessor(world.services.receipts, identity), sweepPledgeReceiptsProcessor()];
  const lost = await sign(await world.member());
  await world.database.asOwner("delete from outbox");
  const queues = openQueues({ databaseUrl: world.database.url, lockMs: 1_000, onError: () => undefined });
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const stop = await startHouse({
    source: world.database.source, databaseUrl: world.database.url, queues, processors, reactions, calendar: [], zone: "Asia/Shanghai",
    rhythm: { relayMs: 200, sweepMs: 300, clockMs: 60_000, quietSeconds: 1 }, log: quiet,
  });
  try {
    const heard = await sign(await world.member());
    await until(async () => (await filed(heard)).length === 1, 30_000);
    expect(await filed(lost)).toEqual([]);
    const ctx = world.contextOf(system);
    await sweepPledgeReceiptsProcessor().run({ period: "2026-02-02T11" }, jobRun(ctx));
    await until(async () => (await filed(lost)).length === 1, 30_000);
  } finally {
    await stop();
  }
});
