import { describe, expect, test } from "vitest";
import { isLive, sessionLimits, steppedUpFrom, wantsTouch } from "../../../server/modules/identity/session.rules.ts";

const opened = new Date("2026-04-01T08:00:00Z");
const after = (minutes: number) => new Date(opened.getTime() + minutes * 60_000);

describe("a session", () => {
  test.each([
    ["of the house lives while it is used", "HOUSE", 700, 690, true],
    ["of the house ends after half an hour without use", "HOUSE", 31, 0, false],
    ["of the house counts to the last moment before", "HOUSE", 29.9, 0, true],
    ["of the house ends after twelve hours, used or not", "HOUSE", 720, 719, false],
    ["of a member outlasts a lunch", "MEMBER", 120, 0, true],
    ["of a member ends after twelve hours without use", "MEMBER", 720, 0, false],
    ["of a member lives a week in all", "MEMBER", 7 * 24 * 60 - 1, 7 * 24 * 60 - 30, true],
    ["of a member does not live longer", "MEMBER", 7 * 24 * 60, 7 * 24 * 60 - 1, false],
  ] as const)("%s", (_, side, atMinute, seenMinute, lives) => {
    expect(isLive({ createdAt: opened, lastSeenAt: after(seenMinute) }, side, after(atMinute))).toBe(lives);
  });

  test("writes a sign of life once a minute at most", () => {
    const times = { createdAt: opened, lastSeenAt: opened };
    expect(wantsTouch(times, after(0.9))).toBe(false);
    expect(wantsTouch(times, after(1))).toBe(true);
  });

  test("is let out sooner on the house's side", () => {
    expect(sessionLimits.HOUSE.idle).toBeLessThan(sessionLimits.MEMBER.idle);
    expect(sessionLimits.HOUSE.absolute).toBeLessThan(sessionLimits.MEMBER.absolute);
  });
});

test("a proof of identity holds for ten minutes", () => expect(steppedUpFrom(opened)).toEqual(after(10)));
