import { isDay } from "../kernel/period.ts";
import { isStorable } from "../kernel/plain-text.ts";

/** What a list is asked for: at most `first` (1 to 100) after a cursor. */
export interface PageRequest {
  first: number;
  after?: string | null;
}

/** A page of a list in Relay's shape, with the total only when asked. */
export interface Page<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}

/** Writes the sort values of a row as an opaque cursor. */
export const cursorOf = (...values: (string | number | null)[]): string => Buffer.from(JSON.stringify(values)).toString("base64url");

/** A cursor that does not belong to the list it is used with. */
export class UnfitCursor extends Error {}

const LARGEST_NUMBER = 2_147_483_647;
const LONGEST_TEXT = 300;
const instant = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/;

/** What a list is sorted by, and whether a value of a cursor can be such. */
const fits = {
  INSTANT: (value: unknown) => typeof value === "string" && isDay(instant.exec(value)?.[1] ?? ""),
  DAY: (value: unknown) => typeof value === "string" && isDay(value),
  NUMBER: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_NUMBER,
  TEXT: (value: unknown) => typeof value === "string" && value.length <= LONGEST_TEXT && isStorable(value),
};

/** Reads a cursor of these sort values; null when it is absent. Throws when it is not one of this list. */
export function readCursor(cursor: string | null | undefined, ...kinds: (keyof typeof fits)[]): (string | number)[] | null {
  if (!cursor) return null;
  const values = parsed(cursor);
  if (!Array.isArray(values) || values.length !== kinds.length || !kinds.every((kind, at) => fits[kind](values[at]))) throw new UnfitCursor();
  return values as (string | number)[];
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw new UnfitCursor();
  }
}

/** Makes a page of rows fetched with one more than asked for. */
export function pageOf<Row>(rows: Row[], { first, after }: PageRequest, cursor: (row: Row) => string, totalCount: () => Promise<number>): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursor(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
