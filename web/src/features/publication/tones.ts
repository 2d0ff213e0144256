import type { PublicationStanding, RepairClockState, RepairState } from "../../gql/graphql.ts";
import type { Tone } from "../../ui/tone.tsx";

export const standingTones: Record<PublicationStanding, Tone> = { NEVER_PUBLIC: "plain", TO_COME: "wait", PUBLIC: "bad", OVER: "plain", REPAIRED: "good", SET_ASIDE: "good" };

export const repairTones: Record<RepairState, Tone> = { FILED: "wait", RETURNED: "note", GRANTED: "good", REFUSED: "bad", WITHDRAWN: "plain", LAPSED: "plain" };

export const clockTones: Record<RepairClockState, Tone> = { RUNNING: "wait", PAUSED: "plain", OVERDUE: "bad" };
