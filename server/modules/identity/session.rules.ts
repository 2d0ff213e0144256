/** The two sides of the house keep their doors differently: who sees the whole association is let out sooner. */
export type Side = "HOUSE" | "MEMBER";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long sessions live, in milliseconds: without a sign of life, and in all. */
export const sessionLimits: Record<Side, { idle: number; absolute: number }> = {
  HOUSE: { idle: 30 * minute, absolute: 12 * hour },
  MEMBER: { idle: 12 * hour, absolute: 7 * day },
};

/** How long a proof of identity opens grave acts, in milliseconds. */
export const stepUpLasts = 10 * minute;

/** How long an invitation can be accepted, in milliseconds. */
export const invitationLasts = 7 * day;

/** How long a link back in counts, in milliseconds: it opens an account that is already somebody. */
export const accessRenewalLasts = day;

/** How long an API key lives at most, in milliseconds: a year and the day it ends on. */
export const apiKeyLasts = 366 * day;

/** A sign of life is written down at most this often, in milliseconds, so that reading does not mean writing. */
const touchEvery = minute;

/** When a session was opened and last used. */
export interface SessionTimes {
  createdAt: Date;
  lastSeenAt: Date;
}

/** Whether a session still counts. */
export function isLive({ createdAt, lastSeenAt }: SessionTimes, side: Side, at: Date): boolean {
  const { idle, absolute } = sessionLimits[side];
  return since(lastSeenAt, at) < idle && since(createdAt, at) < absolute;
}

export const wantsTouch = ({ lastSeenAt }: SessionTimes, at: Date): boolean => since(lastSeenAt, at) >= touchEvery;

export const steppedUpFrom = (at: Date): Date => new Date(at.getTime() + stepUpLasts);

const since = (then: Date, at: Date) => at.getTime() - then.getTime();
