import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import type { NameField } from "../../ui/field-names.ts";
import { fieldName } from "./group-values.ts";

interface NamedIndicator {
  number: string;
  group: string;
  inputs: readonly { code: string; name: Localized }[];
}

/** Calls a figure by its indicator and its label, `I-2.3 Total orders`, and leads to its page unless that is the one `here`. */
export function useFieldNames(assessmentId: string, indicators: readonly NamedIndicator[], here: string | null): NameField {
  const { text } = useFormat();
  const names = new Map(
    indicators.flatMap(({ number, group, inputs }) =>
      inputs.map(({ code, name }) => [fieldName(number, code), { name: `${number} ${text(name)}`, ...(group !== here && { to: `/assessments/${assessmentId}/fill/${group}` }) }] as const),
    ),
  );
  return (path) => names.get(path) ?? null;
}
