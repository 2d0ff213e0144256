import { useTranslation } from "react-i18next";
import { languageNames, languages, type Localized } from "../lib/language.ts";
import { TextAreaField, TextField } from "./fields.tsx";
import type { Values } from "./form-context.ts";

interface LocalizedFieldProps {
  name: string;
  label: string;
  value?: Localized;
  maxLength: number;
  isLong?: boolean;
}

/** One text in the three languages of the house, each in a field of its own. */
export function LocalizedField({ name, label, value, maxLength, isLong = false }: LocalizedFieldProps) {
  const { t } = useTranslation("ui");
  return (
    <>
      {languages.map((language) => {
        const shared = { name: `${name}.${language}`, label: t("inLanguage", { field: label, language: languageNames[language] }), defaultValue: value?.[language] ?? "", maxLength, required: true };
        return isLong ? <TextAreaField key={language} {...shared} rows={3} /> : <TextField key={language} {...shared} />;
      })}
    </>
  );
}

/** What was typed into such a field. */
export const localizedFrom = (values: Values, name: string): Localized => ({
  "zh-Hant": values[`${name}.zh-Hant`] ?? "", "zh-Hans": values[`${name}.zh-Hans`] ?? "", en: values[`${name}.en`] ?? "",
});
