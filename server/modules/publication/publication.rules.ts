import { dayAfter } from "../../kernel/days.ts";

/** How a publication stands on a day; it follows from the dates and is stored nowhere. */
export const PublicationStanding = { NEVER_PUBLIC: "NEVER_PUBLIC", TO_COME: "TO_COME", PUBLIC: "PUBLIC", OVER: "OVER", REPAIRED: "REPAIRED", SET_ASIDE: "SET_ASIDE" } as const;
export type PublicationStanding = keyof typeof PublicationStanding;

/** Why a publication ended before its day. */
export type EndCause = "SET_ASIDE" | "REPAIRED";

/** What the standing of a publication follows from. */
export interface PublicationDates {
  fromOn: string;
  repairFromOn: string;
  /** The last public day; null for what is never public. */
  untilOn: string | null;
  /** The day from which it is not public any more; null while nothing ended it. */
  endedOn: string | null;
  endCause: EndCause | null;
}

/** How a publication stands: an appeal or a repair takes it down on their very day, time after its last day. */
export function publicationStanding({ fromOn, untilOn, endedOn, endCause }: PublicationDates, day: string): PublicationStanding {
  if (endedOn !== null && endCause !== null && endedOn <= day) return endCause;
  if (untilOn === null) return "NEVER_PUBLIC";
  if (day < fromOn) return "TO_COME";
  return day <= untilOn ? "PUBLIC" : "OVER";
}

/** What stands in the way of an application for repair on a day; null when nothing does. */
export type RepairBar = "PUBLICATION_ENDED" | "REPAIR_OPEN" | "REPAIR_TOO_EARLY" | "REPAIR_REFUSED_LATELY";

/** Whether time takes it out of the way. */
export const isOfDays = (bar: RepairBar): boolean => bar === "REPAIR_TOO_EARLY" || bar === "REPAIR_REFUSED_LATELY";

export interface Repairable extends PublicationDates {
  /** Whether an application is under way. */
  isAsked: boolean;
  /** The day the last application was refused; null when none was. */
  refusedOn: string | null;
}

/** The first day on which repair can be asked for: after the shortest time of publication, and a while after a refusal. */
export function repairOpensOn({ repairFromOn, refusedOn }: Pick<Repairable, "repairFromOn" | "refusedOn">, retryDays: number): string {
  const again = refusedOn === null ? repairFromOn : dayAfter(refusedOn, retryDays);
  return again > repairFromOn ? again : repairFromOn;
}

/** A publication that ran to its end can still be repaired: its entry weighs on the grade until it is. */
export function repairBar(publication: Repairable, retryDays: number, day: string): RepairBar | null {
  const standing = publicationStanding(publication, day);
  if (standing === "REPAIRED" || standing === "SET_ASIDE") return "PUBLICATION_ENDED";
  if (publication.isAsked) return "REPAIR_OPEN";
  if (day < publication.repairFromOn) return "REPAIR_TOO_EARLY";
  return day < repairOpensOn(publication, retryDays) ? "REPAIR_REFUSED_LATELY" : null;
}
