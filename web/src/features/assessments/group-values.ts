import type { AnswerInput } from "../../gql/graphql.ts";
import type { Values } from "../../ui/form-context.ts";

interface AskedIndicator {
  number: string;
  inputs: readonly { code: string }[];
}

interface StoredAnswer {
  indicator: string;
  inputs: readonly { code: string; value: string | null }[];
  notApplicableReason: string | null;
}

/** Names of the fields; the server's problems name the same. */
export const fieldName = (indicator: string, input: string) => `answers.${indicator}.${input}`;
export const absentName = (indicator: string) => `answers.${indicator}.notApplicable`;
export const reasonName = (indicator: string) => `answers.${indicator}.notApplicable.reason`;

/** Whether a field counts things, so that only whole numbers fit. */
export const isWhole = ({ type }: { type: string }): boolean => type === "COUNT" || type === "MONTHS";

/** What the server holds, as the fields of the page would hold it: figures, or the reason why there are none. */
export function valuesOf(answers: readonly StoredAnswer[]): Values {
  const fields = answers.flatMap(({ indicator, inputs, notApplicableReason }): [string, string][] =>
    notApplicableReason === null
      ? inputs.map(({ code, value }) => [fieldName(indicator, code), value ?? ""])
      : [[absentName(indicator), "on"], [reasonName(indicator), notApplicableReason]],
  );
  return Object.fromEntries(fields);
}

/** What the association holds itself, for fields the member has never given; one left blank on purpose stays blank. */
export const prefilled = (observed: readonly { indicator: string; code: string; value: string }[]): Values =>
  Object.fromEntries(observed.map(({ indicator, code, value }) => [fieldName(indicator, code), value]));

/** What stands in the fields, as the server takes it; fields that are not on the page are left as they are. */
export const answersIn = (indicators: readonly AskedIndicator[], values: Values): AnswerInput[] =>
  indicators.map(({ number, inputs }) => ({
    indicator: number,
    inputs: inputs.flatMap(({ code }) => {
      const text = values[fieldName(number, code)];
      return text === undefined ? [] : [{ code, value: tidy(text) || null }];
    }),
    notApplicableReason: values[absentName(number)] === "on" ? (values[reasonName(number)] ?? "") : null,
  }));

/** Full-width figures and the marks that group thousands are a way of writing, not another figure. */
const tidy = (text: string) => text.normalize("NFKC").replace(/[\s,'_]/g, "");

/** The fields in which two texts of one page differ. */
export const differing = (mine: Values, theirs: Values): string[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((name) => tidy(mine[name] ?? "") !== tidy(theirs[name] ?? "")).sort();
