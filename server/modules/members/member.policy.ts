import type { MemberStatus } from "./member.rules.ts";

interface Person {
  memberId: string | null;
  scope: "all" | "member" | "public";
}

/** Officers and panels read every member; a member's people read their own. */
export const mayReadMember = ({ memberId, scope }: Person, member: { id: string }): boolean => scope === "all" || memberId === member.id;

/** A firm takes on obligations itself, through its own people, while it belongs to the association. */
export const mayActForMember = ({ memberId }: Person, member: { id: string; status: MemberStatus }): boolean =>
  memberId === member.id && isStanding(member.status);

/** Whether a firm is bound by the association's norms and entitled to its services. */
export const isStanding = (status: MemberStatus): boolean => status === "ACTIVE" || status === "GRACE" || status === "SUSPENDED";
