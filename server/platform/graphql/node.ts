import "reflect-metadata";
import { Arg, type ClassType, Ctx, Field, ID, InterfaceType, Query, Resolver } from "type-graphql";
import { prefixOf } from "../../kernel/ids.ts";
import type { Context } from "../context.ts";
import { denialOf, May } from "./may.ts";
import { typeNameOf } from "./type-name.ts";

interface Kind {
  type: ClassType;
  may: readonly string[];
  load: (ctx: Context, id: string) => Promise<unknown>;
}

const kinds = new Map<string, Kind>();
const kindOf = (id: string) => kinds.get(prefixOf(id) ?? "");

/**
 * Makes records of one prefix reachable by `node(id)`, for whoever holds the permission that opens them elsewhere, or for
 * everybody with `"PUBLIC"`. `load` answers null for what the actor may not see.
 */
export function nodeOf<Row>(prefix: string, type: ClassType, may: string | readonly string[], load: (ctx: Context, id: string) => Promise<Row | null>): void {
  const known = kinds.get(prefix);
  if (known && known.type !== type) throw new Error(`Two kinds of record share the prefix ${prefix}.`);
  kinds.set(prefix, { type, may: [may].flat(), load });
}

/** The kinds of record that `node(id)` finds, by the name of their type. */
export const nodeKinds = (): ReadonlyMap<string, string> => new Map([...kinds].map(([prefix, { type }]) => [typeNameOf(type), prefix]));

/** The permissions that open each kind of record, by the name of its type. */
export const recordReaders = (): ReadonlyMap<string, readonly string[]> => new Map([...kinds.values()].map(({ type, may }) => [typeNameOf(type), may]));

@InterfaceType("Node", {
  description: "A record with a life and an id of its own.",
  resolveType: ({ id }: { id: string }) => kindOf(id)?.type,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque and stable; its first letters name the kind of record." })
  id: string;
}

@Resolver()
export class NodeResolver {
  @May("PUBLIC")
  @Query(() => Node, { nullable: true, description: "Any record by its id; null when there is none, or none the viewer may see." })
  async node(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "The id of the record." }) id: string): Promise<unknown> {
    const kind = kindOf(id);
    if (!kind || denialOf(ctx.actor, kind.may, ctx.now)) return null;
    return (await kind.load(ctx, id)) ?? null;
  }
}
