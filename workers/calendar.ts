import type { CalendarEntry } from "./clock.ts";

/** What runs when, and why then. */
export const calendar: CalendarEntry[] = [];
