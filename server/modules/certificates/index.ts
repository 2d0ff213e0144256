export { Certificate, CertificateChange } from "./certificate.entity.ts";
export { certificateIssued } from "./certificate.events.ts";
export { type CertificateFacts, factsStatement, factsText } from "./certificate-facts.rules.ts";
export { issueCertificate, sweepCertificates } from "./certificate.jobs.ts";
export { certificateChecks } from "./certificate-checks.queries.ts";
export { unissued } from "./certificate.queries.ts";
export { CertificateService } from "./certificate.service.ts";
export { type Verification, VerificationService } from "./verification.service.ts";
export { type FileVerdict, largestCertificateFile, verifyFile } from "./verify-file.ts";
