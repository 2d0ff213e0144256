export { MemberConnection, MemberFilterInput, MemberObject } from "./member.object.ts";
export { MemberResolver, MemberViewerMay } from "./member.resolver.ts";
