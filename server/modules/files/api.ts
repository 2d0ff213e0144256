export { MemberTimelineResolver, TimelineEntryResolver } from "./timeline.resolver.ts";
