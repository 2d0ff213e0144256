import { once } from "node:events";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { Reply } from "./answering.ts";

export interface SideThreadOptions {
  /** What it may use; the process's own measure unless said. */
  most?: ResourceLimits;
  /** Milliseconds a question may take; none unless said. */
  deadlineMs?: number;
}

/** The thread went down over a question: it took too long, or more memory than there is for it. */
export class ThreadLost extends Error {}

/**
 * A thread beside this process that answers questions one after the other: however long one takes, nobody else of the process waits for it. It begins
 * with the first question, and anew after one that brought it down. Never holds its process: a house that closes does not wait for it.
 */
export class SideThread<Question, Answer> {
  private thread: Promise<Worker> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  /** `program` is a module that calls `answerEach`. */
  constructor(private readonly program: URL, private readonly options: SideThreadOptions = {}) {}

  /** Throws what the program threw, or `ThreadLost`. */
  ask(question: Question): Promise<Answer> {
    const turn = this.last.then(() => this.put(question));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Starts the thread ahead of the first question. */
  async warm(): Promise<void> {
    await this.started();
  }

  async close(): Promise<void> {
    const thread = await this.thread?.catch(() => null);
    this.thread = null;
    await thread?.terminate();
  }

  private async put(question: Question): Promise<Answer> {
    const thread = await this.started();
    const ended = new AbortController();
    const end = () => ended.abort();
    const clock = this.options.deadlineMs === undefined ? undefined : setTimeout(end, this.options.deadlineMs);
    thread.once("exit", end);
    try {
      thread.postMessage(question);
      return answerIn((await once(thread, "message", { signal: ended.signal })) as [Reply<Answer>]);
    } catch (error) {
      if (error instanceof ProgramFailure) throw error.cause;
      await this.close();
      if (ended.signal.aborted || (error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY") throw new ThreadLost("The thread was lost over a question.", { cause: error });
      throw error;
    } finally {
      clearTimeout(clock);
      thread.off("exit", end);
    }
  }

  private async started(): Promise<Worker> {
    try {
      return await (this.thread ??= this.begin());
    } catch (error) {
      this.thread = null;
      throw error;
    }
  }

  private async begin(): Promise<Worker> {
    const thread = new Worker(new URL("./begin.mjs", import.meta.url), {
      execArgv: [], workerData: this.program.href, ...(this.options.most && { resourceLimits: this.options.most }),
    });
    thread.on("error", () => undefined);
    await once(thread, "message");
    thread.unref();
    return thread;
  }
}

/** What the program threw over a question; the thread itself stands. */
class ProgramFailure extends Error {}

function answerIn<Answer>([reply]: [Reply<Answer>]): Answer {
  if ("failure" in reply) throw new ProgramFailure("The program failed.", { cause: reply.failure });
  return reply.answer;
}
