import type { Period } from "../../kernel/period.ts";
import type { InputProblem } from "./input-problem.rules.ts";
import type { Answer, Answers, IndicatorGroup, Scheme } from "./scheme.rules.ts";
import { inputProblems } from "./validity.rules.ts";

/** INCOMPLETE: the member has been through the page, yet something is still missing or wrong. */
export const TaskState = { NOT_STARTED: "NOT_STARTED", IN_PROGRESS: "IN_PROGRESS", INCOMPLETE: "INCOMPLETE", COMPLETE: "COMPLETE" } as const;
export type TaskState = keyof typeof TaskState;

/** One page of the task list: a group of indicators. */
export interface Task {
  group: string;
  state: TaskState;
  /** Indicators without anything missing or wrong, out of all in the group. */
  answered: number;
  of: number;
  problems: InputProblem[];
}

/** The task list of an assessment. `lookedAt` names the groups whose page the member has been through. */
export function taskList(scheme: Scheme, answers: Answers, period: Period, lookedAt: readonly string[]): Task[] {
  const problems = inputProblems(scheme, answers, period);
  return scheme.groups.map((group) => taskOf(group, answers, problems, lookedAt.includes(group.id)));
}

/** True when every page is complete, so that the declaration may be made. */
export const isReadyToSubmit = (tasks: readonly Task[]): boolean => tasks.every((task) => task.state === "COMPLETE");

function taskOf(group: IndicatorGroup, answers: Answers, all: InputProblem[], lookedAt: boolean): Task {
  const under = (id: string) => all.filter(({ path }) => path.startsWith(`answers.${id}.`));
  const problems = group.indicators.flatMap(({ id }) => under(id));
  const started = group.indicators.some(({ id }) => isStarted(answers[id]));
  return {
    group: group.id,
    state: stateOf(problems.length === 0, started, lookedAt),
    answered: group.indicators.filter(({ id }) => under(id).length === 0).length,
    of: group.indicators.length,
    problems,
  };
}

function stateOf(complete: boolean, started: boolean, lookedAt: boolean): TaskState {
  if (complete) return "COMPLETE";
  if (lookedAt) return "INCOMPLETE";
  return started ? "IN_PROGRESS" : "NOT_STARTED";
}

const isStarted = (answer: Answer | undefined): boolean =>
  answer !== undefined && (answer.notApplicable !== undefined || Object.values(answer.inputs).some((text) => text !== null && text !== ""));
