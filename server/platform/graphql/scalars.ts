import "reflect-metadata";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from "graphql";
import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import { isDecimalText } from "../../kernel/decimal.ts";
import { isLanguage, languages, type Localized } from "../../kernel/language.ts";
import { isDay } from "../../kernel/period.ts";

const refuse = (sentence: string) => new GraphQLError(sentence, { extensions: { code: "BAD_USER_INPUT" } });

/** A scalar that travels as text; a number or an object in its place is refused. */
function textScalar<Value>(name: string, description: string, read: (text: string) => Value, write: (value: unknown) => string) {
  const parse = (value: unknown) => {
    if (typeof value !== "string") throw refuse(`${name} is written as text.`);
    return read(value);
  };
  const parseLiteral = (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null);
  return new GraphQLScalarType({ name, description, parseValue: parse, parseLiteral, serialize: write });
}

const readDay = (text: string) => {
  if (!isDay(text)) throw refuse(`"${text.slice(0, 40)}" is no day of the calendar; write 2026-03-31.`);
  return text;
};

/** Text such as `2026-03-31` on both sides. */
export const DateScalar = textScalar("Date", "A day of the calendar, without a time or a zone: `2026-03-31`.", readDay, (value) => readDay(String(value)));

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const readInstant = (text: string) => {
  const at = new Date(instant.test(text) && isDay(text.slice(0, 10)) ? text : NaN);
  if (Number.isNaN(at.getTime())) throw refuse(`"${text.slice(0, 40)}" is no instant; write 2026-03-31T09:00:00Z, with the zone.`);
  return at;
};

/** A `Date` of JavaScript inside, ISO 8601 in UTC outside. */
export const DateTimeScalar = textScalar("DateTime", "An instant in UTC: `2026-03-31T09:00:00.000Z`.", readInstant, (value) =>
  (value instanceof Date ? value : readInstant(String(value))).toISOString(),
);

const readDecimal = (text: string) => {
  if (!isDecimalText(text)) throw refuse(`"${text.slice(0, 40)}" is no decimal number; write 1234.50.`);
  return text;
};

/** What the house has reckoned may be longer than what it lets in, but is as plain. */
const writtenDecimal = (text: string) => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new TypeError(`"${text.slice(0, 40)}" was answered where the contract says Decimal.`);
  return text;
};

/** Text inside and outside, since a float would lose what the figure says; a value of `decimal.js` is written in full. */
export const DecimalScalar = textScalar("Decimal", "An exact decimal number as text: `\"1234.50\"`.", readDecimal, (value) => {
  if (typeof value === "number") throw new TypeError("A float was answered where the contract says Decimal.");
  return writtenDecimal(hasToFixed(value) ? value.toFixed() : String(value));
});

const hasToFixed = (value: unknown): value is { toFixed(): string } => typeof (value as { toFixed?: unknown } | null)?.toFixed === "function";

const readLocalized = (value: unknown): Localized => {
  const texts = Object.entries(value ?? {});
  if (texts.length !== languages.length || !texts.every(([key, text]) => isLanguage(key) && typeof text === "string"))
    throw refuse(`A text is given in all of ${languages.join(", ")}.`);
  return value as Localized;
};

/** The same text in each language of the house; the reader's page picks its own. */
export const LocalizedScalar = new GraphQLScalarType<Localized>({
  name: "Localized",
  description: "A text in three languages: an object with the keys `zh-Hant`, `zh-Hans` and `en`.",
  parseValue: readLocalized,
  parseLiteral: (node, variables) => readLocalized(valueFromASTUntyped(node, variables)),
  serialize: (value) => value as Localized,
});

/** The languages under names GraphQL can spell; values inside are those of the kernel. */
export const LanguageEnum = { ZH_HANT: "zh-Hant", ZH_HANS: "zh-Hans", EN: "en" } as const;
registerEnumType(LanguageEnum, {
  name: "Language",
  description: "A language of the house.",
  valuesConfig: {
    ZH_HANT: { description: "Chinese in traditional characters." },
    ZH_HANS: { description: "Chinese in simplified characters." },
    EN: { description: "English." },
  },
});

@ObjectType("Money", { description: "An amount in a currency." })
export class MoneyObject {
  @Field(() => DecimalScalar, { description: "How much, exactly." })
  amount: string;

  @Field(() => String, { description: "Which currency, by its three letters in ISO 4217, such as `CNY`." })
  currency: string;
}

@InputType("MoneyInput", { description: "An amount in a currency." })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: "How much, exactly." })
  amount: string;

  @Field(() => String, { description: "Which currency, by its three letters in ISO 4217, such as `CNY`." })
  currency: string;
}
