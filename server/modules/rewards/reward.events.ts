import { z } from "zod";
import { defineEvent } from "../../platform/events.ts";

const ofReward = z.object({ rewardId: z.string(), memberId: z.string() });
const ofRound = z.object({ roundId: z.string() });

export const rewardProposed = defineEvent({ name: "reward.proposed", payload: ofReward });
export const rewardConfirmed = defineEvent({ name: "reward.confirmed", payload: ofReward });
export const rewardDeclined = defineEvent({ name: "reward.declined", payload: ofReward });
export const rewardRevoked = defineEvent({ name: "reward.revoked", payload: ofReward });

export const rewardRoundOpened = defineEvent({ name: "reward.round-opened", payload: ofRound.extend({ kind: z.string(), year: z.int(), candidates: z.int(), qualified: z.int() }) });
export const rewardCandidateStruck = defineEvent({ name: "reward.candidate-struck", payload: ofRound.extend({ candidateId: z.string(), memberId: z.string() }) });
/** The rewards of a round are given. */
export const rewardRoundConfirmed = defineEvent({ name: "reward.round-confirmed", payload: ofRound.extend({ rewards: z.int() }) });
export const rewardRoundDropped = defineEvent({ name: "reward.round-dropped", payload: ofRound });
