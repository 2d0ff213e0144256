import { SideThread, ThreadLost } from "../platform/threads/side-thread.ts";
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
  private readonly thread: SideThread<Question, Inspection>;

  constructor(deadlineMs = DEADLINE_MS) {
    this.thread = new SideThread(new URL("./inspection-thread.ts", import.meta.url), { most, deadlineMs });
  }

  async inspect(bytes: Buffer, name: string): Promise<Inspection> {
    try {
      return await this.thread.ask({ bytes, name });
    } catch (error) {
      if (error instanceof ThreadLost) return { refused: "FILE_OPAQUE" };
      throw error;
    }
  }

  /** Starts the thread ahead of the first file. */
  warm = () => this.thread.warm();
  close = () => this.thread.close();
}
