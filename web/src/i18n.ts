import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { browserLanguage, languages } from "./lib/language.ts";

type Texts = () => Promise<{ default: Record<string, unknown> }>;

const shared = import.meta.glob<{ default: Record<string, unknown> }>("./locales/*.json");
const ofFeatures = import.meta.glob<{ default: Record<string, unknown> }>("./features/*/locales/*.json");

/** Fetches one namespace in one language when a page first needs it: the house's own, or a feature's. */
const texts: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    const load: Texts | undefined = shared[`./locales/${namespace}.${language}.json`] ?? ofFeatures[`./features/${namespace}/locales/${language}.json`];
    if (load === undefined) return done(new Error(`no texts for ${namespace} in ${language}`), null);
    load().then(
      (loaded) => done(null, loaded.default),
      (error: Error) => done(error, null),
    );
  },
};

i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language;
});

/** Resolves when the texts every page needs are there. */
export const textsReady = i18next
  .use(texts)
  .use(initReactI18next)
  .init({
    lng: browserLanguage() ?? "zh-Hant",
    supportedLngs: languages,
    load: "currentOnly",
    fallbackLng: false,
    ns: ["ui", "problems", "navigation"],
    defaultNS: "ui",
    showSupportNotice: false,
    interpolation: { escapeValue: false },
  });
