export { LadderResolver, MemberRewardsResolver } from "./ladder.resolver.ts";
export { HonourObject } from "./reward.object.ts";
export { HonourResolver, RewardResolver, RewardViewerMay } from "./reward.resolver.ts";
export { CandidateResolver, RoundResolver, RoundViewerMay } from "./round.resolver.ts";
