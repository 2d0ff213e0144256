import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isNonNullType, isObjectType, isLeafType } from "graphql";

type Field = GraphQLField<unknown, unknown>;

/** The root fields that answer a list one can page through. */
export const listsOf = (schema: GraphQLSchema): Field[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) => getNamedType(type).name.endsWith("Connection"));

/** Everything a type can be asked for without arguments, `levels` deep: what a curious page would select. */
export function wholeSelection(type: GraphQLObjectType, levels: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => selected(field, levels));
  return fields.length > 0 ? `{ ${fields.join(" ")} }` : "{ __typename }";
}

function selected(field: Field, levels: number): string[] {
  const type = getNamedType(field.type);
  const inside = field.args.some((arg) => arg.name === "first") ? "(first: 3)" : "";
  if (field.args.some((arg) => isNonNullType(arg.type) && arg.name !== "first")) return [];
  if (isLeafType(type)) return [field.name];
  if (levels === 0) return [];
  if (isInterfaceType(type)) return [`${field.name}${inside} { __typename }`];
  return isObjectType(type) ? [`${field.name}${inside} ${wholeSelection(type, levels - 1)}`] : [];
}
