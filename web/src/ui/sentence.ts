import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";
import type { Problem } from "../lib/problem.ts";
import { FieldNames, type FieldName } from "./field-names.ts";

/** The fields a problem was held against, as far as the page has names for them. */
export function useOthers(): (problem: Problem) => FieldName[] {
  const nameField = useContext(FieldNames);
  return ({ against = [] }) => against.flatMap((path) => nameField(path) ?? []);
}

/** Turns a problem into the sentence a person reads, in their language. */
export function useSentence(): (problem: Problem) => string {
  const { t } = useTranslation(["ui", "problems"]);
  const { list, date } = useFormat();
  const others = useOthers();
  return (problem) => {
    const { code, article, day, reference } = problem;
    const sentence = t([`problems:${code}`, `ui:failure.${code}`, "ui:failure.OTHER"], { code, ...(day !== undefined && { day: date(day) }) });
    const names = others(problem).map(({ name }) => name);
    const compared = names.length > 0 ? t("ui:failure.against", { sentence, fields: list(names) }) : sentence;
    const cited = article ? t("ui:failure.article", { sentence: compared, article }) : compared;
    return reference === undefined ? cited : t("ui:failure.reference", { sentence: cited, reference });
  };
}
