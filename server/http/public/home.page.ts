import { html } from "./html.ts";
import { page } from "./shell.ts";
import { checkForms, type Surroundings } from "./verify.page.ts";
import { wordsIn } from "./words.ts";

/** The front of the house: what it is, its entrances, and the one thing anybody may do at once. */
export function homePage(surroundings: Surroundings): string {
  const { language, association } = surroundings;
  const t = wordsIn(language);
  const doors = [
    ["/app/?as=member", t.entranceMember, t.entranceMemberText],
    ["/app/?as=officer", t.entranceOfficer, t.entranceOfficerText],
    ["/app/?as=regulator", t.entranceRegulator, t.entranceRegulatorText],
    ["/apply", t.entranceApply, t.entranceApplyText],
    [`/verify?lang=${language}`, t.entrancePublic, t.entrancePublicText],
    [`/honours?lang=${language}`, t.entranceHonours, t.entranceHonoursText],
  ] as const;
  const body = html`
<section class="lead"><h1>${t.homeTitle}</h1><p>${t.homeLead}</p></section>
<section aria-labelledby="entrances"><h2 id="entrances">${t.entrances}</h2>
<ul class="doors-list">${doors.map(([href, name, text]) => html`<li><a href="${href}"><strong>${name}</strong><span>${text}</span></a></li>`)}</ul></section>
<section aria-labelledby="check"><h2 id="check">${t.verifyTitle}</h2>${checkForms(surroundings)}</section>`;
  return page({ language, title: t.house, association, path: "/", body });
}
