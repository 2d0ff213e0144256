import { type CertificateService, issueCertificate } from "../../server/modules/certificates/index.ts";
import { handle } from "../../server/platform/jobs.ts";
import { signPaper, type SigningIdentity } from "../../server/platform/signing.ts";
import { drawCertificate } from "./certificate.pdf.ts";

/** Draws, signs and registers the certificate an assessment has earned; does nothing if it earned none or was sealed before. */
export const issueCertificateProcessor = (certificates: CertificateService, identity: SigningIdentity) =>
  handle(issueCertificate, async ({ assessmentId }, { ctx }) => {
    const ordered = await ctx.inTransaction((tx) => certificates.order(tx, assessmentId));
    const certificate = ordered.ok ? ordered.value : null;
    if (certificate === null || certificate.state !== "ORDERED") return;
    const paper = signPaper(await drawCertificate(certificate.facts), identity, certificate.orderedAt);
    await ctx.inTransaction((tx) => certificates.seal(tx, certificate.id, paper));
  });
