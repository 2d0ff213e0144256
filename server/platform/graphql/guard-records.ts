import { defaultFieldResolver, getNamedType, getNullableType, type GraphQLField, type GraphQLSchema, isListType, isNonNullType, isObjectType } from "graphql";
import type { Context } from "../context.ts";
import { denialOf, denied, rootFields } from "./may.ts";

type Field = GraphQLField<unknown, Context>;

/**
 * Closes the ways around `node(id)`: a field that leads to a record of a kind its reader may not see answers as if there
 * were none, and is denied where there must be one. `readers` are the permissions that open a kind, by the name of its type.
 */
export function guardRecords(schema: GraphQLSchema, readers: ReadonlyMap<string, readonly string[]>): GraphQLSchema {
  const roots = new Set(rootFields(schema).map(({ field }) => field));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType).filter(({ name }) => !name.endsWith("Edge"));
  for (const field of types.flatMap((type) => Object.values(type.getFields()) as Field[])) {
    const may = readers.get(getNamedType(field.type).name);
    if (may && !may.includes("PUBLIC") && !roots.has(field)) guard(field, may);
  }
  return schema;
}

function guard(field: Field, may: readonly string[]): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isList = isListType(getNullableType(field.type));
  const mustBeThere = isNonNullType(field.type) && !isList;
  field.resolve = (parent, args, ctx, info) => {
    const denial = denialOf(ctx.actor, may, ctx.now);
    if (!denial) return resolve(parent, args, ctx, info) as unknown;
    if (mustBeThere) throw denied(denial);
    return isList ? [] : null;
  };
}
