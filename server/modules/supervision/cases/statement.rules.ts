import type { Fault } from "./case.rules.ts";

/** What a member says, with the files that bear it out. */
export interface Statement {
  text: string;
  fileIds: readonly string[];
}

const LONGEST = 20_000;
const MOST_FILES = 20;

/** What is wrong with a statement, of whose files these are the member's own; null when nothing is. `text` is trimmed. */
export function statementFault({ text, fileIds }: Statement, own: ReadonlySet<string>): Fault | null {
  if (text === "") return { code: "REQUIRED", path: "text" };
  if (text.length > LONGEST) return { code: "TOO_LONG", path: "text" };
  if (fileIds.length > MOST_FILES) return { code: "TOO_MANY", path: "fileIds" };
  return fileIds.some((fileId) => !own.has(fileId)) ? { code: "NOT_FOUND", path: "fileIds" } : null;
}
