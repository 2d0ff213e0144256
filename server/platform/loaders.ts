import type { Batch } from "./batches.ts";
import type { Context } from "./context.ts";

/** A way to fetch many by key in one statement; `missing` answers for keys the statement did not return. */
export type Loader<K, V> = Batch<Context, K, V>;

export const defineLoader = <K, V>(fetch: Loader<K, V>["fetch"], missing: V): Loader<K, V> => ({ fetch, missing });

/**
 * For reference data that everybody may read and that is never changed, only followed by the next version: what one
 * request has found, the process remembers for those after it. Inside a transaction nothing is remembered, since it may be undone.
 */
export function defineLastingLoader<K, V extends object>(fetch: (ctx: Context, keys: readonly K[]) => Promise<Map<K, V>>): Loader<K, V | null> {
  const memories = new WeakMap<object, Map<K, V | null>>();
  return defineLoader<K, V | null>(async (ctx, keys) => {
    const database = ctx.lastingIn;
    if (database === null) return fetch(ctx, keys);
    const memory = memories.get(database) ?? new Map<K, V | null>();
    memories.set(database, memory);
    const missing = keys.filter((key) => !memory.has(key));
    if (missing.length > 0) for (const [key, value] of await fetch(ctx, missing)) memory.set(key, frozen(value));
    return memory;
  }, null);
}

/** Shared by many requests, so that none may change it for the others. */
function frozen<V extends object>(value: V): V {
  for (const part of Object.values(value) as unknown[]) if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  return Object.freeze(value);
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
