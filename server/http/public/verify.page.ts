import type { Language } from "../../kernel/language.ts";
import type { Verification } from "../../modules/certificates/index.ts";
import { html, type Html } from "./html.ts";
import { page } from "./shell.ts";
import { type Words, wordsIn } from "./words.ts";

/** The two ways to check: by number and by file. Plain forms, so that they work everywhere. */
export function checkForms(language: Language, fault?: { field: "number" | "file"; sentence: string }, typed = ""): Html {
  const t = wordsIn(language);
  const faultOf = (field: "number" | "file") => (fault?.field === field ? html`<p class="fault" id="${field}-fault" role="alert">${fault.sentence}</p>` : null);
  const told = (field: "number" | "file") => html`aria-describedby="${field}-hint${fault?.field === field ? ` ${field}-fault` : ""}" ${fault?.field === field ? html`aria-invalid="true"` : null}`;
  return html`<div class="checks">
<form method="get" action="/verify" class="card">
  <input type="hidden" name="lang" value="${language}">
  <label for="number">${t.number}</label><p class="hint" id="number-hint">${t.numberHint}</p>${faultOf("number")}
  <input id="number" name="number" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${typed}" ${told("number")}>
  <button>${t.check}</button>
</form>
<form method="post" action="/verify?lang=${language}" enctype="multipart/form-data" class="card drop">
  <label for="file">${t.file}</label><p class="hint" id="file-hint">${t.fileHint}</p>${faultOf("file")}
  <input id="file" name="file" type="file" accept="application/pdf,.pdf" required ${told("file")}>
  <button>${t.checkFile}</button>
</form>
</div>`;
}

interface VerifyPage {
  language: Language;
  association: string;
  /** The zone times are shown in. */
  zone: string;
}

export const askPage = ({ language, association }: VerifyPage, fault?: { field: "number" | "file"; sentence: string }, typed = ""): string =>
  page({
    language, association, title: wordsIn(language).verifyTitle, path: "/verify",
    body: html`<h1>${wordsIn(language).verifyTitle}</h1><p class="intro">${wordsIn(language).verifyLead}</p>${checkForms(language, fault, typed)}`,
  });

const marks: Record<Verification["status"], { tone: string; mark: string }> = {
  VALID: { tone: "good", mark: "✓" },
  SUSPENDED: { tone: "caution", mark: "‖" },
  WITHDRAWN: { tone: "bad", mark: "✕" },
  EXPIRED: { tone: "caution", mark: "◷" },
  NOT_IN_REGISTER: { tone: "plain", mark: "?" },
  ALTERED_FILE: { tone: "bad", mark: "!" },
};

/** What the check found, in words, a mark and a colour, with the time of the check. */
export function resultPage({ language, association, zone }: VerifyPage, found: Verification, ofFile: boolean): string {
  const t = wordsIn(language);
  const { tone, mark } = marks[found.status];
  const body = html`<h1>${t.verifyTitle}</h1>
<section class="result ${tone}" role="status" data-status="${found.status}">
  <p class="verdict"><span aria-hidden="true">${mark}</span>${t[found.status]}</p>
  <p>${t[`${found.status}_text`]}</p>
  ${ofFile && found.facts ? html`<p>${t.fileIntact}</p>` : null}
  ${found.change ? html`<p>${t.since} ${instant(found.change.at, language, zone)}. ${t.reason}: ${found.change.reason}</p>` : null}
  <p class="when">${t.checkedAt}: <time datetime="${found.checkedAt.toISOString()}">${instant(found.checkedAt, language, zone)}</time></p>
</section>
${found.facts ? factsList(t, language, found.facts) : numberLine(t, found.number)}
<h2>${t.again}</h2>${checkForms(language)}`;
  return page({ language, title: t[found.status], association, path: found.number ? `/verify/${found.number}` : "/verify", body });
}

const numberLine = (t: Words, number: string | null) => (number ? html`<dl class="facts"><dt>${t.number}</dt><dd>${number}</dd></dl>` : null);

function factsList(t: Words, language: Language, facts: NonNullable<Verification["facts"]>): Html {
  const rows: [string, string][] = [
    [t.number, facts.number],
    [t.holder, facts.holder.otherName ? `${facts.holder.name} · ${facts.holder.otherName}` : facts.holder.name],
    [t.creditCode, facts.holder.creditCode],
    [t.grade, facts.grade],
    [t.score, `${facts.score}${t.outOfHundred}`],
    [t.scope, facts.scope[language]],
    [t.period, `${facts.period.from} – ${facts.period.to}`],
    [t.scheme, `${facts.scheme.name[language]} · ${t.version} ${facts.scheme.version}`],
    [t.issuer, facts.association.name[language]],
    [t.issuedOn, facts.issuedOn],
    [t.expiresOn, facts.expiresOn],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

const instant = (at: Date, language: Language, zone: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long", timeZone: zone }).format(at);
