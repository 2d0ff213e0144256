import { createPrivateKey, generateKeyPair, hkdfSync, randomBytes, X509Certificate, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import forge from "node-forge";
import type { NoteSigner } from "./checkpoint.ts";
import { signatureLength, type CertificateChain } from "./cms.ts";
import { keptFile, keptSecret } from "./kept-secret.ts";
import { signPdf } from "./pdf-signature.ts";

/** What the association signs its papers with. */
export interface SigningIdentity {
  chain: CertificateChain;
  privateKey: KeyObject;
}

/** A key with its certificates as PKCS #12, and the certificates alone for whoever verifies. */
export interface StoredIdentity {
  p12: Buffer;
  certificatePem: string;
}

/** Where a configuration keeps its key; the folder is used when no file is named, and for certificates to trust. */
export interface SigningPlace {
  signingKey: { file: string; passphrase: string } | null;
  signingFolder: string;
}

export const signPaper = (paper: Buffer, { chain, privateKey }: SigningIdentity, at: Date): Promise<Buffer> => signPdf(paper, chain, privateKey, at);

/** The certificates of a PEM text, a chain for each signer: one that did not issue the one before it begins the next. Throws when there is none. */
export function readCertificates(pem: string): CertificateChain[] {
  const chains: [X509Certificate, ...X509Certificate[]][] = [];
  for (const block of pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []) {
    const [certificate, chain] = [new X509Certificate(block), chains.at(-1)];
    if (chain !== undefined && isIssued(chain.at(-1) ?? chain[0], certificate)) chain.push(certificate);
    else chains.push([certificate]);
  }
  if (chains.length === 0) throw new Error("No certificate stands in this PEM text.");
  return chains;
}

/** The certificates as a PEM text for everyone, each chain once; `readCertificates` reads it back. */
export const certificatesPem = (chains: readonly CertificateChain[]): string =>
  [...new Set(chains.map((chain) => chain.map((certificate) => certificate.toString()).join("")))].join("");

/** Opens a PKCS #12 file. Throws with a sentence for the operator when passphrase, key or certificate do not serve. */
export function readSigningIdentity(p12: Buffer, passphrase: string): SigningIdentity {
  const bag = openP12(p12, passphrase);
  const key = firstKey(bag);
  if (key === undefined) throw new Error("The PKCS #12 file holds no private key.");
  const privateKey = createPrivateKey(forge.pki.privateKeyToPem(key));
  signatureLength(privateKey);
  const certificates = bagsOf(bag, forge.pki.oids["certBag"]).flatMap(({ cert }) => (cert ? [new X509Certificate(forge.pki.certificateToPem(cert))] : []));
  const signer = certificates.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (signer === undefined) throw new Error("The PKCS #12 file holds no certificate for its private key.");
  return { privateKey, chain: chainFrom(signer, certificates) };
}

/** Makes a key of RSA 3072 and a certificate that the association signs for itself, good for ten years. */
export async function generateSigningIdentity(association: string, at: Date, passphrase: string): Promise<StoredIdentity> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: 3072 });
  const privateKey = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: "pkcs1", format: "pem" }).toString());
  const certificate = selfSigned(association, at, privateKey, forge.pki.publicKeyFromPem(pair.publicKey.export({ type: "spki", format: "pem" }).toString()));
  const p12 = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], passphrase, { algorithm: "aes256", friendlyName: "guildhall" }));
  return { p12: Buffer.from(p12.getBytes(), "binary"), certificatePem: forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n") };
}

/** The identity kept in a folder, made at the first call; its `certificate.pem` is for everyone, the rest for this account alone. */
export async function openSigningFolder(folder: string, association: string, at: Date): Promise<SigningIdentity> {
  const [passphrase, file] = [keptSecret(folder, "passphrase"), join(folder, "identity.p12")];
  const fresh = existsSync(file) ? null : await generateSigningIdentity(association, at, passphrase);
  const identity = readSigningIdentity(fresh === null ? await readFile(file) : keptFile(file, () => fresh.p12), passphrase);
  keptFile(join(folder, "certificate.pem"), () => certificatesPem([identity.chain]), 0o644);
  return identity;
}

/** The identity a configuration names: a PKCS #12 file of its own, or the one kept in the signing folder. */
export async function openSigningIdentity({ signingKey, signingFolder }: SigningPlace, association: string, at: Date): Promise<SigningIdentity> {
  if (signingKey === null) return openSigningFolder(signingFolder, association, at);
  return readSigningIdentity(await readFile(signingKey.file), signingKey.passphrase);
}

/** Every certificate this house trusts as its own: that of the key in use, and each `*.pem` of the signing folder, where those of former keys stay. */
export async function trustedCertificates({ signingKey, signingFolder }: SigningPlace): Promise<CertificateChain[]> {
  const files = await readdir(signingFolder).catch(noneWhereNoFolderIs);
  const kept = await Promise.all(files.filter((name) => name.endsWith(".pem")).sort().map((name) => readFile(join(signingFolder, name), "utf8")));
  const own = signingKey === null ? [] : [readSigningIdentity(await readFile(signingKey.file), signingKey.passphrase).chain];
  return [...own, ...kept.flatMap(readCertificates)];
}

/** Any other fault would silently take the trust from papers that were signed with a former key. */
function noneWhereNoFolderIs(error: NodeJS.ErrnoException): string[] {
  if (error.code !== "ENOENT") throw error;
  return [];
}

/** The Ed25519 key of checkpoints, derived from the signing key, so that all machines of a house have the same and there is one key to keep. */
export function noteSignerOf({ privateKey }: SigningIdentity, name: string): NoteSigner {
  const secret = privateKey.export({ type: "pkcs8", format: "der" });
  const seed = Buffer.from(hkdfSync("sha256", secret, "", `guildhall checkpoint ${name}`, 32));
  return { name, privateKey: createPrivateKey({ key: Buffer.concat([ed25519Header, seed]), format: "der", type: "pkcs8" }) };
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const ed25519Header = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signer, then each one's issuer as far as it is known. */
function chainFrom(signer: X509Certificate, known: readonly X509Certificate[]): CertificateChain {
  const issuer = known.find((each) => isIssued(signer, each));
  return issuer === undefined ? [signer] : [signer, ...chainFrom(issuer, known.filter((each) => each !== issuer))];
}

/** Whether another than itself issued a certificate, and this one did. */
const isIssued = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  !certificate.verify(certificate.publicKey) && certificate.verify(issuer.publicKey);

function selfSigned(association: string, at: Date, privateKey: forge.pki.rsa.PrivateKey, publicKey: forge.pki.rsa.PublicKey): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = `00${randomBytes(16).toString("hex")}`;
  certificate.validity.notBefore = new Date(at.getTime() - 60_000);
  certificate.validity.notAfter = new Date(Date.UTC(at.getUTCFullYear() + 10, at.getUTCMonth(), at.getUTCDate()));
  const name = [{ name: "commonName", value: association, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  certificate.sign(privateKey, forge.md.sha256.create());
  return certificate;
}

function openP12(p12: Buffer, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(p12.toString("binary")), passphrase);
  } catch {
    throw new Error("The PKCS #12 file cannot be opened: it is damaged or the passphrase is wrong.");
  }
}

const bagsOf = (p12: forge.pkcs12.Pkcs12Pfx, type: string | undefined): forge.pkcs12.Bag[] =>
  type === undefined ? [] : (p12.getBags({ bagType: type })[type] ?? []);

const firstKey = (p12: forge.pkcs12.Pkcs12Pfx): forge.pki.PrivateKey | undefined =>
  ["pkcs8ShroudedKeyBag", "keyBag"].flatMap((bag) => bagsOf(p12, forge.pki.oids[bag])).flatMap(({ key }) => key ?? [])[0];
