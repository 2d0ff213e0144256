import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { instantInWords } from "../kernel/in-words.ts";
import type { FileVerdict } from "../modules/certificates/index.ts";
import type { CertificateChain } from "../platform/cms.ts";

interface Options {
  trust?: string;
  json?: boolean;
}

/** What could not be read, so that nothing was judged. */
interface Unread {
  kind: "UNREADABLE";
  reason: "NO_FILE" | "NO_TRUST";
  sentence: string;
}

type Judged = FileVerdict | Unread;

/** `certificate verify FILE`: whether a file is the paper the association signed, judged offline from its bytes. */
export function register(program: Command): void {
  const certificate = program.commands.find((command) => command.name() === "certificate") ?? program.command("certificate").description("verify what the house gave out");
  certificate
    .command("verify")
    .description("judge a certificate file by its signature, offline; exit code 1 unless it is intact")
    .argument("<file>", "the PDF")
    .option("--trust <pem>", "the association's certificates, which its house gives out at /public/signing-certificates.pem; those of this house unless given")
    .option("--json", "print the verdict as JSON")
    .addHelpText("after", help)
    .action(async (file: string, options: Options) => {
      const judged = await judge(file, options.trust);
      if (judged.kind !== "INTACT") process.exitCode = 1;
      process.stdout.write(`${options.json ? JSON.stringify(asJson(judged, new Date()), null, 2) : inWords(judged)}\n`);
    });
}

const help = `
From outside, fetch the association's certificates once and verify as often as you like:
  curl -O https://guild.example/public/signing-certificates.pem
  npm run -s guildhall -- certificate verify paper.pdf --trust signing-certificates.pem`;

async function judge(file: string, trust: string | undefined): Promise<Judged> {
  const { largestCertificateFile, verifyFile } = await import("../modules/certificates/index.ts");
  const size = await stat(file).then((found) => (found.isFile() ? found.size : null), () => null);
  if (size === null) return { kind: "UNREADABLE", reason: "NO_FILE", sentence: `There is no file ${file} that can be read.` };
  if (size > largestCertificateFile) return { kind: "NOT_OURS", reason: "TOO_LARGE" };
  const trusted = trust === undefined ? await ownCertificates() : await givenCertificates(trust);
  return "sentence" in trusted ? trusted : verifyFile(await readFile(file), trusted);
}

async function givenCertificates(file: string): Promise<CertificateChain[] | Unread> {
  const { readCertificates } = await import("../platform/signing.ts");
  const unread: Unread = { kind: "UNREADABLE", reason: "NO_TRUST", sentence: `There is no certificate to trust in ${file}; it must be in PEM.` };
  return readFile(file, "utf8").then(readCertificates).catch(() => unread);
}

async function ownCertificates(): Promise<CertificateChain[] | Unread> {
  const [{ loadConfig }, { trustedCertificates }] = await Promise.all([import("../platform/config.ts"), import("../platform/signing.ts")]);
  const config = loadConfig();
  const own = await trustedCertificates(config);
  const sentence = `There is no certificate to trust in ${config.signingFolder}; name the association's with --trust.`;
  return own.length > 0 ? own : { kind: "UNREADABLE", reason: "NO_TRUST", sentence };
}

/** Whether the certificate is still in force only the register can say, and the register is not asked here. */
function asJson(judged: Judged, at: Date) {
  const { number, facts, signedAt, certificateDigest } = judged.kind === "INTACT" ? judged : { number: null, facts: null, signedAt: null, certificateDigest: null };
  const reason = judged.kind === "INTACT" ? null : judged.reason;
  return { file: judged.kind, reason, number, facts, signedAt, certificateDigest, status: "UNKNOWN_OFFLINE", checkedAt: at.toISOString() };
}

/** Why a file is not taken, after a colon. */
const sentences: Record<Exclude<FileVerdict, { kind: "INTACT" }>["reason"], string> = {
  BYTES_APPENDED: "something was appended behind the signature.",
  BYTES_MISSING: "a part of the file is missing.",
  SIGNATURE_DAMAGED: "its signature is damaged.",
  CONTENT_CHANGED: "its content is not what was signed.",
  FACTS_DISAGREE: "what it shows and what it states for programs disagree.",
  TOO_LARGE: "it is larger than any certificate.",
  NOT_A_PDF: "it is not a PDF.",
  NOT_SIGNED_BY_US: "it does not bear this association's signature.",
  NOT_A_CERTIFICATE: "this association signed it, but it is another paper.",
};

function inWords(judged: Judged): string {
  switch (judged.kind) {
    case "INTACT": {
      const { number, facts, signedAt } = judged;
      return `Intact: ${number}, ${facts.holder.name}, service quality grade ${facts.grade}, signed ${instantInWords(signedAt, "en", "UTC")}.\nWhether it is still in force, the register says: ${facts.verifyUrl}`;
    }
    case "ALTERED": return `Altered since it was signed: ${sentences[judged.reason]}`;
    case "NOT_OURS": return `Not a certificate of this house: ${sentences[judged.reason]}`;
    case "UNREADABLE": return judged.sentence;
  }
}
