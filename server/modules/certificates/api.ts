export { AssessmentCertificateResolver, CertificateResolver, CertificateViewerMay, MemberCertificatesResolver } from "./certificate.resolver.ts";
export { VerificationResolver } from "./verification.resolver.ts";
