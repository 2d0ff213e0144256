import { useTranslation } from "react-i18next";
import { languageNames, languages, type Localized } from "../../lib/language.ts";
import { TextField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";

interface NameFieldsProps {
  of?: Localized;
  /** Whether the name is needed in every language. */
  all?: boolean;
}

const LONGEST = 200;

/** What a firm is called, in each language of the house. */
export function NameFields({ of, all = false }: NameFieldsProps) {
  const { t } = useTranslation("applications");
  return (
    <>
      {languages.map((language) => (
        <TextField
          key={language} name={`name.${language}`} label={t("name.in", { language: languageNames[language] })} defaultValue={of?.[language] ?? ""} maxLength={LONGEST}
          autoComplete="off" required={all}
        />
      ))}
    </>
  );
}

/** What was typed into them. */
export const nameFrom = (values: Values): Localized => ({ "zh-Hant": values["name.zh-Hant"] ?? "", "zh-Hans": values["name.zh-Hans"] ?? "", en: values["name.en"] ?? "" });

/** A name in the reader's language, or in one it was given in. */
export const nameIn = (name: Localized, own: string): string => own || languages.map((language) => name[language]).find((text) => text !== "") || "";
