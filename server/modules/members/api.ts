export { MemberConnection, MemberFilterInput, MemberObject } from "./member.object.ts";
export { MemberResolver, MemberViewerMay, ViewerMemberResolver } from "./member.resolver.ts";
