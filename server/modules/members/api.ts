export { MemberConnection, MemberFilterInput, MemberObject, RegionObject } from "./member.object.ts";
export { MemberSiteResolver, ProfileResolver } from "./profile.resolver.ts";
export { MembershipPeriodObject } from "./standing.object.ts";
export { StandingResolver } from "./standing.resolver.ts";
export { InvitationMemberResolver, MemberResolver, MemberViewerMay, UserMemberResolver, ViewerMemberResolver } from "./member.resolver.ts";
