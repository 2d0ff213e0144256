export { PublicFileObject } from "./public-file.object.ts";
export { PublicFileResolver } from "./public-file.resolver.ts";
export { MemberPublicationsResolver, PublicationResolver, PublicationTermsResolver } from "./publication.resolver.ts";
export { RepairResolver, RepairViewerMay } from "./repair.resolver.ts";
