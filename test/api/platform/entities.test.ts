import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => (database = await testDatabase()));
afterAll(() => database.close());

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const key = ({ table, column }: Column) => `${table}.${column}`;
const written = (column: Column) => `${key(column)} ${column.type}${column.nullable ? " or null" : ""}`;

/** What the entities say of their tables. */
const declared = (): Column[] =>
  database.source.entityMetadatas.flatMap(({ tableName, columns }) =>
    columns.map((column) => ({
      table: tableName,
      column: column.databaseName,
      type: `${database.source.driver.normalizeType(column)}${column.isArray ? "[]" : ""}`,
      nullable: column.isNullable,
    })),
  );

/** What the migrations made; a column somebody must fill has no default and is not generated. */
const made = () =>
  database.asOwner<Column & { mustBeFilled: boolean }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
       a.attnotnull and not a.atthasdef and a.attidentity = '' as "mustBeFilled"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  );

test("every column an entity names is there, of its type and as empty as it says", async () => {
  const there = new Map((await made()).map((column) => [key(column), written(column)]));
  const astray = declared().flatMap((column) => (there.get(key(column)) === written(column) ? [] : [`${written(column)}: the table has ${there.get(key(column)) ?? "no such column"}`]));
  expect(declared().length).toBeGreaterThan(100);
  expect(astray).toEqual([]);
});

test("every column that must be filled is one its entity knows", async () => {
  const [tables, known] = [new Set(declared().map(({ table }) => table)), new Set(declared().map(key))];
  const forgotten = (await made()).filter((column) => tables.has(column.table) && column.mustBeFilled && !known.has(key(column)));
  expect(forgotten.map(key)).toEqual([]);
});
