import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../../server/kernel/canonical-json.ts";
import { certificateFormat } from "../../../server/modules/certificates/certificate-facts.rules.ts";
import { verifyFile } from "../../../server/modules/certificates/verify-file.ts";
import { readCertificates, signPaper, type SigningIdentity } from "../../../server/platform/signing.ts";
import { drawCertificate } from "../../../workers/certificates/certificate.pdf.ts";
import { Paper } from "../../../workers/pdf/paper.ts";
import { drawPledgeReceipt } from "../../../workers/pledges/pledge-receipt.pdf.ts";
import { certificateIn, pledgeReceiptIn } from "../../support/papers.ts";
import { signingIdentity } from "../../support/signing.ts";

const facts = certificateIn("zh-Hant");
const at = new Date("2026-03-01T02:03:04Z");
let own: SigningIdentity;
let stranger: SigningIdentity;
let drawn: Buffer;
let signed: Buffer;
beforeAll(async () => {
  [own, stranger] = await Promise.all([signingIdentity(), signingIdentity("Another House")]);
  drawn = await drawCertificate(facts);
  signed = await signPaper(drawn, own, at);
});
const judged = (file: Buffer) => verifyFile(file, [own.chain]);

describe("the file as it was issued", () => {
  test("is intact and gives back its facts", () => {
    expect(judged(signed)).toEqual({
      kind: "INTACT", facts, number: facts.number, signedAt: at, certificateDigest: own.chain[0].fingerprint256.replaceAll(":", "").toLowerCase(),
    });
  });

  test("is intact under the certificate of a former key too", () => {
    expect(verifyFile(signed, [stranger.chain, ...readCertificates(own.chain[0].toString())])).toMatchObject({ kind: "INTACT" });
  });

  test("signed twice has the same bytes, since nothing in the signature is chance", async () => {
    expect((await signPaper(drawn, own, at)).equals(signed)).toBe(true);
  });
});

describe("a changed file", () => {
  test("with any one byte changed never verifies: 1,000 flips over the whole file, the signature and its frame", () => {
    let state = 20260301;
    const draw = (below: number) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * below);
    const frame = signed.indexOf("/ByteRange") - 100;
    for (let round = 0; round < 1_000; round += 1) {
      const place = [draw(signed.length), frame + draw(13_000), frame + draw(400)][round % 3] as number;
      const flipped = Buffer.from(signed);
      flipped.writeUInt8(flipped.readUInt8(place) ^ (round % 2 === 0 ? 1 << draw(8) : 1 + draw(255)), place);
      expect({ place, kind: judged(flipped).kind }).not.toEqual({ place, kind: "INTACT" });
    }
  });

  test("whose signature is written in capitals is altered, though its meaning is the same", () => {
    const start = signed.indexOf("/Contents <3") + "/Contents <".length;
    const capitals = Buffer.from(signed);
    capitals.write(signed.toString("latin1", start, start + 400).toUpperCase(), start, "latin1");
    expect(judged(capitals).kind).toBe("ALTERED");
  });

  test.each([
    ["a byte appended", () => Buffer.concat([signed, Buffer.from("\n")]), "BYTES_APPENDED"],
    ["a later revision", () => Buffer.concat([signed, Buffer.from("\n1 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n")]), "BYTES_APPENDED"],
    ["its end cut off", () => signed.subarray(0, -1), "BYTES_MISSING"],
    ["a word changed", () => { const copy = Buffer.from(signed); copy.write("(en-XX", copy.indexOf("(zh-Han"), "latin1"); return copy; }, "CONTENT_CHANGED"],
    ["another time of signing", () => { const copy = Buffer.from(signed); copy.write("2027", copy.indexOf("/M (D:2026") + 6, "latin1"); return copy; }, "CONTENT_CHANGED"],
    ["the signature of another paper", async () => {
      const other = await signPaper(drawn, own, new Date("2026-03-02T00:00:00Z"));
      const [from, length] = [signed.indexOf("/Contents <3"), 12_300];
      return Buffer.concat([signed.subarray(0, from), other.subarray(from, from + length), signed.subarray(from + length)]);
    }, "CONTENT_CHANGED"],
  ])("with %s says so", async (_, change, reason) => {
    expect(judged(await change())).toEqual({ kind: "ALTERED", reason });
  });

  test("signed outside the life of the key's certificate does not verify", async () => {
    expect(judged(await signPaper(drawn, own, new Date("2040-01-01T00:00:00Z"))).kind).toBe("ALTERED");
  });

  test("whose facts are not those the signature states is altered", async () => {
    const text = canonicalJson({ ...facts, grade: "AAA" });
    const forged = new Paper({ language: "en", title: "x", at, statement: `${facts.number} facts sha256:0`, facts: text, margin: 0 });
    forged.part("P", () => forged.text("x", { x: 50, y: 50, width: 100 }, { size: 10 }));
    expect(judged(await signPaper(await forged.finish(), own, at))).toEqual({ kind: "ALTERED", reason: "FACTS_DISAGREE" });
  });
});

describe("a file that is not ours", () => {
  test.each([
    ["nothing", () => Buffer.alloc(0), "NOT_A_PDF"],
    ["noise", () => Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)), "NOT_A_PDF"],
    ["too much", () => Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-"), "TOO_LARGE"],
    ["an unsigned paper", () => drawn, "NOT_SIGNED_BY_US"],
    ["a certificate of another house", () => signPaper(drawn, stranger, at), "NOT_SIGNED_BY_US"],
  ])("such as %s is told apart", async (_, file, reason) => {
    expect(judged(await file())).toEqual({ kind: "NOT_OURS", reason });
  });

  test("such as another paper of ours is no certificate", async () => {
    const receipt = await signPaper(await drawPledgeReceipt(pledgeReceiptIn("en")), own, at);
    expect(judged(receipt)).toEqual({ kind: "NOT_OURS", reason: "NOT_A_CERTIFICATE" });
  });

  test("never makes the judge fail or dawdle, whatever it is made of", () => {
    const certificate = own.chain[0].raw.toString("hex");
    const pieces = ["%PDF-1.7\n", certificate, "/ByteRange [0 1 2 3]", "/ByteRange [0 ", "/M (D:99999999999999Z)", "/Contents <", "30820000", ">", "/Reason (x)", "\0"];
    const began = performance.now();
    for (let round = 0; round < 500; round += 1) {
      const file = Buffer.from(Array.from({ length: 12 }, (_, index) => pieces[(round * 31 + index * index * 7 + round * index) % pieces.length]).join(""));
      expect(judged(file).kind).not.toBe("INTACT");
    }
    expect(judged(Buffer.from(`%PDF-${certificate}${"/ByteRange [0 ".repeat(600_000)}`)).kind).toBe("ALTERED");
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

test("the format of the facts has a version, so that a later one can be told apart", () => {
  expect(certificateFormat).toMatch(/\.v\d+$/);
});
