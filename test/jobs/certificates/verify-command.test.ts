import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { register } from "../../../server/cli/certificate-verify.ts";
import { certificatesPem, signPaper, type SigningIdentity } from "../../../server/platform/signing.ts";
import { drawCertificate } from "../../../workers/certificates/certificate.pdf.ts";
import { certificateIn } from "../../support/papers.ts";
import { signingIdentity } from "../../support/signing.ts";

const facts = certificateIn("en");
const at = new Date("2026-03-01T02:03:04Z");
let folder: string;
let trust: string;
let current: SigningIdentity;
let drawn: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-verify-"));
  const former = await signingIdentity();
  [current, drawn] = await Promise.all([signingIdentity(), drawCertificate(facts)]);
  trust = kept("signing-certificates.pem", certificatesPem([former.chain, current.chain]));
});
afterEach(() => {
  process.exitCode = undefined;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true }));

function kept(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function verify(...options: string[]): Promise<{ output: string; code: number }> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const program = new Command();
  register(program);
  await program.parseAsync(["certificate", "verify", ...options], { from: "user" });
  return { output: written.join(""), code: Number(process.exitCode ?? 0) };
}

async function judged(file: string, trusted = trust): Promise<{ verdict: Record<string, unknown>; code: number }> {
  const { output, code } = await verify(file, "--trust", trusted, "--json");
  return { verdict: JSON.parse(output) as Record<string, unknown>, code };
}

const signed = async () => kept("paper.pdf", await signPaper(drawn, current, at));
const nothingKnown = { number: null, facts: null, signedAt: null, certificateDigest: null, status: "UNKNOWN_OFFLINE", checkedAt: expect.any(String) as string };

describe("certificate verify", () => {
  test("finds the paper as it was issued intact by the certificates the house gives out, exits 0, and leaves to the register whether it is in force", async () => {
    const { verdict, code } = await judged(await signed());
    expect(code).toBe(0);
    expect(verdict).toEqual({
      file: "INTACT", reason: null, number: facts.number, facts, signedAt: "2026-03-01T02:03:04.000Z",
      certificateDigest: current.chain[0].fingerprint256.replaceAll(":", "").toLowerCase(), status: "UNKNOWN_OFFLINE", checkedAt: expect.any(String) as string,
    });
    expect((await verify(await signed(), "--trust", trust)).output).toBe(
      `Intact: ${facts.number}, ${facts.holder.name}, service quality grade AA, signed 1 March 2026 02:03:04 GMT+0.\nWhether it is still in force, the register says: ${facts.verifyUrl}\n`,
    );
  });

  test("finds one changed byte, and exits 1", async () => {
    const paper = await signPaper(drawn, current, at);
    const place = Math.floor(paper.length / 3);
    paper.writeUInt8(paper.readUInt8(place) ^ 1, place);
    const file = kept("altered.pdf", paper);
    expect(await judged(file)).toEqual({ code: 1, verdict: { file: "ALTERED", reason: "CONTENT_CHANGED", ...nothingKnown } });
    expect((await verify(file, "--trust", trust)).output).toBe("Altered since it was signed: its content is not what was signed.\n");
  });

  test.each([
    ["a paper of another house", async () => signPaper(drawn, await signingIdentity("Another House"), at), "NOT_SIGNED_BY_US", "it does not bear this association's signature"],
    ["a letter", () => Buffer.from("Dear Sir"), "NOT_A_PDF", "it is not a PDF"],
    ["a file far too large", () => Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-"), "TOO_LARGE", "it is larger than any certificate"],
  ])("tells %s apart, and exits 1", async (_, file, reason, words) => {
    const foreign = kept("foreign.pdf", await file());
    expect(await judged(foreign)).toEqual({ code: 1, verdict: { file: "NOT_OURS", reason, ...nothingKnown } });
    expect((await verify(foreign, "--trust", trust)).output).toBe(`Not a certificate of this house: ${words}.\n`);
  });

  test("says in the same shape that there is no such file, and exits 1", async () => {
    const nowhere = join(folder, "nowhere.pdf");
    for (const file of [nowhere, folder]) expect(await judged(file)).toEqual({ code: 1, verdict: { file: "UNREADABLE", reason: "NO_FILE", ...nothingKnown } });
    expect((await verify(nowhere)).output).toBe(`There is no file ${nowhere} that can be read.\n`);
  });

  test.each([
    ["missing", () => join(folder, "nowhere.pem")],
    ["no certificate", () => kept("empty.pem", "")],
    ["a damaged certificate", () => kept("damaged.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")],
  ])("judges nothing when what it should trust is %s, and exits 1", async (_, pem) => {
    const given = pem();
    expect(await judged(await signed(), given)).toEqual({ code: 1, verdict: { file: "UNREADABLE", reason: "NO_TRUST", ...nothingKnown } });
    expect((await verify(await signed(), "--trust", given)).output).toContain(given);
  });

  test("without --trust goes by the certificates of its own house, and says so when there are none", async () => {
    vi.stubEnv("DATA_DIR", folder);
    const { output, code } = await verify(await signed(), "--json");
    expect([code, JSON.parse(output)]).toEqual([1, { file: "UNREADABLE", reason: "NO_TRUST", ...nothingKnown }]);
    expect((await verify(await signed())).output).toBe(`There is no certificate to trust in ${join(folder, "signing")}; name the association's with --trust.\n`);
  });

  test("says in its help where the certificates to trust are to be had", () => {
    const program = new Command();
    register(program);
    const command = program.commands[0]?.commands.find((each) => each.name() === "verify");
    const help: string[] = [];
    command?.configureOutput({ writeOut: (text) => help.push(text) }).outputHelp();
    expect(help.join("").replace(/\s+/g, " ")).toContain("--trust <pem> the association's certificates, which its house gives out at /public/signing-certificates.pem");
  });
});
