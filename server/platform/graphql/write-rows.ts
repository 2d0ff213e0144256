import type { RootRows, Rows } from "../reading.ts";
import { concatenated, type Piece, writtenScalar } from "./write-json.ts";

/** The text of a JSON object. */
export const objectText = (members: readonly { key: string; value: readonly Piece[] }[]): Piece[] => [
  { text: "{" },
  ...members.flatMap(({ key, value }, place) => [{ text: `${place === 0 ? "" : ","}${JSON.stringify(key)}:` }, ...value]),
  { text: "}" },
];

/** The record of one row: `null` where there is none and there need not be one, without a value where there must. */
export const recordText = (body: readonly Piece[], rows: Rows, nullable: boolean): Piece[] => [{
  sql: nullable
    ? `(select case when count(*) = 0 then 'null' else min(body) end from (${selectOf(body, rows)}) one)`
    : `(${selectOf(body, rows)})`,
}];

/** A list of all rows, in their order; without a value where one of them has none. */
export const listText = (body: readonly Piece[], rows: Rows): Piece[] => [{
  sql: `(select case when count(body) = count(*) then '[' || coalesce(string_agg(body, ','), '') || ']' end from (${selectOf(body, rows)}) many)`,
}];

const selectOf = (body: readonly Piece[], { from, where, order, limit }: Rows) =>
  `select ${concatenated(body)} as body from ${from}${where ? ` where ${where}` : ""}${order ? ` order by ${order}` : ""}${limit ? ` limit ${limit}` : ""}`;

/** What is asked of a page of a list. */
export interface PageAsked {
  /** Its keys, in order. */
  members: readonly { key: string; of: "edges" | "pageInfo" | "totalCount" | "__typename" }[];
  typeName: string;
  /** The text of an edge, by the expression of its cursor. */
  edge: (cursor: string) => Piece[];
  pageInfo: readonly { key: string; of: string }[];
}

/** A root field with its values taken up; equal forms give equal texts. */
export interface WrittenRoot {
  form: string;
  text: () => Piece[];
}

/** A page of `rows`, read with one row more than it holds, to know whether more follows. Says the same as `pageOf` in `paging.ts`. */
export function pageText(asked: PageAsked, rows: RootRows, { first, after }: Readonly<Record<string, unknown>>, values: unknown[]): WrittenRoot {
  const held = `$${values.push(first)}::int`;
  const all = asked.members.some(({ of }) => of === "totalCount") ? rows.paged?.all() : null;
  const isLater = Boolean(after);
  return { form: `${rows.where} ${all} ${held} ${isLater}`, text: () => [{ sql: pageOf(asked, rows, { held, all: all ?? "true", isLater }) }] };
}

interface Place {
  /** How many rows the page holds, as SQL. */
  held: string;
  /** Which rows the list has, as SQL. */
  all: string;
  isLater: boolean;
}

function pageOf(asked: PageAsked, rows: RootRows, { held, all, isLater }: Place): string {
  const cursor = cursorText(rows);
  const parts: Record<string, () => Piece[]> = {
    __typename: () => [{ text: JSON.stringify(asked.typeName) }],
    edges: () => [{ text: "[" }, { sql: `coalesce(array_to_string(bodies[1:${held}], ','), '')` }, { text: "]" }],
    pageInfo: () => objectText(asked.pageInfo.map(({ key, of }) => ({ key, value: pageInfo(held, isLater)[of] ?? [] }))),
    totalCount: () => [{ sql: `(select count(*)::text from ${rows.from} where ${all})` }],
  };
  const page = objectText(asked.members.map(({ key, of }) => ({ key, value: parts[of]?.() ?? [] })));
  const one = `select ${concatenated(asked.edge(cursor))} as body, ${asked.pageInfo.some(({ of }) => of.endsWith("Cursor")) ? cursor : "null"} as cursor
    from ${rows.from} where ${rows.where} order by ${rows.order} limit ${held} + 1`;
  return `(select case when complete then ${concatenated(page)} end from (
    select array_agg(body) as bodies, array_agg(cursor) as cursors, count(*)::int as found, count(body) = count(*) as complete from (${one}) many) page)`;
}

const pageInfo = (held: string, isLater: boolean): Record<string, Piece[]> => ({
  __typename: [{ text: '"PageInfo"' }],
  hasNextPage: [{ sql: `(found > ${held})::text` }],
  hasPreviousPage: [{ text: String(isLater) }],
  startCursor: [{ sql: `coalesce('"' || cursors[1] || '"', 'null')` }],
  endCursor: [{ sql: `coalesce('"' || cursors[least(found, ${held})] || '"', 'null')` }],
});

/** The cursor of a row, as `cursorOf` writes it. */
function cursorText({ paged }: RootRows): string {
  const values = (paged?.cursor ?? []).map(([expression, scalar]) => writtenScalar(scalar, expression));
  return `translate(encode(convert_to('[' || ${values.join(" || ',' || ")} || ']', 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}
