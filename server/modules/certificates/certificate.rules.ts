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

/** The last day of validity: so many months after the day of issue, less a day; month ends are kept. */
export function expiryOf(issuedOn: string, months: number): string {
  const [year, month, day] = issuedOn.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) - 86_400_000);
  return end.toISOString().slice(0, 10);
}
