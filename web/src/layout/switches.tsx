import { BulbOutlined, GlobalOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../gql/index.ts";
import { contractLanguages, isLanguage, keepLanguage, languageNames, languages } from "../lib/language.ts";
import { useAction } from "../lib/use-action.ts";
import type { Viewer } from "../lib/use-session.ts";
import { appearances, useAppearance } from "../ui/appearance.ts";
import { ChoiceMenu } from "../ui/choice-menu.tsx";

const LanguageSwitchChange = graphql(`
  mutation LanguageSwitchChange($language: Language!) {
    languageChange(language: $language) { viewer { id language } problems { code path } }
  }
`);

/** The language of this browser and, for who is signed in, of their account and e-mails. */
export function LanguageSwitch({ viewer = null }: { viewer?: Viewer | null }) {
  const { t, i18n } = useTranslation("ui");
  const client = useApolloClient();
  const change = useAction(LanguageSwitchChange);
  const choose = async (language: string) => {
    if (!isLanguage(language)) return;
    keepLanguage(language);
    await i18n.changeLanguage(language);
    if (viewer !== null) await change.run({ language: contractLanguages[language] });
    // What the server words itself comes in the language of the request.
    await client.refetchQueries({ include: "active" });
  };
  return (
    <ChoiceMenu
      label={t("language")}
      text={isLanguage(i18n.language) ? languageNames[i18n.language] : ""}
      icon={<GlobalOutlined />}
      choices={languages.map((language) => ({ value: language, label: <span lang={language}>{languageNames[language]}</span> }))}
      chosen={i18n.language}
      onChoose={choose}
    />
  );
}

const icons = { system: <BulbOutlined />, light: <SunOutlined />, dark: <MoonOutlined /> };

/** Light, dark, or as the system has it. */
export function AppearanceSwitch() {
  const { t } = useTranslation("ui");
  const { chosen, choose } = useAppearance();
  return (
    <ChoiceMenu
      label={t("appearance.label")}
      icon={icons[chosen]}
      choices={appearances.map((value) => ({ value, label: t(`appearance.${value}`) }))}
      chosen={chosen}
      onChoose={(value) => choose(appearances.find((appearance) => appearance === value) ?? "system")}
    />
  );
}
