import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { paperStatement } from "../../kernel/paper-statement.ts";
import type { CertificateChain } from "../../platform/cms.ts";
import { bearsCertificate, readPdfSignature, signerOf, type SignatureFlaw } from "../../platform/pdf-signature.ts";
import { readFacts, type CertificateFacts } from "./certificate-facts.rules.ts";

/** Why a file is not the paper the association gave out. */
export type Alteration = SignatureFlaw | "CONTENT_CHANGED" | "FACTS_DISAGREE";
export type Foreignness = "TOO_LARGE" | "NOT_A_PDF" | "NOT_SIGNED_BY_US" | "NOT_A_CERTIFICATE";

export type FileVerdict =
  | { kind: "INTACT"; facts: CertificateFacts; number: string; signedAt: Date; certificateDigest: string }
  | { kind: "ALTERED"; reason: Alteration }
  | { kind: "NOT_OURS"; reason: Foreignness };

/** Bytes; no certificate of ours comes near it. */
export const largestCertificateFile = 10 * 1024 * 1024;
const largestFacts = 64 * 1024;

/**
 * Judges a file by its bytes alone: whether one of the trusted keys signed exactly these bytes, and what they state.
 * Says nothing of whether the certificate is still in force; that is the register's to say.
 */
export function verifyFile(file: Buffer, trusted: readonly CertificateChain[]): FileVerdict {
  if (file.length > largestCertificateFile) return { kind: "NOT_OURS", reason: "TOO_LARGE" };
  if (!trusted.some((chain) => bearsCertificate(file, chain))) {
    return { kind: "NOT_OURS", reason: file.subarray(0, 5).equals(Buffer.from("%PDF-")) ? "NOT_SIGNED_BY_US" : "NOT_A_PDF" };
  }
  const signature = readPdfSignature(file);
  if ("flaw" in signature) return { kind: "ALTERED", reason: signature.flaw };
  const signer = signerOf(signature, trusted);
  if (signer === null) return { kind: "ALTERED", reason: "CONTENT_CHANGED" };

  const text = attachedText(file);
  const facts = text === null ? null : readFacts(text);
  if (text === null || facts === null) return { kind: "NOT_OURS", reason: "NOT_A_CERTIFICATE" };
  if (signature.statement !== paperStatement(facts.number, text)) return { kind: "ALTERED", reason: "FACTS_DISAGREE" };
  const certificateDigest = createHash("sha256").update(signer[0].raw).digest("hex");
  return { kind: "INTACT", facts, number: facts.number, signedAt: signature.signedAt, certificateDigest };
}

/** The text of the one JSON file attached to a paper of ours; read only once the signature has shown that we wrote these bytes. */
function attachedText(file: Buffer): string | null {
  const head = /\/Type \/EmbeddedFile\n(?:\/[^\n]*\n|<<\n|>>\n)*?\/Length (\d+)\n(?:\/[^\n]*\n)*>>\nstream\n/.exec(file.toString("latin1"));
  if (head === null) return null;
  const from = head.index + head[0].length;
  try {
    return inflateSync(file.subarray(from, from + Number(head[1])), { maxOutputLength: largestFacts }).toString("utf8");
  } catch {
    return null;
  }
}
