export { NormObject, NormVersionObject } from "./norm.object.ts";
export { NormResolver, NormVersionResolver } from "./norm.resolver.ts";
export { PledgeSignatureObject, PledgeVersionObject } from "./pledge.object.ts";
export { MemberPledgeResolver, PledgeResolver, PledgeSignatureResolver, PledgeStandingResolver } from "./pledge.resolver.ts";
