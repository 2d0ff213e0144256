export { AssessmentCertificateResolver, CertificateResolver, CertificateViewerMay, MemberCertificatesResolver } from "./certificate.resolver.ts";
export { PublicFileCertificatesResolver } from "./public-certificate.resolver.ts";
export { VerificationResolver } from "./verification.resolver.ts";
