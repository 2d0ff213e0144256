import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../../kernel/language.ts";
import { Connection } from "../../../platform/graphql/connection.ts";
import { Node } from "../../../platform/graphql/node.ts";
import { ProblemObject } from "../../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, LanguageEnum, LocalizedScalar } from "../../../platform/graphql/scalars.ts";
import { AuditCalendar, AuditRunState, FindingStanding, Severity } from "./audit.rules.ts";

registerEnumType(Severity, {
  name: "Severity",
  description: "How grave a finding is.",
  valuesConfig: {
    CRITICAL: { description: "Strikes at what membership stands on." },
    MAJOR: { description: "A duty was not kept." },
    MINOR: { description: "A duty was kept in part, or not shown to be." },
  },
});
registerEnumType(FindingStanding, {
  name: "FindingStanding",
  description: "What has become of what a finding is about.",
  valuesConfig: {
    STANDING: { description: "The latest audit found it." },
    FOUND_AGAIN: { description: "A later audit found it again, in a finding of its own." },
    SETTLED: { description: "The latest audit did not find it any more." },
  },
});
registerEnumType(AuditCalendar, { name: "AuditCalendar", description: "How often a plan is due." });
registerEnumType(AuditRunState, {
  name: "AuditRunState",
  description: "How far an audit is.",
  valuesConfig: {
    ORDERED: { description: "Waits for a worker." },
    RUNNING: { description: "Judges the members batch by batch." },
    DONE: { description: "Every member was judged." },
  },
});

@ObjectType("AuditRule", { description: "One thing an audit looks for." })
export class AuditRuleObject {
  @Field(() => String, { description: "Its stable code." }) code: string;
  @Field(() => LocalizedScalar, { description: "What must hold." }) title: Localized;
  @Field(() => String, { description: "The norm article or pledge clause a finding cites." }) article: string;
  @Field(() => Severity, { description: "How grave a breach is." }) severity: Severity;
}

@ObjectType("AuditRuleSet", { description: "One version of what audits look for; never edited, only followed by the next." })
export class AuditRuleSetObject {
  @Field(() => Int, { description: "Its version." }) version: number;
  @Field(() => DateScalar, { description: "The day from which it may be used." }) effectiveFrom: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) title: Localized;
  @Field(() => [AuditRuleObject], { description: "Its rules." }) rules: AuditRuleObject[];
}

@ObjectType("AuditPlan", { implements: Node, description: "A standing order to audit all members on a calendar." })
export class AuditPlanObject extends Node {
  @Field(() => LocalizedScalar, { description: "Its name." }) title: Localized;
  @Field(() => AuditCalendar, { description: "How often it is due." }) calendar: AuditCalendar;
  @Field(() => Int, { description: "From which day of the period's first month it is due, in the association's zone." }) dueDay: number;
  @Field(() => Boolean, { description: "Whether the calendar orders its runs." }) active: boolean;
}

@ObjectType("AuditRuleCount", { description: "How often one rule was breached in a run." })
export class AuditRuleCountObject {
  @Field(() => AuditRuleObject, { description: "The rule." }) rule: AuditRuleObject;
  @Field(() => Int, { description: "How many findings." }) findings: number;
  @Field(() => Int, { description: "How many members they concern." }) members: number;
}

@ObjectType("AuditReport", { description: "A run's report in one language." })
export class AuditReportObject {
  @Field(() => LanguageEnum, { description: "Its language." }) language: string;
  @Field(() => String, { description: "The file, to fetch at `/files/<id>`." }) fileId: string;
}

@ObjectType("AuditRun", { implements: Node, description: "One audit of all members." })
export class AuditRunObject extends Node {
  @Field(() => String, { description: "The calendar's period, such as `2026-Q4`, or `now-…` when an officer asked for it." }) occasion: string;
  @Field(() => DateTimeScalar, { description: "The instant as of which every rule judges." }) asOf: Date;
  @Field(() => AuditRunState, { description: "How far it is." }) state: AuditRunState;
  @Field(() => Int, { description: "How many members it judges; 0 until a worker opened it." }) population: number;
  @Field(() => Int, { description: "Into how many batches they are cut." }) batches: number;
  @Field(() => Int, { description: "How many batches are done." }) batchesDone: number;
  @Field(() => Int, { description: "How many findings it made; 0 until it is done." }) findings: number;
  @Field(() => DateTimeScalar, { description: "When it was ordered." }) orderedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When a worker opened it; null while it waits." }) startedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When the last batch was done; null before." }) finishedAt: Date | null;
}

export const AuditRunConnection = Connection(AuditRunObject);

@ObjectType("FindingFact", { description: "One figure a finding stands on." })
export class FindingFactObject {
  @Field(() => String, { description: "Its name in the rule's words." }) name: string;
  @Field(() => String, { nullable: true, description: "Its value; null when there was none." }) value: string | null;
  @Field(() => LocalizedScalar, { nullable: true, description: "Its value as people write it: days, periods, groups by their title; null when there was none." })
  words: Localized | null;
}

@ObjectType("Finding", { implements: Node, description: "What an audit found wrong with one member under one rule." })
export class FindingObject extends Node {
  @Field(() => Severity, { description: "How grave it is." }) severity: Severity;
  @Field(() => String, { description: "What exactly is at fault, such as a period or a certificate's number; empty for the member as a whole." }) subject: string;
  @Field(() => DateTimeScalar, { description: "The instant as of which it was found." }) foundAt: Date;
}

export const FindingConnection = Connection(FindingObject);

@InputType("FindingFilter", { description: "Which findings are meant; what is absent does not narrow." })
export class FindingFilterInput {
  @Field(() => String, { nullable: true, description: "Of this run." }) runId?: string | null;
  @Field(() => String, { nullable: true, description: "About this member." }) memberId?: string | null;
  @Field(() => String, { nullable: true, description: "Under this rule." }) rule?: string | null;
  @Field(() => Severity, { nullable: true, description: "So grave." }) severity?: Severity | null;
  @Field(() => FindingStanding, { nullable: true, description: "Of which this has become; a settled matter is listed once, by its last finding." })
  standing?: FindingStanding | null;
}

@InputType("AuditPlanMakeInput", { description: "A plan to be made." })
export class AuditPlanMakeInput {
  @Field(() => LocalizedScalar, { description: "Its name." }) title: Localized;
  @Field(() => Int, { description: "The version of the rule set it uses." }) ruleSetVersion: number;
  @Field(() => AuditCalendar, { description: "How often it is due." }) calendar: AuditCalendar;
  @Field(() => Int, { description: "From which day of the period's first month, 1 to 28." }) dueDay: number;
}

function planPayload(act: string, description: string) {
  @ObjectType(`AuditPlan${act}Payload`, { description })
  class Payload {
    @Field(() => AuditPlanObject, { nullable: true, description: "The plan; null when the act was refused." }) auditPlan: AuditPlanObject | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const AuditPlanMakePayload = planPayload("Make", "What became of making a plan.");
export const AuditPlanPausePayload = planPayload("Pause", "What became of pausing a plan.");
export const AuditPlanResumePayload = planPayload("Resume", "What became of resuming a plan.");

@ObjectType("AuditRunOrderPayload", { description: "What became of ordering an audit." })
export class AuditRunOrderPayload {
  @Field(() => AuditRunObject, { nullable: true, description: "The run; null when it was refused." }) auditRun: AuditRunObject | null;
  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
}
