import type { Language } from "../../kernel/language.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { type Permission, permissionsOf, type Role, scopeOf, secondFactorRoles, stepUpPermissions } from "./permissions.ts";
import type { Side } from "./session.rules.ts";

/** What decides who a person is to the house. */
export interface Person {
  id: string;
  roles: readonly Role[];
  memberId: string | null;
  language: Language;
  totpEnrolledAt: Date | null;
}

/** Whether a role of this person wants a second factor that is not there yet. */
export const mustEnrolTotp = ({ roles, totpEnrolledAt }: Pick<Person, "roles" | "totpEnrolledAt">): boolean =>
  totpEnrolledAt === null && roles.some((role) => secondFactorRoles.includes(role));

/** Which limits a person's sessions are under. */
export const sideOf = (roles: readonly Role[]): Side => (roles.some((role) => secondFactorRoles.includes(role)) ? "HOUSE" : "MEMBER");

/** A signed-in person as an actor; until a second factor that is due is enrolled, they may do nothing but enrol it. */
export function personAsActor(person: Person, session: { id: string; steppedUpUntil: Date | null } | null, address: string | null): Actor {
  const enrolling = mustEnrolTotp(person);
  return {
    kind: "USER",
    userId: person.id,
    memberId: person.memberId,
    roles: person.roles,
    permissions: enrolling ? new Set<Permission>(["account:manage", "account:secure"]) : permissionsOf(person.roles),
    stepUpPermissions,
    scope: enrolling ? "public" : scopeOf(person.roles),
    sessionId: session?.id ?? null,
    steppedUpUntil: session?.steppedUpUntil ?? null,
    language: person.language,
    address,
  };
}

/** What a key may do at all: never the account itself, and nothing that wants a fresh proof of identity. */
export const grantableTo = (roles: readonly Role[]): Permission[] =>
  [...permissionsOf(roles)].filter((permission) => permission !== "account:manage" && !stepUpPermissions.has(permission));

/** A program acting for a person within the scopes of a key, and no further than the person may today. */
export function keyAsActor(person: Person, scopes: readonly Permission[], address: string | null): Actor {
  const may = grantableTo(person.roles).filter((permission) => scopes.includes(permission));
  return { ...personAsActor(person, null, address), kind: "API_KEY", permissions: new Set(may) };
}

/**
 * Changes records of identity with the house's hand and in the name of who acts: no other scope writes them. What the
 * request read before is forgotten, since it may have changed.
 */
export async function byRegistrar<T>(ctx: Context, work: (tx: Context) => Promise<Outcome<T>>, actor: Actor = ctx.actor): Promise<Outcome<T>> {
  await ctx.endReads();
  return ctx.as({ ...actor, scope: "all" }).inTransaction(work);
}
