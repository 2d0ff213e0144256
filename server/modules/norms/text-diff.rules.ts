import type { Language } from "../../kernel/language.ts";

/** What became of a piece of text between two versions. */
export const PieceChange = { SAME: "SAME", REMOVED: "REMOVED", ADDED: "ADDED" } as const;
export type PieceChange = keyof typeof PieceChange;

export interface Piece {
  change: PieceChange;
  text: string;
}

/** Beyond this many comparisons two texts count as replaced whole: about two thousand characters against two thousand others. */
const mostCells = 4_000_000;

/** The pieces of two texts in order: Chinese is compared by character, English by word. Without the added they are the first text, without the removed the second. */
export function textDiff(before: string, after: string, language: Language): Piece[] {
  const [from, to] = [tokensOf(before, language), tokensOf(after, language)];
  const start = commonStart(from, to);
  const end = commonEnd(from.slice(start), to.slice(start));
  const [left, right] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  return joined([...from.slice(0, start).map(same), ...between(left, right), ...from.slice(from.length - end).map(same)]);
}

/** Words, gaps and marks of an English text, characters of a Chinese one; together they are the text. */
export const tokensOf = (text: string, language: Language): string[] =>
  language === "en" ? text.match(/[\p{L}\p{N}'’-]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [] : (text.match(/[A-Za-z0-9.]+|[\s\S]/gu) ?? []);

const same = (text: string): Piece => ({ change: "SAME", text });

function commonStart(from: readonly string[], to: readonly string[]): number {
  let length = 0;
  while (length < Math.min(from.length, to.length) && from[length] === to[length]) length += 1;
  return length;
}

const commonEnd = (from: readonly string[], to: readonly string[]): number => commonStart([...from].reverse(), [...to].reverse());

/** By the longest common subsequence; what is removed stands before what is added in its place. */
function between(from: readonly string[], to: readonly string[]): Piece[] {
  const replaced: Piece[] = [...from.map((text): Piece => ({ change: "REMOVED", text })), ...to.map((text): Piece => ({ change: "ADDED", text }))];
  if (from.length === 0 || to.length === 0 || from.length * to.length > mostCells) return replaced;
  return walked(from, to, lengthsOf(from, to));
}

/** At `i * width + j`: how long the longest common subsequence of what follows is. */
function lengthsOf(from: readonly string[], to: readonly string[]): Uint16Array {
  const width = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1) lengths[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return lengths;
}

function walked(from: readonly string[], to: readonly string[], lengths: Uint16Array): Piece[] {
  const width = to.length + 1;
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]];
    if (left !== undefined && left === right) {
      pieces.push(same(left));
      [i, j] = [i + 1, j + 1];
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ change: "REMOVED", text: left });
      i += 1;
    } else {
      pieces.push({ change: "ADDED", text: right ?? "" });
      j += 1;
    }
  }
  return pieces;
}

/** Neighbours of one kind as one piece. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    return last?.change === piece.change ? [...all.slice(0, -1), { ...last, text: last.text + piece.text }] : [...all, piece];
  }, []);
