import { defaultFieldResolver, getNullableType, type GraphQLInputType, type GraphQLSchema, isInputObjectType, isListType } from "graphql";
import { asRead, asReadOnOneLine } from "../../kernel/plain-text.ts";

/** Secrets are compared as they were given. */
const secret = /password|secret|token|code$/i;
const onOneLine = /name$|title$|^email$/i;

/** Takes out of every text an act is given what nobody sees, before anything is judged or kept: once, here, for all acts. */
export function cleanTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (root, args: Record<string, unknown>, ctx, info) => {
      const given = field.args.filter(({ name }) => name in args);
      const cleaned = Object.fromEntries(given.map(({ name, type }) => [name, clean(name, type, args[name])]));
      return resolve(root, cleaned, ctx, info) as unknown;
    };
  }
  return schema;
}

function clean(name: string, given: GraphQLInputType, value: unknown): unknown {
  const type = getNullableType(given);
  if (value === null || value === undefined || secret.test(name)) return value;
  if (isListType(type)) return (value as unknown[]).map((one) => clean(name, type.ofType as GraphQLInputType, one));
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, fields[key] ? clean(key, fields[key].type, held) : held]));
  }
  if (type.name === "Localized") return Object.fromEntries(Object.entries(value).map(([language, text]) => [language, cleanText(name, text as string)]));
  return type.name === "String" ? cleanText(name, value as string) : value;
}

const cleanText = (name: string, text: string): string => (onOneLine.test(name) ? asReadOnOneLine(text) : asRead(text));
