import type { z } from "zod";
import type { Context } from "./context.ts";

/** Work that can be ordered: where it queues, what it needs, and the key that makes a second order the same order. */
export interface JobDefinition<P = unknown> {
  queue: string;
  name: string;
  payload: z.ZodType<P>;
  /** Letters, digits, dots, dashes and underscores; equal keys are one order. */
  key: (payload: P) => string;
  /** How often it is tried before it is given up; 8 unless said. */
  attempts?: number;
}

/** One running of a job: the house's own context, a way to say how far it is, and word that the worker is stopping. */
export interface JobRun {
  ctx: Context;
  /** Writes how much is done; the portal shows it live. */
  progress: (done: number, total: number) => Promise<void>;
  /** Aborted when the worker is about to stop: work that can go on later throws its reason at the next safe place, and another worker goes on. */
  signal: AbortSignal;
}

export interface Processor {
  job: JobDefinition;
  run: (payload: unknown, run: JobRun) => Promise<void>;
}

export const defineJob = <P>(definition: JobDefinition<P>): JobDefinition<P> => definition;

/** Binds work to its definition; the payload is parsed again on this side. */
export function handle<P>(job: JobDefinition<P>, work: (payload: P, run: JobRun) => Promise<void>): Processor {
  return { job: job as JobDefinition, run: (payload, run) => work(job.payload.parse(payload), run) };
}
