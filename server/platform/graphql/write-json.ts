import { getNullableType, type GraphQLEnumType, type GraphQLOutputType, isEnumType, isListType, isNonNullType, isScalarType } from "graphql";

/** A piece of an answer's text: as it stands, or made by SQL. A null among them makes the whole null. */
export type Piece = { text: string } | { sql: string };

/** What the contract's scalars look like in an answer; of an expression that is not null. */
const scalars: Readonly<Record<string, (sql: string) => Piece[]>> = {
  ID: (sql) => [{ sql: `to_json(${sql})::text` }],
  String: (sql) => [{ sql: `to_json(${sql})::text` }],
  Int: (sql) => [{ sql: `(${sql})::text` }],
  Boolean: (sql) => [{ sql: `(${sql})::text` }],
  Date: (sql) => quoted(`(${sql})::text`),
  Decimal: (sql) => quoted(`(${sql})::text`),
  DateTime: (sql) => quoted(`to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
  Localized: (sql) => [{ sql: `(${sql})::text` }],
};

/** An expression written as a scalar, an enum or a list of them; null for a type that has no writing. */
export function writtenAs(type: GraphQLOutputType, sql: string): Piece[] | null {
  const named = getNullableType(type);
  const pieces = isListType(named) ? listPieces(getNullableType(named.ofType), sql) : leafPieces(named, sql);
  if (pieces === null || isNonNullType(type)) return pieces;
  return [{ sql: `coalesce(${concatenated(pieces)}, 'null')` }];
}

/** A scalar of the contract, by its name, as JSON. */
export function writtenScalar(name: string, sql: string): string {
  const write = scalars[name];
  if (!write) throw new Error(`${name} has no writing in SQL.`);
  return concatenated(write(sql));
}

function leafPieces(type: GraphQLOutputType, sql: string): Piece[] | null {
  if (isEnumType(type)) return enumPieces(type, sql);
  return isScalarType(type) ? (scalars[type.name]?.(sql) ?? null) : null;
}

/** Whatever is kept under the name the contract gives it is written as it is; the others are spelt out. */
function enumPieces(type: GraphQLEnumType, sql: string): Piece[] {
  if (isKeptByName(type)) return quoted(`(${sql})`);
  const cases = type.getValues().map(({ name, value }) => `when ${literal(String(value))} then ${literal(name)}`);
  return quoted(`case ${sql} ${cases.join(" ")} end`);
}

/** An array of texts. */
function listPieces(item: GraphQLOutputType, sql: string): Piece[] | null {
  const isText = isEnumType(item) ? isKeptByName(item) : isScalarType(item) && (item.name === "String" || item.name === "ID");
  return isText ? [{ sql: `to_json(${sql})::text` }] : null;
}

const isKeptByName = (type: GraphQLEnumType) => type.getValues().every(({ name, value }) => name === value);

const quoted = (sql: string): Piece[] => [{ text: '"' }, { sql }, { text: '"' }];

/** Text for SQL. */
const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** Pieces as one expression of text, neighbours in plain text made one. */
export function concatenated(pieces: readonly Piece[]): string {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if ("text" in piece && last && "text" in last) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged.map((piece) => ("text" in piece ? literal(piece.text) : piece.sql)).join(" || ");
}
