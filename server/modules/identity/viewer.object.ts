import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar, LanguageEnum } from "../../platform/graphql/scalars.ts";
import { Act } from "../../platform/graphql/viewer-may.ts";
import type { Permission, Role } from "./permissions.ts";
import { RoleEnum } from "./user.object.ts";

@ObjectType("Session", { description: "One browser a person is signed in with." })
export class SessionObject {
  @Field(() => ID, { description: "Opaque and stable." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When it was opened." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "When it was last used, to the minute." })
  lastSeenAt: Date;

  @Field(() => String, { nullable: true, description: "The network address it was opened from; null when it is not known." })
  address: string | null;

  @Field(() => String, { nullable: true, description: "What the browser calls itself; null when it did not say." })
  userAgent: string | null;

  @Field(() => Boolean, { description: "Whether it is the one this request came with." })
  current: boolean;
}

@ObjectType("ApiKey", { description: "A key with which a program acts for a person." })
export class ApiKeyObject {
  @Field(() => ID, { description: "Opaque and stable." })
  id: string;

  @Field(() => String, { description: "What its owner calls it." })
  name: string;

  @Field(() => String, { description: "Its first letters, to tell keys apart." })
  tokenStart: string;

  @Field(() => [Act], { description: "What it may do, as far as its owner may." })
  scopes: Permission[];

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "From when on it opens nothing." })
  expiresAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used, to the minute; null when it never was." })
  lastUsedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked; null while it counts." })
  revokedAt: Date | null;
}

@ObjectType("DemoHint", { description: "What a person of the demo story proves their identity with." })
export class DemoHintObject {
  @Field(() => String, { description: "The password of every person of the demo story." })
  password: string;

  @Field(() => String, { nullable: true, description: "A code that counts now; null without a second factor, and for half a minute when all were used." })
  code: string | null;
}

@ObjectType("Viewer", { description: "The person who asks." })
export class ViewerObject {
  @Field(() => ID, { description: "The id of their record." })
  id: string;

  @Field(() => String, { description: "What they are called." })
  name: string;

  @Field(() => String, { description: "The address they sign in with." })
  email: string;

  @Field(() => LanguageEnum, { description: "The language the house writes to them in." })
  language: Language;

  @Field(() => [RoleEnum], { description: "The parts they play." })
  roles: Role[];
}

@ObjectType("DemoPerson", { description: "A person of the demo story who can be tried out from the sign-in page." })
export class DemoPersonObject {
  @Field(() => String, { description: "The address to sign in with." })
  email: string;

  @Field(() => String, { description: "What they are called, in the language of the request." })
  name: string;

  @Field(() => RoleEnum, { description: "The part they play." })
  role: Role;

  @Field(() => String, { description: "What their part of the story shows, in the language of the request." })
  shows: string;
}

@InputType("SignInInput", { description: "A proof of who somebody is." })
export class SignInInput {
  @Field(() => String, { description: "The address of the account." })
  email: string;

  @Field(() => String, { description: "Its password." })
  password: string;

  @Field(() => String, { nullable: true, description: "A code of the authenticator app or a recovery code, where a second factor is enrolled." })
  code?: string | null;
}

@InputType("StepUpInput", { description: "A fresh proof of identity." })
export class StepUpInput {
  @Field(() => String, { description: "The password of whoever is signed in." })
  password: string;

  @Field(() => String, { nullable: true, description: "A code of the authenticator app or a recovery code, where a second factor is enrolled." })
  code?: string | null;
}

@InputType("PasswordChangeInput", { description: "The present password and the next." })
export class PasswordChangeInput {
  @Field(() => String, { description: "The password that is to go." })
  current: string;

  @Field(() => String, { description: "The password that is to come, of at least 12 characters." })
  password: string;
}

@InputType("ApiKeyCreateInput", { description: "A key to be made." })
export class ApiKeyCreateInput {
  @Field(() => String, { description: "What to call it." })
  name: string;

  @Field(() => [Act], { description: "What it may do: acts of its owner, save grave ones and those on the account itself." })
  scopes: Permission[];

  @Field(() => DateTimeScalar, { description: "From when on it opens nothing; at most a year ahead." })
  expiresAt: Date;
}

/** A payload whose subject is the viewer: all that is done to one's own account and session. */
function viewerPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => ViewerObject, { nullable: true, description: "The viewer from now on; null when nobody is signed in." })
    viewer: ViewerObject | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const SignInPayload = viewerPayload("SignInPayload", "What became of the sign-in.");
export const DemoSignInPayload = viewerPayload("DemoSignInPayload", "What became of the sign-in as a person of the demo story.");
export const SignOutPayload = viewerPayload("SignOutPayload", "What became of the sign-out.");
export const StepUpPayload = viewerPayload("StepUpPayload", "What became of the fresh proof of identity.");
export const PasswordChangePayload = viewerPayload("PasswordChangePayload", "What became of the change of password.");
export const LanguageChangePayload = viewerPayload("LanguageChangePayload", "What became of the change of language.");
export const SessionEndOthersPayload = viewerPayload("SessionEndOthersPayload", "What became of the ending of all other sessions.");
export const SessionEndPayload = viewerPayload("SessionEndPayload", "What became of the ending of a session.");

@ObjectType("TotpEnrolmentBeginPayload", { description: "A secret for an authenticator app, waiting for its first code." })
export class TotpEnrolmentBeginPayload {
  @Field(() => String, { nullable: true, description: "The secret as text, to be typed; null when it was refused." })
  secret: string | null;

  @Field(() => String, { nullable: true, description: "The secret as an `otpauth:` address; null when it was refused." })
  otpauthUri: string | null;

  @Field(() => String, { nullable: true, description: "That address as a QR code, drawn in SVG; null when it was refused." })
  qrSvg: string | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("TotpEnrolmentConfirmPayload", { description: "What became of the enrolment." })
export class TotpEnrolmentConfirmPayload {
  @Field(() => ViewerObject, { nullable: true, description: "The viewer with a second factor; null when it was refused." })
  viewer: ViewerObject | null;

  @Field(() => [String], { description: "Ten codes for when the app is lost, each good once, shown this once." })
  recoveryCodes: string[];

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("ApiKeyCreatePayload", { description: "What became of the making of a key." })
export class ApiKeyCreatePayload {
  @Field(() => ApiKeyObject, { nullable: true, description: "The key's record; null when it was refused." })
  apiKey: ApiKeyObject | null;

  @Field(() => String, { nullable: true, description: "The key itself, shown this once; null when it was refused." })
  secret: string | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("ApiKeyRevokePayload", { description: "What became of the revocation." })
export class ApiKeyRevokePayload {
  @Field(() => ApiKeyObject, { nullable: true, description: "The key, good for nothing now; null when it was refused." })
  apiKey: ApiKeyObject | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
