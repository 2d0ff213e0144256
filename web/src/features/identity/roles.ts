import type { Role } from "../../gql/graphql.ts";

/** The parts a member's people play, and those of everybody else; nobody plays one of each. */
export const memberRoles = ["MEMBER_ADMIN", "MEMBER_EDITOR"] as const satisfies readonly Role[];
export const houseRoles = ["OFFICER", "PANEL", "INSPECTOR", "REGULATOR", "OPERATOR"] as const satisfies readonly Role[];

export const allRoles: readonly Role[] = [...houseRoles, ...memberRoles];

/** What a form says, as a role; null when it says none. */
export const roleOf = (word: string | undefined): Role | null => allRoles.find((role) => role === word) ?? null;

export const isMemberRole = (role: Role | null): boolean => memberRoles.some((each) => each === role);
