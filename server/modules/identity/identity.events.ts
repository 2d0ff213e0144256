import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const inSession = z.object({ userId: z.string(), sessionId: z.string() });
const ofUser = z.object({ userId: z.string() });

export const userSignedIn = defineEvent({ name: "user.signed-in", payload: inSession });
export const userSignedOut = defineEvent({ name: "user.signed-out", payload: inSession });
export const userSteppedUp = defineEvent({ name: "user.stepped-up", payload: inSession });
export const sessionEnded = defineEvent({ name: "session.ended", payload: inSession });

/** Who knocked stands in it only as a keyed digest of the address; it may sum up several failures. */
export const userSignInFailed = defineEvent({ name: "user.sign-in-failed", payload: z.object({ addressDigest: z.string(), failures: z.number() }) });

export const invitationSent = defineEvent({ name: "invitation.sent", payload: z.object({ invitationId: z.string() }) });
export const invitationRevoked = defineEvent({ name: "invitation.revoked", payload: z.object({ invitationId: z.string() }) });
export const userJoined = defineEvent({ name: "user.joined", payload: z.object({ userId: z.string(), invitationId: z.string() }) });
export const userTotpEnrolled = defineEvent({ name: "user.totp-enrolled", payload: ofUser });
export const userPasswordChanged = defineEvent({ name: "user.password-changed", payload: ofUser });
export const userLanguageChanged = defineEvent({ name: "user.language-changed", payload: ofUser });
export const userRolesChanged = defineEvent({ name: "user.roles-changed", payload: ofUser });
export const userDisabled = defineEvent({ name: "user.disabled", payload: ofUser });
export const userEnabled = defineEvent({ name: "user.enabled", payload: ofUser });
export const userAddressReleased = defineEvent({ name: "user.address-released", payload: ofUser });
export const userAccessRenewed = defineEvent({ name: "user.access-renewed", payload: ofUser });
export const userAccessRegained = defineEvent({ name: "user.access-regained", payload: ofUser });

const ofKey = z.object({ apiKeyId: z.string(), userId: z.string() });
export const apiKeyCreated = defineEvent({ name: "apiKey.created", payload: ofKey });
export const apiKeyRevoked = defineEvent({ name: "apiKey.revoked", payload: ofKey });
