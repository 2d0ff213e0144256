import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const aboutPublication = z.object({ publicationId: z.string(), decisionId: z.string(), memberId: z.string() });

/** The days on which a decision is public were fixed. */
export const publicationPlaced = defineEvent({ name: "publication.placed", payload: aboutPublication.extend({ fromOn: z.string(), untilOn: z.string().nullable() }) });

/** A decision is on the public file; told once, however late. */
export const publicationStarted = defineEvent({ name: "publication.started", payload: aboutPublication.extend({ on: z.string() }) });

/** A decision left the public file: by time, by repair or by an appeal; told once, however late. */
export const publicationEnded = defineEvent({
  name: "publication.ended", payload: aboutPublication.extend({ on: z.string(), cause: z.enum(["TIME", "REPAIRED", "SET_ASIDE"]) }),
});

const aboutRepair = z.object({ repairId: z.string(), publicationId: z.string(), memberId: z.string() });

export const repairFiled = defineEvent({ name: "repair.filed", payload: aboutRepair });
/** More was asked for; the clocks stand still. */
export const repairReturned = defineEvent({ name: "repair.returned", payload: aboutRepair });
/** More was handed in. */
export const repairFollowedUp = defineEvent({ name: "repair.followed-up", payload: aboutRepair });
export const repairWithdrawn = defineEvent({ name: "repair.withdrawn", payload: aboutRepair });
export const repairGranted = defineEvent({ name: "repair.granted", payload: aboutRepair });
export const repairRefused = defineEvent({ name: "repair.refused", payload: aboutRepair });
/** The firm was told what became of its application. */
export const repairToldOf = defineEvent({ name: "repair.told", payload: aboutRepair });
/** An appeal did away with what was to be repaired. */
export const repairLapsed = defineEvent({ name: "repair.lapsed", payload: aboutRepair });
