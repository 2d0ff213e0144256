import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import type { FileVerdict } from "../modules/certificates/index.ts";

interface Options {
  trust?: string;
  json?: boolean;
}

/** `certificate verify FILE`: whether a file is the paper the association signed, judged offline from its bytes. */
export function register(program: Command): void {
  const certificate = program.commands.find((command) => command.name() === "certificate") ?? program.command("certificate").description("verify what the house gave out");
  certificate
    .command("verify")
    .description("judge a certificate file by its signature, offline; exit code 1 unless it is intact")
    .argument("<file>", "the PDF")
    .option("--trust <pem>", "the association's certificate; those of this house's signing folder unless given")
    .option("--json", "print the verdict as JSON")
    .action(async (file: string, options: Options) => {
      const verdict = await judge(file, options.trust);
      if (verdict.kind !== "INTACT") process.exitCode = 1;
      process.stdout.write(`${options.json ? JSON.stringify(asJson(verdict, new Date()), null, 2) : inWords(verdict)}\n`);
    });
}

async function judge(file: string, trust: string | undefined): Promise<FileVerdict> {
  const [{ largestCertificateFile, verifyFile }, { readCertificates, trustedCertificates }] = await Promise.all([
    import("../modules/certificates/index.ts"), import("../platform/signing.ts"),
  ]);
  if ((await stat(file)).size > largestCertificateFile) return { kind: "NOT_OURS", reason: "TOO_LARGE" };
  const trusted = trust === undefined ? await ownCertificates(trustedCertificates) : [readCertificates(await readFile(trust, "utf8"))];
  return verifyFile(await readFile(file), trusted);
}

async function ownCertificates(trusted: typeof import("../platform/signing.ts").trustedCertificates) {
  const { loadConfig } = await import("../platform/config.ts");
  const config = loadConfig();
  const own = await trusted(config);
  if (own.length === 0) throw new Error(`There is no certificate to trust in ${config.signingFolder}; name the association's with --trust.`);
  return own;
}

/** Whether the certificate is still in force only the register can say, and the register is not asked here. */
function asJson(verdict: FileVerdict, at: Date) {
  const { number, facts, signedAt, certificateDigest } = verdict.kind === "INTACT" ? verdict : { number: null, facts: null, signedAt: null, certificateDigest: null };
  const reason = verdict.kind === "INTACT" ? null : verdict.reason;
  return { file: verdict.kind, reason, number, facts, signedAt, certificateDigest, status: "UNKNOWN_OFFLINE", checkedAt: at.toISOString() };
}

function inWords(verdict: FileVerdict): string {
  if (verdict.kind === "INTACT") {
    const { number, facts, signedAt } = verdict;
    return `Intact: ${number}, ${facts.holder.name}, grade ${facts.grade}, signed ${signedAt.toISOString()}.\nWhether it is still in force, the register says: ${facts.verifyUrl}`;
  }
  return verdict.kind === "ALTERED" ? `Altered since it was signed (${verdict.reason}).` : `Not a certificate of this house (${verdict.reason}).`;
}
