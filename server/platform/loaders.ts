import type { Batch } from "./batches.ts";
import type { Context } from "./context.ts";

/** A way to fetch many by key in one statement; `missing` answers for keys the statement did not return. */
export type Loader<K, V> = Batch<Context, K, V>;

export const defineLoader = <K, V>(fetch: Loader<K, V>["fetch"], missing: V): Loader<K, V> => ({ fetch, missing });

/** Groups rows under a key, for loaders that answer with lists. */
export function groupBy<K, V>(rows: readonly V[], key: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
