import type { Context } from "../../server/platform/context.ts";
import type { JobRun } from "../../server/platform/jobs.ts";

/** One running of a job that nobody watches and nobody stops. */
export const jobRun = (ctx: Context): JobRun => ({ ctx, progress: () => Promise.resolve(), signal: new AbortController().signal });
