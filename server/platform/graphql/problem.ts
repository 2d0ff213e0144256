import "reflect-metadata";
import { Field, InterfaceType, ObjectType, registerEnumType, Root } from "type-graphql";
import { type ProblemCode, problemCodes } from "../../kernel/problem-codes.ts";
import type { Outcome, Problem } from "../outcome.ts";
import { DateScalar } from "./scalars.ts";

const codes = Object.keys(problemCodes) as ProblemCode[];

/** The closed list of reasons, as the contract shows it. */
export const ProblemCodeEnum = Object.fromEntries(codes.map((code) => [code, code])) as Record<ProblemCode, ProblemCode>;
registerEnumType(ProblemCodeEnum, {
  name: "ProblemCode",
  description: "Every reason for which an act can be refused.",
  valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: problemCodes[code] }])),
});

function typeOf(problem: Problem): string {
  if (problem.article !== undefined) return "RuleProblem";
  return problem.day === undefined ? "PlainProblem" : "DayProblem";
}

@InterfaceType("Problem", {
  description: "One reason why an act was refused; nothing was changed.",
  resolveType: typeOf,
})
export abstract class ProblemObject {
  @Field(() => ProblemCodeEnum, { description: "What is wrong; the portal has a sentence for each code." })
  code: ProblemCode;

  @Field(() => String, { description: "The input field that caused it, dotted, such as `answers.3`; empty when the act as a whole is meant." })
  path: string;

  @Field(() => [String], { description: "The input fields it was held against, written like `path`; empty when it was held against none." })
  against(@Root() problem: Problem): readonly string[] {
    return problem.against ?? [];
  }
}

@ObjectType("PlainProblem", { implements: ProblemObject, description: "A reason that needs no more than its code and its path." })
export class PlainProblem extends ProblemObject {}

@ObjectType("RuleProblem", { implements: ProblemObject, description: "A reason that stands in the association's norms." })
export class RuleProblem extends ProblemObject {
  @Field(() => String, { description: "The article of the norm that stands in the way, by its stable code." })
  article: string;
}

@ObjectType("DayProblem", { implements: ProblemObject, description: "A reason that lies in a day." })
export class DayProblem extends ProblemObject {
  @Field(() => DateScalar, { description: "The day that stands in the way, such as the last for an appeal." })
  day: string;
}

/** The problems of an outcome, for a payload; none when it succeeded. */
export const problemsOf = (outcome: Outcome<unknown>): Problem[] => (outcome.ok ? [] : outcome.problems);
