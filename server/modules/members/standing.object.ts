import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar } from "../../platform/graphql/scalars.ts";
import { MemberObject } from "./member.object.ts";
import type { StandingMember } from "./member.queries.ts";
import { MemberStatus } from "./member.rules.ts";
import { StandingFactKind } from "./standing.rules.ts";

registerEnumType(StandingFactKind, {
  name: "StandingFactKind",
  description: "From what a firm's standing follows.",
  valuesConfig: {
    ADMITTED: { description: "It was admitted." },
    RENEWED: { description: "Its membership was renewed by a term." },
    WITHDRAWN: { description: "It gave notice of leaving." },
    WITHDRAWAL_REVOKED: { description: "It took the notice back." },
    SUSPENDED: { description: "The panel suspended its rights." },
    REINSTATED: { description: "Its rights were given back." },
    EXPELLED: { description: "The panel excluded it." },
  },
});

@ObjectType("StandingSpan", { description: "How a firm stands through a number of days." })
export class StandingSpanObject {
  @Field(() => MemberStatus, { description: "How it stands." })
  status: MemberStatus;

  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day; null for the span without an end." })
  to: string | null;
}

@ObjectType("MembershipPeriod", { description: "Days through which a firm belonged to the association without a break." })
export class MembershipPeriodObject {
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  to: string;

  @Field(() => MemberStatus, { description: "How it stood from the day after: in which way it left." })
  endedAs: MemberStatus;
}

@ObjectType("StandingFact", { description: "A date or decision from which a firm's standing follows." })
export class StandingFactObject {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => StandingFactKind, { description: "What it is." })
  kind: StandingFactKind;

  @Field(() => DateScalar, { description: "From which day it holds." })
  day: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day of the term, of an admission or a renewal; null of anything else." })
  through: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day of a suspension; null for one without an end." })
  until: string | null;

  @Field(() => String, { nullable: true, description: "Why, in the words it was given in; null when none were." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;
}

@ObjectType("Membership", { description: "The term of a membership, and what comes of it." })
export class MembershipObject {
  @Field(() => DateScalar, { description: "The last day of the term." })
  through: string;

  @Field(() => DateScalar, { description: "The last day on which it is still a member, the term being over." })
  graceThrough: string;

  @Field(() => DateScalar, { description: "The first day on which the term can be renewed." })
  renewalOpensOn: string;

  @Field(() => Boolean, { description: "Whether it can be renewed today." })
  renewable: boolean;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it has given notice of leaving; null when it has given none." })
  leavesOn: string | null;
}

@InputType("MemberLeaveInput", { description: "A notice of leaving." })
export class MemberLeaveInput {
  @Field(() => DateScalar, { description: "The first day on which it is no member any more: today or later, within a year." })
  day: string;

  @Field(() => String, { description: "Why." })
  reason: string;
}

@ObjectType("MemberRenewPayload", { description: "What became of the renewal." })
export class MemberRenewPayload {
  @Field(() => MemberObject, { nullable: true, description: "The firm as it stands now; null when it was refused." })
  member: StandingMember | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("MemberLeavePayload", { description: "What became of the notice." })
export class MemberLeavePayload extends MemberRenewPayload {}

@ObjectType("MemberLeaveRevokePayload", { description: "What became of taking it back." })
export class MemberLeaveRevokePayload extends MemberRenewPayload {}
