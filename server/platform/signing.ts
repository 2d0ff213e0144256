import { createPrivateKey, generateKeyPair, randomBytes, X509Certificate, type KeyObject } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import forge from "node-forge";
import { signatureLength, type CertificateChain } from "./cms.ts";
import { signPdf } from "./pdf-signature.ts";

/** What the association signs its papers with. */
export interface SigningIdentity {
  chain: CertificateChain;
  privateKey: KeyObject;
}

/** A key with its certificates as PKCS #12, and the certificates alone for whoever verifies. */
export interface StoredIdentity {
  p12: Buffer;
  passphrase: string;
  certificatePem: string;
}

export const signPaper = (paper: Buffer, { chain, privateKey }: SigningIdentity, at: Date): Buffer => signPdf(paper, chain, privateKey, at);

/** The certificates of a PEM file: the signer's first. Throws when there is none. */
export function readCertificates(pem: string): CertificateChain {
  const [signer, ...others] = (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((each) => new X509Certificate(each));
  if (signer === undefined) throw new Error("No certificate stands in this PEM text.");
  return [signer, ...others];
}

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
  return { privateKey, chain: [signer, ...certificates.filter((certificate) => certificate !== signer)] };
}

/** Makes a key of RSA 3072 and a certificate that the association signs for itself, good for ten years. */
export async function generateSigningIdentity(association: string, at: Date): Promise<StoredIdentity> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: 3072 });
  const privateKey = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: "pkcs1", format: "pem" }).toString());
  const certificate = selfSigned(association, at, privateKey, forge.pki.publicKeyFromPem(pair.publicKey.export({ type: "spki", format: "pem" }).toString()));
  const passphrase = randomBytes(24).toString("base64url");
  const p12 = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], passphrase, { algorithm: "aes256", friendlyName: "guildhall" }));
  return { p12: Buffer.from(p12.getBytes(), "binary"), passphrase, certificatePem: forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n") };
}

/** The identity kept in a folder, made at the first call; the folder's `certificate.pem` is for everyone, the rest for the owner alone. */
export async function openSigningFolder(folder: string, association: string, at: Date): Promise<SigningIdentity> {
  const [p12Path, passphrasePath] = [join(folder, "identity.p12"), join(folder, "passphrase")];
  try {
    return readSigningIdentity(await readFile(p12Path), await readFile(passphrasePath, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const { p12, passphrase, certificatePem } = await generateSigningIdentity(association, at);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, "certificate.pem"), certificatePem, { mode: 0o644 });
  await writeFile(passphrasePath, passphrase, { mode: 0o600 });
  await writeFile(p12Path, p12, { mode: 0o600 });
  return readSigningIdentity(p12, passphrase);
}

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
