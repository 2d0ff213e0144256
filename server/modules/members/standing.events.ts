import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const ofMember = z.object({ memberId: z.string(), factId: z.string() });

export const membershipRenewed = defineEvent({ name: "member.renewed", payload: ofMember });
export const memberWithdrawn = defineEvent({ name: "member.withdrawn", payload: ofMember });
export const withdrawalRevoked = defineEvent({ name: "member.withdrawal-revoked", payload: ofMember });

/** A panel's decision about a membership takes effect. */
export const standingDecreed = defineEvent({ name: "member.standing-decreed", payload: ofMember.extend({ kind: z.string() }) });
