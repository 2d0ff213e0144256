/** Failures are counted over this time, in milliseconds. */
export const throttleWindow = 15 * 60_000;

/** An address from which a person got in counts as theirs for this time, in milliseconds. */
export const familiarFor = 90 * 24 * 60 * 60_000;

/** How many failures within the window close which door. */
export const throttleLimits = {
  /** One account from one device it was used on before. */
  device: 10,
  /** One account from one address. */
  pair: 10,
  /** All accounts from one address. */
  address: 50,
  /** One account from all addresses it was never used from. */
  strangers: 100,
};

/** Failures of the window, by who made them. */
export type Failures = Record<keyof typeof throttleLimits, number>;

/** What is known of the one who knocks: a device or an address this account got in with before. */
export interface Acquaintance {
  device: boolean;
  address: boolean;
}

/**
 * Whether a password may be tried at all. Each door counts its own failures: what strangers do elsewhere never closes
 * the owner's own device or address, so nobody can be locked out from outside.
 */
export function mayTry(failures: Failures, known: Acquaintance): boolean {
  const below = (...doors: (keyof Failures)[]) => doors.every((door) => failures[door] < throttleLimits[door]);
  if (known.device) return below("device");
  return known.address ? below("pair") : below("pair", "address", "strangers");
}

/**
 * How many failures the trace of this one sums up; null when it leaves none. At doors where somebody is known each leaves its own.
 * Strangers leave one when they close a door, for all that closed it: nobody fills the journal from outside, and whether there
 * is such an account makes no difference.
 */
export function traceOf(failures: Failures, known: Acquaintance): number | null {
  if (known.device || known.address) return 1;
  const closed = (["pair", "address", "strangers"] as const).find((door) => failures[door] + 1 === throttleLimits[door]);
  return closed === undefined ? null : throttleLimits[closed];
}

/** The network an address stands for: an IPv4 address itself, of an IPv6 address the /64 one household gets. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === "" ? [] : tail.split(":");
  const middle = address.includes("::") ? Array.from({ length: 8 - first.length - last.length }, () => "0") : [];
  return [...first, ...middle, ...last].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
