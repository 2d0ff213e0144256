import pg from "pg";

/**
 * How the types of the contract are read by SQL, so that a document pages send again and again is answered by one statement.
 * A reading says the same as the resolvers do, from the same columns. What has no reading is left to them, and so is every
 * document that asks for it.
 */
export interface Reading {
  /** The rows a root field answers with, by its name. */
  roots?: Readonly<Record<string, Root>>;
  /** The fields of types, by the type's name; several modules may each add theirs to one type. */
  types?: Readonly<Record<string, Fields>>;
}

export type Fields = Readonly<Record<string, Field>>;

/** An expression over the rows in scope, written as the contract's type of the field wants it; or rows of their own. */
export type Field = string | Dated | Rows;

/** An expression with a value that follows from the instant of the request: `value` gives the place that stands for it. */
export type Dated = (value: (of: (now: Date) => unknown) => string) => string;

/** Where the records of a field come from: one, or as many as the contract's list holds. */
export interface Rows {
  /** A `from` clause, which may name the tables around it; absent where the object is made of the row around it. */
  from?: string;
  where?: string;
  order?: string;
  limit?: number;
  /** Its fields, where they are not those of its type. */
  fields?: Fields;
}

/** The rows of a root field by its arguments; values are pushed onto `values` and stand as `$1`, `$2` … in the text. */
export type Root = (args: Readonly<Record<string, unknown>>, values: unknown[]) => RootRows;

export interface RootRows extends Rows {
  from: string;
  /** Of a list that is read page by page: the `where` of all its pages, and what a cursor holds, each as an expression and its scalar. */
  paged?: { all: () => string; cursor: readonly (readonly [expression: string, scalar: string])[] };
}

/** The columns of a `select` for plain rows whose properties have the fields' names. */
export const selected = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields).map(([name, expression]) => `${expression} as "${name}"`).join(", ");

/** A value that never changes while the process runs, as SQL. */
export const constant = (value: object): string => `${pg.escapeLiteral(JSON.stringify(value))}::jsonb`;

/** The readings of several modules as one. Two for the same field are a defect. */
export function readTogether(readings: readonly Reading[]): Required<Reading> {
  const roots: Record<string, Root> = {};
  const types: Record<string, Fields> = {};
  for (const reading of readings) {
    Object.assign(roots, reading.roots);
    for (const [type, fields] of Object.entries(reading.types ?? {})) {
      const twice = Object.keys(fields).find((name) => name in (types[type] ?? {}));
      if (twice) throw new Error(`${type}.${twice} is read in two ways.`);
      types[type] = { ...types[type], ...fields };
    }
  }
  return { roots, types };
}
