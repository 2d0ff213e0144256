/** What this module needs to know of the one who acts. */
interface Acting {
  userId: string | null;
  memberId: string | null;
  scope: string;
}

/** The person acted upon. */
interface Person {
  id: string;
  memberId: string | null;
}

const memberRoles: readonly string[] = ["MEMBER_ADMIN", "MEMBER_EDITOR"];

/** Whether these roles go together: a member's people hold a member's roles and belong to one, everybody else to none. */
export function rolesFit(roles: readonly string[], memberId: string | null): boolean {
  if (roles.length === 0 || new Set(roles).size !== roles.length) return false;
  return memberId === null ? roles.every((role) => !memberRoles.includes(role)) : roles.every((role) => memberRoles.includes(role));
}

/** Whether a person's record is in reach: the house reaches everybody, a member its own people. */
export const reaches = ({ scope, memberId }: Acting, person: { memberId: string | null }): boolean =>
  scope === "all" || (memberId !== null && person.memberId === memberId);

/** Whether roles and access of this person are the actor's to change: in reach, and never their own. */
export const mayChangeUser = (actor: Acting, person: Person): boolean => reaches(actor, person) && person.id !== actor.userId;
