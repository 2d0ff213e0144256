import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const ofDay = z.object({ day: z.string() });

/** The public holidays of a year, and the days worked instead, as the State Council announced them. */
export const holidaysEntered = defineEvent({ name: "calendar.holidays-entered", payload: z.object({ year: z.number() }) });
export const calendarDayDecided = defineEvent({ name: "calendar.day-decided", payload: ofDay });
export const calendarDayRestored = defineEvent({ name: "calendar.day-restored", payload: ofDay });
