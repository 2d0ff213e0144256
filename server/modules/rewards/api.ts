export { LadderResolver, MemberRewardsResolver } from "./ladder.resolver.ts";
export { HonourResolver, RewardResolver, RewardViewerMay } from "./reward.resolver.ts";
export { CandidateResolver, RoundResolver, RoundViewerMay } from "./round.resolver.ts";
