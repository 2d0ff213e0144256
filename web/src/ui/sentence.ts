import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";

/** Turns a problem into the sentence a person reads, in their language. */
export function useSentence(): (problem: Problem) => string {
  const { t } = useTranslation(["ui", "problems"]);
  return ({ code, article, reference }) => {
    const sentence = t([`problems:${code}`, `ui:failure.${code}`, "ui:failure.OTHER"], { code });
    const cited = article ? t("ui:failure.article", { sentence, article }) : sentence;
    return reference === undefined ? cited : t("ui:failure.reference", { sentence: cited, reference });
  };
}
