import { html } from "./html.ts";
import { page } from "./shell.ts";
import type { Surroundings } from "./verify.page.ts";
import { wordsIn } from "./words.ts";

/** What a person reads at an address where there is nothing, with the ways on. */
export function nowherePage({ language, association }: Surroundings): string {
  const t = wordsIn(language);
  const body = html`<h1>${t.nowhereTitle}</h1><p class="intro">${t.nowhereText}</p>
<p><a href="/?lang=${language}">${t.toFront}</a></p><p><a href="/verify?lang=${language}">${t.toVerify}</a></p><p><a href="/app/">${t.signIn}</a></p>`;
  return page({ language, association, title: t.nowhereTitle, path: "/", body });
}
