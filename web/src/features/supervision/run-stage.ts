interface Run {
  state: "ORDERED" | "RUNNING" | "DONE";
  population: number;
  batches: number;
  batchesDone: number;
  gradeCounts: readonly { members: number }[];
  reports: readonly unknown[];
}

/** How many languages a report is drawn in. */
const REPORTS = 3;

/** What is being done for a run and how far it is; null once the last report is there. Members are graded and the report drawn after the last batch. */
export function stageOf({ state, population, batches, batchesDone, gradeCounts, reports }: Run) {
  if (state !== "DONE") return { name: state, done: batchesDone, total: batches };
  if (reports.length >= REPORTS) return null;
  const graded = gradeCounts.reduce((sum, { members }) => sum + members, 0);
  if (reports.length === 0 && graded < population) return { name: "GRADING" as const, done: graded, total: population };
  return { name: "DRAWING" as const, done: reports.length, total: REPORTS };
}
