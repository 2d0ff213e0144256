import { type CertificateService, issueCertificate } from "../../server/modules/certificates/index.ts";
import { handle } from "../../server/platform/jobs.ts";
import { signPaper, type SigningIdentity } from "../../server/platform/signing.ts";
import { draw } from "../drawing.ts";

/** Draws, signs and registers the certificate an assessment has earned; does nothing if it earned none or was sealed before. */
export const issueCertificateProcessor = (certificates: CertificateService, identity: SigningIdentity) =>
  handle(issueCertificate, async ({ assessmentId }, { ctx, signal }) => {
    // An order that is lost with the database is made anew; nobody has seen its number before the seal, whose commit takes both to the disk.
    const ordered = await ctx.inTransaction((tx) => certificates.order(tx, assessmentId), { durable: false });
    const certificate = ordered.ok ? ordered.value : null;
    if (certificate === null || certificate.state !== "ORDERED") return;
    const drawn = await draw({ paper: "certificate", facts: certificate.facts }, signal);
    const paper = await signPaper(drawn, identity, certificate.orderedAt);
    await ctx.inTransaction((tx) => certificates.seal(tx, certificate.id, paper));
  });
