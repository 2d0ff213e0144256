/** Tells a person at a terminal what is being done. */
export interface Progress {
  /** Runs a step and prints one line once it is done: its name, the time it took, and what `tell` says of its result. A step that throws is named in the error. */
  step<Result>(name: string, work: () => Promise<Result>, tell: (result: Result) => string): Promise<Result>;
  /** Something worth knowing while a step runs. */
  note(line: string): void;
}

export function startProgress(print: (line: string) => void): Progress {
  return {
    async step(name, work, tell) {
      const began = performance.now();
      const result = await work().catch((error: unknown) => {
        throw new StepError(name, error);
      });
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      print(`  ✓ ${name.padEnd(18)}${seconds.padStart(6)} s   ${tell(result)}`);
      return result;
    },
    note: (line) => print(`  · ${line}`),
  };
}

/** A step that failed, with the reason in words for the person who started the house. */
export class StepError extends Error {
  constructor(step: string, cause: unknown) {
    super(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "StepError";
  }
}
