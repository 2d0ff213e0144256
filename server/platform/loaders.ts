import DataLoader from "dataloader";
import type { Context } from "./context.ts";

/** A way to fetch many by key in one statement; `missing` answers for keys the statement did not return. */
export interface Loader<K, V> {
  fetch: (ctx: Context, keys: readonly K[]) => Promise<Map<K, V>>;
  missing: V;
}

export const defineLoader = <K, V>(fetch: Loader<K, V>["fetch"], missing: V): Loader<K, V> => ({ fetch, missing });

/** The loaders of one request, made when first asked for. */
export class Loaders {
  private readonly made = new Map<unknown, unknown>();

  constructor(private readonly ctx: Context) {}

  load<K, V>(loader: Loader<K, V>, key: K): Promise<V> {
    return this.of(loader).load(key);
  }

  private of<K, V>(loader: Loader<K, V>): DataLoader<K, V> {
    const known = this.made.get(loader) as DataLoader<K, V> | undefined;
    if (known) return known;
    const fresh = new DataLoader<K, V>(async (keys) => {
      const found = await loader.fetch(this.ctx, keys);
      return keys.map((key) => (found.has(key) ? (found.get(key) as V) : loader.missing));
    });
    this.made.set(loader, fresh);
    return fresh;
  }
}

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
