export { ApplicationFieldsResolver } from "./application-fields.resolver.ts";
export { ApplyingResolver } from "./applying.resolver.ts";
export { ApplicationViewerMay, DecidingResolver, MemberApplicationResolver } from "./deciding.resolver.ts";
