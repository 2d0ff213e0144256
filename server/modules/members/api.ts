export { MemberConnection, MemberFilterInput, MemberObject } from "./member.object.ts";
export { InvitationMemberResolver, MemberResolver, MemberViewerMay, UserMemberResolver, ViewerMemberResolver } from "./member.resolver.ts";
