import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const ofSite = z.object({ memberId: z.string(), siteId: z.string() });
const ofContact = z.object({ memberId: z.string(), contactId: z.string() });

export const siteAdded = defineEvent({ name: "member-site.added", payload: ofSite });
export const siteChanged = defineEvent({ name: "member-site.changed", payload: ofSite });
export const siteClosed = defineEvent({ name: "member-site.closed", payload: ofSite });
export const contactAdded = defineEvent({ name: "member-contact.added", payload: ofContact });
export const contactChanged = defineEvent({ name: "member-contact.changed", payload: ofContact });
export const contactRemoved = defineEvent({ name: "member-contact.removed", payload: ofContact });
