import type { CertificateState } from "./certificate.rules.ts";

interface Viewer {
  scope: "all" | "member" | "public";
  memberId: string | null;
}

/** The association reads every certificate; a member its own. (Verification tells everybody the public facts.) */
export const mayRead = (viewer: Viewer, certificate: { memberId: string }): boolean =>
  viewer.scope === "all" || (viewer.scope === "member" && viewer.memberId === certificate.memberId);

/** Only what was issued can be suspended, reinstated or withdrawn, and never what was withdrawn. */
export const mayChange = (viewer: Viewer, certificate: { memberId: string; state: CertificateState }): boolean =>
  viewer.scope === "all" && (certificate.state === "ISSUED" || certificate.state === "SUSPENDED");
