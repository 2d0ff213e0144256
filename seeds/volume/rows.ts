import type pg from "pg";

const AT_ONCE = 5_000;

/** Writes rows of one table as sets; `columns` names and types what each row has. What is there already stays. */
export async function insertRows(client: pg.Client, table: string, rows: readonly object[], columns: string): Promise<void> {
  const names = columns.split(",").map((column) => column.trim().split(" ")[0]).join(", ");
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await client.query(`insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r (${columns}) on conflict do nothing`, [
      JSON.stringify(rows.slice(from, from + AT_ONCE)),
    ]);
  }
}
