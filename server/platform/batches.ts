import DataLoader from "dataloader";

/** How many are fetched by key at once, for whoever asks. */
export interface Batch<Asker, K, V> {
  fetch: (asker: Asker, keys: readonly K[]) => Promise<Map<K, V>>;
  missing: V;
}

/** The batches of one asker, made when first asked for. */
export class Batches<Asker> {
  private readonly made = new Map<unknown, unknown>();

  constructor(private readonly asker: Asker) {}

  load<K, V>(batch: Batch<Asker, K, V>, key: K): Promise<V> {
    return this.of(batch).load(key);
  }

  private of<K, V>(batch: Batch<Asker, K, V>): DataLoader<K, V> {
    const known = this.made.get(batch) as DataLoader<K, V> | undefined;
    if (known) return known;
    const fresh = new DataLoader<K, V>(async (keys) => {
      const found = await batch.fetch(this.asker, keys);
      return keys.map((key) => (found.has(key) ? (found.get(key) as V) : batch.missing));
    });
    this.made.set(batch, fresh);
    return fresh;
  }
}
