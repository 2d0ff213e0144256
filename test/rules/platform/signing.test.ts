import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import forge from "node-forge";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signCms, verifyCms } from "../../../server/platform/cms.ts";
import {
  certificatesPem, generateSigningIdentity, noteSignerOf, openSigningFolder, openSigningIdentity, readCertificates, readSigningIdentity, trustedCertificates,
} from "../../../server/platform/signing.ts";

const at = new Date("2026-03-01T00:00:00Z");
const digest = Buffer.alloc(32, 7);
let root: string;
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), "guildhall-signing-")); });
afterAll(() => rm(root, { recursive: true }));

describe("an association without a key of its own", () => {
  test("is given one, once, even when two processes ask together", async () => {
    const folder = join(root, "signing");
    const [first, second] = await Promise.all([openSigningFolder(folder, "華南批發行業協會", at), openSigningFolder(folder, "華南批發行業協會", at)]);
    const third = await openSigningIdentity({ signingKey: null, signingFolder: folder }, "another name", at);
    expect(first.chain[0].fingerprint256).toBe(second.chain[0].fingerprint256);
    expect(third.chain[0].fingerprint256).toBe(first.chain[0].fingerprint256);
    expect(first.chain[0].subject).toBe("CN=華南批發行業協會");
    expect((await stat(join(folder, "identity.p12"))).mode & 0o077).toBe(0);
    expect((await stat(join(folder, "passphrase"))).mode & 0o077).toBe(0);
    const [[trusted] = []] = await trustedCertificates({ signingKey: null, signingFolder: folder });
    expect(trusted?.checkPrivateKey(first.privateKey)).toBe(true);
  });

  test("trusts the certificates of former keys that stay in the folder, and none where there is no folder", async () => {
    const folder = join(root, "signing");
    const former = await generateSigningIdentity("formerly", at, "x");
    await writeFile(join(folder, "2025.pem"), former.certificatePem);
    expect((await trustedCertificates({ signingKey: null, signingFolder: folder })).map(([signer]) => signer.subject)).toEqual(["CN=formerly", "CN=華南批發行業協會"]);
    expect(await trustedCertificates({ signingKey: null, signingFolder: join(root, "nowhere") })).toEqual([]);
  });

  test("is told when the folder cannot be read, instead of losing its former keys", async () => {
    const file = join(root, "no-folder");
    await writeFile(file, "");
    await expect(trustedCertificates({ signingKey: null, signingFolder: file })).rejects.toThrow("ENOTDIR");
  });
});

describe("an association with a key from elsewhere", () => {
  test("signs with the certificate that belongs to the key, and carries the one above it", async () => {
    const { p12, leaf, authority } = issued();
    const file = join(root, "given.p12");
    await writeFile(file, p12);
    const place = { signingKey: { file, passphrase: "secret" }, signingFolder: join(root, "nowhere") };
    const identity = await openSigningIdentity(place, "", at);
    expect(identity.chain.map(({ subject }) => subject)).toEqual(["CN=Guild", "CN=Authority"]);
    const cms = await signCms(digest, identity.chain, identity.privateKey);
    expect(verifyCms(cms, digest, readOne(leaf + authority))).toBe(true);
    expect(verifyCms(cms, Buffer.alloc(32, 8), identity.chain)).toBe(false);
    expect(verifyCms(cms, digest, readOne(leaf))).toBe(false);
    expect(verifyCms(Buffer.alloc(cms.length), digest, identity.chain)).toBe(false);
    expect(await trustedCertificates(place)).toHaveLength(1);
  });

  test("is told what is wrong with its file", async () => {
    const { p12, passphrase = "right" } = { ...(await generateSigningIdentity("x", at, "right")) } as { p12: Buffer; passphrase?: string };
    expect(readSigningIdentity(p12, passphrase).chain).toHaveLength(1);
    expect(() => readSigningIdentity(p12, "wrong")).toThrow("the passphrase is wrong");
    expect(() => readSigningIdentity(Buffer.from("no file"), "right")).toThrow("damaged");
    expect(() => readSigningIdentity(issued(1024).p12, "secret")).toThrow("at least 2048 bits");
    expect(() => readCertificates("no certificate")).toThrow("No certificate");
  });
});

test("checkpoints are signed with one key per log, the same on every machine that has the signing key", async () => {
  const { p12 } = await generateSigningIdentity("x", at, "y");
  const publicKeyOf = (name: string) => noteSignerOf(readSigningIdentity(p12, "y"), name).privateKey.export({ format: "jwk" }).x;
  expect(publicKeyOf("a/journal")).toBe(publicKeyOf("a/journal"));
  expect(publicKeyOf("a/journal")).not.toBe(publicKeyOf("b/journal"));
});

test("what is kept is a certificate everyone may read, and nothing half-written beside it", async () => {
  expect((await stat(join(root, "signing", "certificate.pem"))).mode & 0o444).toBe(0o444);
  expect((await readdir(join(root, "signing"))).sort()).toEqual(["2025.pem", "certificate.pem", "identity.p12", "passphrase"]);
  expect(readOne(await readFile(join(root, "signing", "certificate.pem"), "utf8"))[0].publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
});

test("certificates of several keys are given out together and read back, each with the chain that leads to its root", async () => {
  const [former, current] = await Promise.all(["2025", "2026"].map(() => generateSigningIdentity("華南批發行業協會", at, "x")));
  const { leaf, authority } = issued();
  const chains = [former?.certificatePem ?? "", leaf + authority, current?.certificatePem ?? ""].map(readOne);
  const given = certificatesPem([...chains, ...chains]);
  expect(readCertificates(given).map((chain) => chain.map(({ fingerprint256 }) => fingerprint256))).toEqual(chains.map((chain) => chain.map(({ fingerprint256 }) => fingerprint256)));
  expect(chains.map(({ length }) => length)).toEqual([1, 2, 1]);
  expect(given).not.toContain("PRIVATE");
});

const readOne = (pem: string) => readCertificates(pem)[0] ?? expect.unreachable();

/** A certificate from a small authority, as one buys it. */
function issued(bits = 2048) {
  const [authorityKeys, keys] = [forge.pki.rsa.generateKeyPair(2048), forge.pki.rsa.generateKeyPair(bits)];
  const authority = certificateOf("Authority", authorityKeys.publicKey, "Authority", authorityKeys.privateKey);
  const leaf = certificateOf("Guild", keys.publicKey, "Authority", authorityKeys.privateKey);
  const p12 = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(keys.privateKey, [authority, leaf], "secret")).getBytes();
  return { p12: Buffer.from(p12, "binary"), leaf: forge.pki.certificateToPem(leaf), authority: forge.pki.certificateToPem(authority) };
}

function certificateOf(subject: string, publicKey: forge.pki.rsa.PublicKey, issuer: string, signer: forge.pki.rsa.PrivateKey): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notBefore = at;
  certificate.validity.notAfter = new Date("2036-03-01T00:00:00Z");
  certificate.setSubject([{ name: "commonName", value: subject }]);
  certificate.setIssuer([{ name: "commonName", value: issuer }]);
  certificate.sign(signer, forge.md.sha256.create());
  return certificate;
}
