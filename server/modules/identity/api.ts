export { AccountResolver } from "./account.resolver.ts";
export { ApiKeyResolver } from "./api-key.resolver.ts";
export { SignInResolver } from "./sign-in.resolver.ts";
export { UserObject } from "./user.object.ts";
export { UserResolver, UserViewerMay } from "./user.resolver.ts";
export { ViewerObject } from "./viewer.object.ts";
export { ViewerResolver } from "./viewer.resolver.ts";
