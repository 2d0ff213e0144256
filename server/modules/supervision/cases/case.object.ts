import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../../kernel/language.ts";
import { Connection } from "../../../platform/graphql/connection.ts";
import { Node } from "../../../platform/graphql/node.ts";
import { DateScalar, DateTimeScalar, LocalizedScalar } from "../../../platform/graphql/scalars.ts";
import { CaseOutcome, CaseState } from "./case.rules.ts";

registerEnumType(CaseState, {
  name: "CaseState",
  description: "How far a case has come; no step is ever skipped.",
  valuesConfig: {
    OPENED: { description: "The house looks into it; the member was not told yet." },
    NOTICE_SERVED: { description: "The member was told, and answers." },
    DRAFTED: { description: "A decision is drafted and lies before a panel." },
    DECIDED: { description: "A panel has decided; the member was not told yet." },
    SERVED: { description: "The member was told, and the decision waits to take effect." },
    IN_FORCE: { description: "The sanction has effect." },
    CLOSED: { description: "There is nothing left to do." },
  },
});
registerEnumType(CaseOutcome, {
  name: "CaseOutcome",
  description: "How a case ended.",
  valuesConfig: {
    DROPPED: { description: "The house let it rest before a panel decided." },
    DISMISSED: { description: "A panel found nothing to sanction." },
    SANCTIONED: { description: "A sanction took effect." },
    SET_ASIDE: { description: "An appeal did away with the sanction." },
  },
});

export const ChargeDocument = { PLEDGE: "PLEDGE", NORM: "NORM" } as const;
registerEnumType(ChargeDocument, { name: "ChargeDocument", description: "Where a clause stands." });

export const CaseClockState = { RUNNING: "RUNNING", PAUSED: "PAUSED", OVERDUE: "OVERDUE" } as const;
registerEnumType(CaseClockState, {
  name: "CaseClockState",
  description: "Where a clock stands.",
  valuesConfig: { RUNNING: { description: "It runs." }, PAUSED: { description: "Days do not count now." }, OVERDUE: { description: "The time is over." } },
});

@ObjectType("CaseClock", { description: "A time somebody has, on the association's working calendar." })
export class CaseClockObject {
  @Field(() => CaseClockState, { description: "Where it stands today." }) state: string;
  @Field(() => DateScalar, { nullable: true, description: "The last day in time; null while it is paused without an end." }) due: string | null;
  @Field(() => Int, { description: "Days left after today; below nought when the time is over." }) left: number;
  @Field(() => DateScalar, { nullable: true, description: "Since when it is paused; null when it is not." }) pausedSince: string | null;
  @Field(() => String, { nullable: true, description: "Why it is paused; null when it is not." }) pausedBecause: string | null;
}

@ObjectType("CitedClause", { description: "A clause held to be broken, with its words." })
export class CitedClauseObject {
  @Field(() => ChargeDocument, { description: "Where it stands." }) document: string;
  @Field(() => ID, { description: "The version it stands in." }) versionId: string;
  @Field(() => Int, { description: "The number of that version." }) version: number;
  @Field(() => String, { description: "Its code." }) code: string;
  @Field(() => LocalizedScalar, { description: "What it is about." }) title: Localized;
  @Field(() => LocalizedScalar, { description: "What it says." }) text: Localized;
}

@ObjectType("CaseFile", { description: "A file that was handed in, to fetch at `/files/<id>`." })
export class CaseFileObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => String, { description: "Its name." }) name: string;
  @Field(() => Int, { description: "Its size in bytes." }) size: number;
}

@ObjectType("CaseAnswer", { description: "What the member said." })
export class CaseAnswerObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => String, { description: "In the member's words." }) text: string;
  @Field(() => Boolean, { description: "Whether the member has said all it wants to." }) final: boolean;
  @Field(() => DateTimeScalar, { description: "When." }) filedAt: Date;
}

@ObjectType("CaseStepFact", { description: "One figure or code of a step." })
export class CaseStepFactObject {
  @Field(() => String, { description: "Its name." }) name: string;
  @Field(() => String, { nullable: true, description: "Its value; null when there is none." }) value: string | null;
}

@ObjectType("CaseStep", { description: "One step in the life of a case." })
export class CaseStepObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => String, { description: "What was done; the portal has a word for each." }) kind: string;
  @Field(() => DateTimeScalar, { description: "When." }) at: Date;
  @Field(() => String, { nullable: true, description: "Who did it; null for what came by itself, and for those the viewer may not know." }) personName: string | null;
  @Field(() => String, { nullable: true, description: "Why; null where nobody had to say." }) note: string | null;
}

@ObjectType("CaseDraft", { description: "What a panel is asked to decide." })
export class CaseDraftObject {
  @Field(() => String, { description: "`SANCTION` or `DISMISSED`." }) outcome: string;
  @Field(() => String, { nullable: true, description: "The step the breach deserves before anything that speaks for the member is counted; null for a dismissal." }) step: string | null;
  @Field(() => Int, { nullable: true, description: "For how many months; null for a step without a term." }) months: number | null;
  @Field(() => String, { nullable: true, description: "How much; null unless it is a penalty in money." }) amount: string | null;
  @Field(() => String, { nullable: true, description: "The basis beside the clause; null where none was stated." }) legalBasis: string | null;
  @Field(() => [String], { description: "What speaks for the member, by code." }) mitigations: string[];
  @Field(() => [String], { description: "The clauses held to be proved, by code." }) upheld: string[];
  @Field(() => String, { description: "Why." }) reasons: string;
  @Field(() => DateTimeScalar, { description: "When it was saved last." }) savedAt: Date;
}

@ObjectType("ImposedSanction", { description: "What a proposal comes down to." })
export class ImposedSanctionObject {
  @Field(() => String, { description: "The step, by code." }) step: string;
  @Field(() => Int, { description: "By how many steps it came down." }) stepsDown: number;
  @Field(() => Int, { description: "How many days it stays public." }) publishedDays: number;
  @Field(() => Int, { nullable: true, description: "For how many months; null for a step without a term." }) months: number | null;
}

@ObjectType("SanctionCase", { implements: Node, description: "A matter held against a member, from its opening to its end." })
export class CaseObject extends Node {
  @Field(() => Int, { description: "Its number." }) number: number;
  @Field(() => String, { description: "What it is about, in a line." }) title: string;
  @Field(() => String, { description: "What is held against the member." }) statement: string;
  @Field(() => DateScalar, { description: "The day of the breach, or the first of them." }) occurredOn: string;
  @Field(() => ID, { nullable: true, description: "The finding it began with; null when it began otherwise." }) source: string | null;
  @Field(() => Int, { description: "The version of the ladder by which it is conducted." }) ladderVersion: number;
  @Field(() => CaseState, { description: "How far it has come." }) state: CaseState;
  @Field(() => Int, { description: "Grows with every act of the house." }) revision: number;
  @Field(() => DateTimeScalar, { description: "When it was opened." }) openedAt: Date;
  @Field(() => DateScalar, { nullable: true, description: "The day the member was told; null before." }) noticeServedOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it ended; null before." }) closedOn: string | null;
  @Field(() => CaseOutcome, { nullable: true, description: "How it ended; null before." }) outcome: CaseOutcome | null;
}

export const CaseConnection = Connection(CaseObject);
