import { dayInWords } from "../../kernel/in-words.ts";
import { type Language, languages, type Localized } from "../../kernel/language.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { PublicCertificate } from "../../modules/certificates/index.ts";
import { regionOf } from "../../modules/members/index.ts";
import { appealStanding, type PublicFile } from "../../modules/publication/index.ts";
import { appealSentence, filled, type FirmWords, firmWordsIn } from "./firm-words.ts";
import { html, type Html } from "../public/html.ts";
import { page } from "../public/shell.ts";
import type { Surroundings } from "../public/verify.page.ts";

type Grade = NonNullable<PublicFile["grade"]>;

/** What everybody may know of a firm, on one page that prints as it reads. */
export function firmPage({ language, association, zone }: Surroundings, file: PublicFile, certificates: readonly PublicCertificate[]): string {
  const t = firmWordsIn(language);
  const body = html`<p class="file-kind">${t.title} · ${filled(t.number, { number: file.number })}</p>
<h1>${file.name[language]}</h1>
<p class="intro">${filled(t.asOf, { day: dayInWords(file.asOf, language) })}</p>
<p class="keep"><button type="button" data-print hidden>${t.print}</button> <a href="/firms/${file.number}.json" download>${t.keep}</a></p>
${section("basics", t.basics, basics(t, language, file))}
${section("pledge", t.pledge, html`<p>${file.pledge ? filled(t.signed, { day: dayInWords(file.pledge.signedOn, language), version: file.pledge.version }) : t.unsigned}</p>`)}
${section("grade", t.grade, file.grade ? graded(t, language, file.grade, zone) : html`<p>${t.noGrade}</p>`)}
${section("honours", t.honours, honoured(t, language, file))}
${section("decisions", t.decisions, decided(t, language, file))}
${section("repairs", t.repairs, repaired(t, language, file))}
${section("certificates", t.certificates, certified(t, language, certificates))}`;
  return page({ language, association, title: file.name[language], path: `/firms/${file.number}`, body });
}

const section = (id: string, title: string, body: Html): Html => html`<section class="file" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;

const listed = (rows: readonly (readonly [string, string | Html])[]): Html => html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

function basics(t: FirmWords, language: Language, file: PublicFile): Html {
  const others = [...new Set(languages.map((each) => file.name[each]))].filter((name) => name !== file.name[language]);
  return listed([
    ...(others.length > 0 ? [[t.otherNames, others.join(" · ")] as const] : []),
    [t.region, regionOf(file.region).name[language]],
    [t.size, t.sizes[file.sizeClass]],
    [t.lines, file.productLines.map((line) => t.products[line]).join(language === "en" ? ", " : "、")],
    [t.admitted, dayInWords(file.admittedOn, language)],
    [t.status, html`<strong>${t.statuses[file.status]}</strong> <small>${filled(t.since, { day: dayInWords(file.statusSince, language) })}</small>`],
  ]);
}

function graded(t: FirmWords, language: Language, { grade, score, givenAt, schemeTitle, areas, best, worst, limits }: Grade, zone: string): Html {
  const given = filled(t.given, { day: dayInWords(dayIn(zone, givenAt), language), scheme: schemeTitle[language] });
  const reasons = [[t.best, best], [t.worst, worst]] as const;
  return html`<p class="grade">${grade ? html`<strong>${grade}</strong> ${filled(t.score, { score: score ?? "" })}` : t.notRated}</p>
<p class="hint">${given}</p>
${reasons.flatMap(([title, reason]) => (reason ? [html`<p><b>${title}</b><br>${reasonIn(t, language, reason)}</p>`] : []))}
${limits.length > 0 ? html`<p><b>${t.limits}</b></p><ul>${limits.map((limit) => html`<li>${limitIn(t, language, limit)}</li>`)}</ul>` : null}
<table><thead><tr><th scope="col">${t.area}</th><th scope="col">${t.weight}</th><th scope="col">${t.points}</th></tr></thead>
<tbody>${areas.map(({ name, weight, points }) => html`<tr><th scope="row">${name[language]}</th><td>${weight}</td><td>${points ?? t.noFacts}</td></tr>`)}</tbody></table>
<p class="hint">${t.gradeNote}</p>`;
}

const reasonIn = (t: FirmWords, language: Language, { kindName, areaName, severity, contribution }: NonNullable<Grade["best"]>): string =>
  [kindName[language], severity && t.severity[severity], areaName[language], contribution.startsWith("-") ? contribution.replace("-", "−") : `+${contribution}`].filter(Boolean).join(" · ");

const limitIn = (t: FirmWords, language: Language, { grade, areaName, minimum }: Grade["limits"][number]): string =>
  filled(minimum === null ? t.limitEntry : t.limitMinimum, { area: areaName[language], grade, points: minimum ?? "" });

function honoured(t: FirmWords, language: Language, { honours, asOf }: PublicFile): Html {
  if (honours.length === 0) return html`<p>${t.noHonours}</p>`;
  const rows = honours.map(({ kindName, year, deed, fromDay, throughDay }) => html`<li><b>${kindName[language]}</b> <small>${year}</small><br>${deed ? html`${deed[language]}<br>` : null}
<small>${filled(throughDay < asOf ? t.heldUntil : t.holdsUntil, { from: dayInWords(fromDay, language), through: dayInWords(throughDay, language) })}</small></li>`);
  return html`<ul class="lines">${rows}</ul>`;
}

function decided(t: FirmWords, language: Language, { decisions, asOf }: PublicFile): Html {
  if (decisions.length === 0) return html`<p>${t.noDecisions}</p>`;
  const day = (value: string) => dayInWords(value, language);
  const cards = decisions.map((decision) => {
    const standing = appealStanding(decision, asOf);
    const appeal = filled(appealSentence(t, standing), { day: day((standing === "LODGED" ? decision.filedOn : decision.until) ?? asOf) });
    return html`<article class="decision"><h3>${decision.stepName[language]} <small>${filled(t.caseNumber, { number: decision.caseNumber })} · ${t.publicity[decision.publicity]}</small></h3>
${listed([
  [t.decidedOn, html`${day(decision.decidedOn)} <small>${filled(t.ladder, { version: decision.ladderVersion })}</small>`],
  [t.period, html`${day(decision.fromOn)} – ${day(decision.untilOn)} <small>${t.endsBy}</small>`],
  [t.clauses, clauses(t, language, decision.clauses)],
  [t.reasons, decision.reasons],
  [t.appeal, standing === "LODGED" ? html`<strong>${appeal}</strong>` : appeal],
])}</article>`;
  });
  return html`${cards}<p class="hint">${t.appealRoute} ${t.termsNote}</p>`;
}

const clauses = (t: FirmWords, language: Language, cited: readonly { document: "PLEDGE" | "NORM"; version: number; code: string; title: Localized }[]): Html =>
  html`<ul>${cited.map(({ document, version, code, title }) => html`<li>${code} ${title[language]} <small>${filled(document === "PLEDGE" ? t.ofPledge : t.ofNorm, { version })}</small></li>`)}</ul>`;

function repaired(t: FirmWords, language: Language, { repairs }: PublicFile): Html {
  if (repairs.length === 0) return html`<p>${t.noRepairs}</p>`;
  const rows = repairs.map(({ stepName, caseNumber, decidedOn, repairedOn }) => html`<li><b>${filled(t.caseNumber, { number: caseNumber })}</b>
${[stepName?.[language], `${t.decidedOn} ${dayInWords(decidedOn, language)}`].filter(Boolean).join(" · ")}<br>${filled(t.repaired, { day: dayInWords(repairedOn, language) })}</li>`);
  return html`<ul class="lines">${rows}</ul><p class="hint">${t.withheld}</p>`;
}

function certified(t: FirmWords, language: Language, certificates: readonly PublicCertificate[]): Html {
  if (certificates.length === 0) return html`<p>${t.noCertificates}</p>`;
  const rows = certificates.map(({ number, status, expiresOn }) => html`<li><a href="/verify/${encodeURIComponent(number)}?lang=${language}" aria-label="${filled(t.checkIt, { number })}">${number}</a>
${t.certificate[status]} <small>${filled(t.validThrough, { day: dayInWords(expiresOn, language) })}</small></li>`);
  return html`<ul class="lines">${rows}</ul>`;
}
