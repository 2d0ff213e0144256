import { Field, InputType, ObjectType } from "type-graphql";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import { UserObject } from "./user.object.ts";

@ObjectType("UserAccessRenewPayload", { description: "What became of the renewal of somebody's access." })
export class UserAccessRenewPayload {
  @Field(() => UserObject, { nullable: true, description: "The person; null when it was refused." })
  user: UserObject | null;

  @Field(() => String, { nullable: true, description: "The link to hand over, shown this once; null when it was refused." })
  link: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when the link counts; null when it was refused." })
  expiresAt: Date | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@InputType("AccessRenewalAcceptInput", { description: "What somebody brings who comes in anew." })
export class AccessRenewalAcceptInput {
  @Field(() => String, { description: "What follows the `#` of the link they were handed." })
  token: string;

  @Field(() => String, { description: "A password of at least 12 characters." })
  password: string;
}

@ObjectType("AccessRenewalAcceptPayload", { description: "What became of the way back in." })
export class AccessRenewalAcceptPayload {
  @Field(() => String, { nullable: true, description: "The address to sign in with; null when it was refused." })
  email: string | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
