import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";

export interface Breaks {
  /** Sentences about changes that break callers and that nobody let through. */
  unaccepted: string[];
  /** Changes that may surprise callers; told, never refused. */
  dangerous: string[];
}

/** Compares two printed contracts; `acceptedBreaks` is the text of accepted-breaks.md. */
export function breaksBetween(before: string, after: string, acceptedBreaks: string): Breaks {
  const [old, present] = [buildSchema(before), buildSchema(after)];
  const accepted = acceptedIn(acceptedBreaks);
  const unaccepted = findBreakingChanges(old, present).map(({ description }) => description).filter((sentence) => !accepted.has(sentence));
  return { unaccepted, dangerous: findDangerousChanges(old, present).map(({ description }) => description) };
}

/** The breaks let through: every list item that begins with the sentence in quotation marks. */
const acceptedIn = (text: string): Set<string> => new Set([...text.matchAll(/^- "(.+?)"/gm)].map(([, sentence]) => sentence ?? ""));
