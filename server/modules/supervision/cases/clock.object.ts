import type { ClockReading } from "../../calendar/index.ts";
import type { CaseClockObject } from "./case.object.ts";

/** A clock as the contract shows it; null for none. */
export const clockObject = (clock: ClockReading | null): CaseClockObject | null =>
  clock && { state: clock.state, due: clock.due, left: clock.left, pausedSince: clock.pause?.from ?? null, pausedBecause: clock.pause?.reason ?? null };
