import { ConfigProvider } from "antd";
import type { Locale } from "antd/es/locale/index.js";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../lib/language.ts";
import { useAppearance } from "./appearance.ts";
import { themeOf } from "./theme.ts";
import "./base.css";

const localeOf: Record<Language, () => Promise<{ default: Locale }>> = {
  "zh-Hant": () => import("antd/es/locale/zh_TW.js"),
  "zh-Hans": () => import("antd/es/locale/zh_CN.js"),
  en: () => import("antd/es/locale/en_GB.js"),
};

/** Gives everything inside the look of the house in the chosen appearance and language. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { dark } = useAppearance();
  const theme = useMemo(() => themeOf(dark), [dark]);
  const locale = useKitLocale();
  return (
    <ConfigProvider theme={theme} {...(locale && { locale })}>
      {children}
    </ConfigProvider>
  );
}

function useKitLocale(): Locale | null {
  const language = useTranslation().i18n.language as Language;
  const [locale, setLocale] = useState<Locale | null>(null);
  useEffect(() => {
    let current = true;
    void localeOf[language]().then((loaded) => current && setLocale(loaded.default));
    return () => {
      current = false;
    };
  }, [language]);
  return locale;
}
