export { NormObject, NormVersionObject } from "./norm.object.ts";
export { CommentResolver } from "./comment.resolver.ts";
export { NormComparisonResolver } from "./norm-diff.resolver.ts";
export { NormDraftResolver } from "./norm-draft.resolver.ts";
export { NormReadershipResolver, NormReadingResolver } from "./reading.resolver.ts";
export { NormResolver, NormVersionResolver, NormVersionViewerMay } from "./norm.resolver.ts";
export { MemberRemindersResolver, PledgePublishingResolver } from "./pledge-publishing.resolver.ts";
export { PledgeSignatureObject, PledgeVersionObject } from "./pledge.object.ts";
export { MemberPledgeResolver, PledgeResolver, PledgeSignatureResolver, PledgeStandingResolver } from "./pledge.resolver.ts";
