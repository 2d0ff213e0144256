import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import type { Role } from "./permissions.ts";
import { RoleEnum } from "./user.object.ts";

@ObjectType("Invitation", { description: "A link that lets one person in, once." })
export class InvitationObject {
  @Field(() => ID, { description: "Opaque and stable." })
  id: string;

  @Field(() => String, { description: "The address of the person invited." })
  email: string;

  @Field(() => RoleEnum, { description: "The part they will play." })
  role: Role;

  @Field(() => DateTimeScalar, { description: "When it was sent." })
  sentAt: Date;

  @Field(() => DateTimeScalar, { description: "Until when it can be accepted." })
  expiresAt: Date;
}

export const InvitationConnection = Connection(InvitationObject);

@InputType("InvitationSendInput", { description: "Whom to let in, and as what." })
export class InvitationSendInput {
  @Field(() => String, { description: "The address they will sign in with." })
  email: string;

  @Field(() => RoleEnum, { description: "The part they will play." })
  role: Role;

  @Field(() => ID, { nullable: true, description: "The member they will act for; null on the house's side, and for a member's own administrator." })
  memberId?: string | null;
}

@ObjectType("InvitationSendPayload", { description: "What became of the invitation." })
export class InvitationSendPayload {
  @Field(() => InvitationObject, { nullable: true, description: "The invitation; null when it was refused." })
  invitation: InvitationObject | null;

  @Field(() => String, { nullable: true, description: "The link to hand over, shown this once; null when it was refused." })
  link: string | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("InvitationRevokePayload", { description: "What became of the revocation." })
export class InvitationRevokePayload {
  @Field(() => InvitationObject, { nullable: true, description: "The invitation, good for nothing now; null when it was refused." })
  invitation: InvitationObject | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@InputType("InvitationAcceptInput", { description: "What an invited person brings." })
export class InvitationAcceptInput {
  @Field(() => String, { description: "What follows the `#` of the link they were handed." })
  token: string;

  @Field(() => String, { description: "What they are called." })
  name: string;

  @Field(() => String, { description: "A password of at least 12 characters." })
  password: string;
}

@ObjectType("InvitationAcceptPayload", { description: "What became of the acceptance." })
export class InvitationAcceptPayload {
  @Field(() => String, { nullable: true, description: "The address to sign in with from now on; null when it was refused." })
  email: string | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
