export { type Permission, permissions, permissionsOf, type Role, roles, scopeOf, stepUpPermissions } from "./permissions.ts";
