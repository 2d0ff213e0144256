import { createHash, sign as signInThread, verify, type KeyObject, type X509Certificate } from "node:crypto";
import { promisify } from "node:util";
import { Integer, Null, ObjectIdentifier, OctetString, Sequence, Set as DerSet, type BaseBlock } from "asn1js";
import {
  AlgorithmIdentifier, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo,
} from "pkijs";

/** The detached CMS signature of a PDF in the profile PAdES-B-B: RSA with SHA-256 and the signing-certificate-v2 attribute. */

/** The signer's certificate, then those that lead to its root. */
export type CertificateChain = readonly [X509Certificate, ...X509Certificate[]];

const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsa: "1.2.840.113549.1.1.1",
} as const;

/** RSA takes milliseconds; on a thread of its own they are nobody else's. */
const sign = promisify(signInThread);

/** Signs the SHA-256 digest of a document. */
export async function signCms(digest: Buffer, chain: CertificateChain, privateKey: KeyObject): Promise<Buffer> {
  const attributes = signedAttributes(digest, chain[0]);
  return cmsOf(chain, attributes, await sign("sha256", attributesToSign(attributes), privateKey));
}

/**
 * Whether the bytes are the very signature `signCms` makes over this digest with this certificate's key.
 * Nothing foreign is parsed: the signature is cut off the end, everything before it is built anew and compared.
 */
export function verifyCms(cms: Buffer, digest: Buffer, chain: CertificateChain): boolean {
  const [{ publicKey }] = chain;
  const signature = cms.subarray(-signatureLength(publicKey));
  const attributes = signedAttributes(digest, chain[0]);
  return cms.equals(cmsOf(chain, attributes, signature)) && verify("sha256", attributesToSign(attributes), publicKey, signature);
}

/** Bytes of an RSA signature. Throws when the key is of another kind or shorter than 2048 bits. */
export function signatureLength(key: KeyObject): number {
  const bits = key.asymmetricKeyType === "rsa" ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  if (bits < 2048) throw new Error("The signing key must be an RSA key of at least 2048 bits.");
  return Math.ceil(bits / 8);
}

/** The signed attributes in DER's order for sets. */
function signedAttributes(digest: Buffer, certificate: X509Certificate): Attribute[] {
  const certificateHash = createHash("sha256").update(certificate.raw).digest();
  const certificateId = new Sequence({ value: [new OctetString({ valueHex: certificateHash })] });
  const attributes = [
    attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new OctetString({ valueHex: digest })),
    attribute(oid.signingCertificateV2, new Sequence({ value: [new Sequence({ value: [certificateId] })] })),
  ];
  return attributes.sort((a, b) => Buffer.compare(der(a.toSchema()), der(b.toSchema())));
}

const attribute = (type: string, value: BaseBlock) => new Attribute({ type, values: [value] });

/** The attributes are signed as a set, though they stand in the signature under another tag. */
const attributesToSign = (attributes: readonly Attribute[]): Buffer => der(new DerSet({ value: attributes.map((each) => each.toSchema()) }));

function cmsOf(chain: CertificateChain, attributes: Attribute[], signature: Buffer): Buffer {
  const certificates = chain.map(({ raw }) => Certificate.fromBER(raw));
  const [signer] = certificates as [Certificate];
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new Null() });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: new Integer({ valueHex: signer.serialNumber.valueBlock.valueHexView }) }),
        digestAlgorithm,
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.rsa, algorithmParams: new Null() }),
        signature: new OctetString({ valueHex: signature }),
      }),
    ],
  });
  return der(new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) }).toSchema());
}

const der = (block: BaseBlock): Buffer => Buffer.from(block.toBER());
