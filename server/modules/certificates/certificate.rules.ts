/** How a certificate stands in the register; that it expired follows from its dates alone. */
export const CertificateState = { ORDERED: "ORDERED", ISSUED: "ISSUED", SUSPENDED: "SUSPENDED", WITHDRAWN: "WITHDRAWN" } as const;
export type CertificateState = keyof typeof CertificateState;

const next = {
  ORDERED: ["ISSUED"],
  ISSUED: ["SUSPENDED", "WITHDRAWN"],
  SUSPENDED: ["ISSUED", "WITHDRAWN"],
  WITHDRAWN: [],
} as const satisfies Record<CertificateState, readonly CertificateState[]>;

export const mayBecome = (from: CertificateState, to: CertificateState): boolean => (next[from] as readonly CertificateState[]).includes(to);

/** What anyone is told of a certificate. */
export const CertificateStatus = { VALID: "VALID", SUSPENDED: "SUSPENDED", WITHDRAWN: "WITHDRAWN", EXPIRED: "EXPIRED" } as const;
export type CertificateStatus = keyof typeof CertificateStatus;

/** The status on a day (`YYYY-MM-DD`, the association's); null while it is only ordered. A withdrawal outlasts the expiry. */
export function statusOn({ state, expiresOn }: { state: CertificateState; expiresOn: string }, day: string): CertificateStatus | null {
  if (state === "ORDERED") return null;
  if (state === "WITHDRAWN") return "WITHDRAWN";
  if (day > expiresOn) return "EXPIRED";
  return state === "SUSPENDED" ? "SUSPENDED" : "VALID";
}
