/** How much a member may keep here. What is attached to nothing is cleared away after a while; what ever was stays on record. */
export const room = {
  /** Files uploaded and never attached. */
  unattached: 30,
  /** Bytes of all files, attached or not: evidence of some years. */
  bytes: 2_000_000_000,
  /** How long a file may wait to be attached, in milliseconds. */
  waits: 24 * 3_600_000,
} as const;

/** What a member keeps now. */
export interface Kept {
  unattached: number;
  bytes: number;
}

/** Why a file of this size finds no room; null when it does. */
export function roomFault(kept: Kept, size: number): "TOO_MANY_UNATTACHED" | "STORAGE_FULL" | null {
  if (kept.unattached >= room.unattached) return "TOO_MANY_UNATTACHED";
  return kept.bytes + size > room.bytes ? "STORAGE_FULL" : null;
}

/** Before when a file must have come to have waited too long at this instant. */
export const waitsSince = (at: Date): Date => new Date(at.getTime() - room.waits);
