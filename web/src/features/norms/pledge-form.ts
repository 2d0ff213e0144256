import { type Language, languages, type Localized } from "../../lib/language.ts";
import type { Values } from "../../ui/form-context.ts";
import { localizedFrom } from "../../ui/localized-field.tsx";

/** The acts of a clause in one language, one on each line. */
export const linesOf = (acts: readonly Localized[], language: Language): string => acts.map((act) => act[language]).join("\n");

/** What was typed as one clause; null when it has no heading in any language: then it is left out. */
export function clauseFrom(values: Values, name: string, code: string | null) {
  const title = localizedFrom(values, `${name}.title`);
  if (languages.every((language) => title[language].trim() === "")) return null;
  return { code, title, duty: localizedFrom(values, `${name}.duty`), prohibited: actsFrom(localizedFrom(values, `${name}.prohibited`)), checkedBy: localizedFrom(values, `${name}.checkedBy`) };
}

/** Lines of three languages side by side; where one has fewer, what is missing is empty and the server says so. */
function actsFrom(texts: Localized): Localized[] {
  const lines = (language: Language) => texts[language].split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const [hant, hans, en] = [lines("zh-Hant"), lines("zh-Hans"), lines("en")];
  const count = Math.max(hant.length, hans.length, en.length);
  return Array.from({ length: count }, (_, place) => ({ "zh-Hant": hant[place] ?? "", "zh-Hans": hans[place] ?? "", en: en[place] ?? "" }));
}
