import type { RewardState, RoundState } from "./reward.rules.ts";

interface Viewer {
  scope: "all" | "member" | "public";
  userId: string | null;
  memberId: string | null;
}

interface RewardStanding {
  memberId: string;
  state: RewardState;
  proposedBy: string;
}

interface RoundStanding {
  state: RoundState;
  openedBy: string;
}

/** The association reads every reward; a firm what it was given, not what was only proposed. */
export const mayRead = ({ scope, memberId }: Viewer, reward: RewardStanding): boolean =>
  scope === "all" || (memberId === reward.memberId && reward.state !== "PROPOSED" && reward.state !== "DECLINED");

/** Confirmed or declined by somebody who did not propose it, whatever role they hold by now, and who is not of the firm. */
export const mayDecide = (viewer: Viewer, reward: RewardStanding): boolean =>
  viewer.scope === "all" && reward.state === "PROPOSED" && isSecondPerson(viewer, reward.proposedBy) && viewer.memberId !== reward.memberId;

/** What is in force can be taken back. */
export const mayRevoke = ({ scope, memberId }: Viewer, reward: RewardStanding): boolean => scope === "all" && reward.state === "IN_FORCE" && memberId !== reward.memberId;

/** A round is worked on until it is confirmed or dropped. */
export const mayWorkOn = ({ scope }: Viewer, { state }: RoundStanding): boolean => scope === "all" && state === "OPEN";

/** A round is confirmed by somebody who did not open it; who struck a firm in it is found out with the act. */
export const mayConfirmRound = (viewer: Viewer, round: RoundStanding): boolean => mayWorkOn(viewer, round) && isSecondPerson(viewer, round.openedBy);

/** Whether it is a known person, and another one. */
export const isSecondPerson = ({ userId }: Pick<Viewer, "userId">, first: string): boolean => userId !== null && userId !== first;
