import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, Kind, type SelectionNode, type SelectionSetNode } from "graphql";
import type { Context } from "../context.ts";

/** A document asks for something that has no reading, and is left to the resolvers. */
export class NotReadable extends Error {}

/** A key of an answer: what stands under it, and every place of the document that asks for it. */
export interface Asked {
  key: string;
  /** Null for the name of the type. */
  field: GraphQLField<unknown, Context> | null;
  nodes: FieldNode[];
}

/** What a document asks of a type, in the order of the answer, fragments unfolded. Throws `NotReadable` at directives and at fragments of another type. */
export function askedFields(document: DocumentNode, type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Asked[] {
  const asked = new Map<string, Asked>();
  const take = (node: SelectionNode): void => {
    if (node.directives && node.directives.length > 0) throw new NotReadable();
    if (node.kind !== Kind.FIELD) return unfolded(document, type, node).selections.forEach(take);
    const key = node.alias?.value ?? node.name.value;
    const known = asked.get(key);
    if (known) known.nodes.push(node);
    else asked.set(key, { key, field: fieldOf(type, node), nodes: [node] });
  };
  for (const { selections: nodes } of selections) nodes.forEach(take);
  return [...asked.values()];
}

/** What is asked below a field. */
export const selectionsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] => nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));

function fieldOf(type: GraphQLObjectType, { name }: FieldNode): GraphQLField<unknown, Context> | null {
  if (name.value === "__typename") return null;
  const field = type.getFields()[name.value];
  if (!field) throw new NotReadable();
  return field;
}

function unfolded(document: DocumentNode, type: GraphQLObjectType, node: Exclude<SelectionNode, FieldNode>): SelectionSetNode {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : document.definitions.find((definition): definition is FragmentDefinitionNode =>
    definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value);
  if (!fragment || (fragment.typeCondition && fragment.typeCondition.name.value !== type.name)) throw new NotReadable();
  return fragment.selectionSet;
}
