import type { Context } from "../../server/platform/context.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import type { ReferenceData } from "./load.ts";

/** One kind of reference data and how it is entered: again changes nothing, and a version that was changed is refused. */
export interface ReferencePart {
  name: string;
  enter: (tx: Context, data: ReferenceData) => Promise<Outcome<unknown>>;
}

/** Enters one after another and stops at the first refusal. */
export async function each<Item>(items: readonly Item[], enter: (item: Item) => Promise<Outcome<unknown>>): Promise<Outcome<number>> {
  for (const item of items) {
    const outcome = await enter(item);
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: items.length };
}
