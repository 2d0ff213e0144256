import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Inspection } from "./file-inspection.ts";

/** What the thread is asked. */
export interface Question {
  bytes: Uint8Array;
  name: string;
}

/** Longer than any honest file takes, on a machine that has other things to do. */
const DEADLINE_MS = 10_000;
const most = { maxOldGenerationSizeMb: 512 };

/**
 * Judges files in a thread beside the API, one after the other: however a file is made, nobody else waits for it. A file that
 * takes too long, or more memory than there is for it, is refused, and the thread is begun anew.
 */
export class FileInspector {
  private thread: Promise<Worker> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deadlineMs = DEADLINE_MS) {}

  inspect(bytes: Buffer, name: string): Promise<Inspection> {
    const turn = this.last.then(() => this.judge({ bytes, name }));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Starts the thread ahead of the first file. */
  async warm(): Promise<void> {
    await this.started();
  }

  async close(): Promise<void> {
    const thread = await this.thread?.catch(() => null);
    this.thread = null;
    await thread?.terminate();
  }

  private async judge(question: Question): Promise<Inspection> {
    const thread = await this.started();
    const ended = new AbortController();
    const end = () => ended.abort();
    const clock = setTimeout(end, this.deadlineMs);
    thread.once("exit", end);
    try {
      thread.postMessage(question);
      const [found] = (await once(thread, "message", { signal: ended.signal })) as [Inspection];
      return found;
    } catch (error) {
      await this.close();
      if (ended.signal.aborted || (error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY") return { refused: "FILE_OPAQUE" };
      throw error;
    } finally {
      clearTimeout(clock);
      thread.off("exit", end);
    }
  }

  private async started(): Promise<Worker> {
    try {
      return await (this.thread ??= startedThread());
    } catch (error) {
      this.thread = null;
      throw error;
    }
  }
}

/** Never holds its process: a house that closes does not wait for a file. */
async function startedThread(): Promise<Worker> {
  const thread = new Worker(new URL("./inspection-thread.mjs", import.meta.url), { execArgv: [], resourceLimits: most });
  thread.on("error", () => undefined);
  await once(thread, "message");
  thread.unref();
  return thread;
}
