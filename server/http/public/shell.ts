import { type Language, languages } from "../../kernel/language.ts";
import { html, type Html } from "./html.ts";
import { wordsIn } from "./words.ts";

const names: Record<Language, string> = { "zh-Hant": "繁體", "zh-Hans": "简体", en: "English" };

export interface Shell {
  language: Language;
  title: string;
  /** The association's name in that language. */
  association: string;
  /** The path this page stands at, so that the language can be changed without leaving it. */
  path: string;
  body: Html;
}

/** A whole public page: no framework, no script needed. */
export function page({ language, title, association, path, body }: Shell): string {
  const t = wordsIn(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${association}</title>
<link rel="icon" href="/public/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/public.css">
<script src="/public/verify.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${t.skip}</a>
<header>
  <a class="brand" href="/?lang=${language}"><img src="/public/mark.svg" alt="" width="36" height="36"><span>${association}</span></a>
  <nav aria-label="${t.languages}">${languages.map((each) => html`<a href="${path}?lang=${each}" lang="${each}" ${each === language ? html`aria-current="true"` : null}>${names[each]}</a>`)}</nav>
  <nav class="doors"><a href="/verify?lang=${language}">${t.checkNav}</a><a href="/app/sign-in">${t.signIn}</a></nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer><p>${association}</p><p>${t.ownGrade}</p></footer>
</body>
</html>`.text;
}
