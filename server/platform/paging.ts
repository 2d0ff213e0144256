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

/** Reads a cursor of `length` sort values; null when it is absent or not one of ours. */
export function readCursor(cursor: string | null | undefined, length: number): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(values) && values.length === length ? (values as (string | number | null)[]) : null;
  } catch {
    return null;
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
