import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node, nodeOf } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar, LanguageEnum } from "../../platform/graphql/scalars.ts";
import type { Language } from "../../kernel/language.ts";
import { type Role, roles } from "./permissions.ts";
import { userInReach } from "./user.queries.ts";

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, {
  name: "Role",
  description: "The parts people play in the house.",
  valuesConfig: {
    OFFICER: { description: "Works for the association: reviews, confirms, runs audits." },
    PANEL: { description: "Sits on the panel that decides sanctions, appeals and repair." },
    INSPECTOR: { description: "Does inspections on the spot." },
    MEMBER_ADMIN: { description: "Signs and submits for a member, and invites its people." },
    MEMBER_EDITOR: { description: "Fills in for a member." },
    REGULATOR: { description: "Reads for an authority what a grant opens." },
    OPERATOR: { description: "Keeps the portal running." },
  },
});

@ObjectType("User", { implements: Node, description: "A person who may sign in." })
export class UserObject extends Node {
  @Field(() => String, { description: "The address they sign in with." })
  email: string;

  @Field(() => String, { description: "What they are called." })
  name: string;

  @Field(() => LanguageEnum, { description: "The language the house writes to them in." })
  language: Language;

  @Field(() => [RoleEnum], { description: "The parts they play." })
  roles: Role[];

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when they sign in with a second factor; null when they do not." })
  totpEnrolledAt: Date | null;

  @Field(() => DateTimeScalar, { description: "When they accepted their invitation." })
  joinedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they were shut out; null while they may come in." })
  disabledAt: Date | null;
}

export const UserConnection = Connection(UserObject);
nodeOf("usr", UserObject, ["account:manage", "user:list"], userInReach);

/** A payload whose subject is the person acted upon. */
function userPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => UserObject, { nullable: true, description: "The person; null when it was refused." })
    user: UserObject | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const UserDisablePayload = userPayload("UserDisablePayload", "What became of the shutting out.");
export const UserEnablePayload = userPayload("UserEnablePayload", "What became of the letting in again.");
export const UserRolesChangePayload = userPayload("UserRolesChangePayload", "What became of the change of roles.");

@InputType("UserRolesChangeInput", { description: "The roles a person shall have from now on." })
export class UserRolesChangeInput {
  @Field(() => [RoleEnum], { description: "All of them; what is not named is taken away." })
  roles: Role[];
}

@InputType("UserFilter", { description: "Which people are wanted." })
export class UserFilterInput {
  @Field(() => String, { nullable: true, description: "What their name or address contains." })
  text?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: "Who play this part." })
  role?: Role | null;
}
