import { appRole } from "./database.ts";

/** Where BullMQ keeps the queue in PostgreSQL when there is no Redis. */
export const queueSchema = "bullmq";

interface Standing {
  tables: number;
  /** Whether the application's role may enter, and give a new queue its sequence. */
  entered: boolean;
  /** Tables the application's role may not use. */
  closed: number;
}

/** What stands in the way of a queue in PostgreSQL; null when nothing does. The catalog is asked, which answers whoever asks. */
export async function queueObstacle(query: (sql: string, values: string[]) => Promise<Standing[]>): Promise<string | null> {
  const [standing] = await query(standingOfQueue, [queueSchema, appRole]);
  if (!standing || standing.tables === 0) return `the queue's schema ${queueSchema} is missing`;
  if (!standing.entered || standing.closed > 0) return `the queue's schema ${queueSchema} is closed to ${appRole}`;
  return null;
}

const standingOfQueue = `
  select count(t.oid)::int as tables,
    has_schema_privilege($2, n.oid, 'usage') and has_schema_privilege($2, n.oid, 'create') as entered,
    count(t.oid) filter (where not (has_table_privilege($2, t.oid, 'select') and has_table_privilege($2, t.oid, 'insert')
      and has_table_privilege($2, t.oid, 'update') and has_table_privilege($2, t.oid, 'delete')))::int as closed
  from pg_namespace n left join pg_class t on t.relnamespace = n.oid and t.relkind in ('r', 'p')
  where n.nspname = $1
  group by n.oid`;
