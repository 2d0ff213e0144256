import { dayInWords, instantInWords } from "../../kernel/in-words.ts";
import type { Language } from "../../kernel/language.ts";
import type { Verification } from "../../modules/certificates/index.ts";
import { firmWordsIn } from "../firms/firm-words.ts";
import { html, type Html } from "./html.ts";
import { page } from "./shell.ts";
import { type Words, wordsIn } from "./words.ts";

/** Where a page stands and whom it greets. */
export interface Surroundings {
  language: Language;
  association: string;
  /** The zone times are shown in. */
  zone: string;
  /** A number in the form of this register that no certificate bears. */
  exampleNumber: string;
}

/** The two ways to check: by number and by file. Plain forms, so that they work everywhere. */
export function checkForms({ language, exampleNumber }: Surroundings, fault?: { field: "number" | "file"; sentence: string }, typed = ""): Html {
  const t = wordsIn(language);
  const faultOf = (field: "number" | "file") => (fault?.field === field ? html`<p class="fault" id="${field}-fault" role="alert">${fault.sentence}</p>` : null);
  const told = (field: "number" | "file") => html`aria-describedby="${field}-hint${fault?.field === field ? ` ${field}-fault` : ""}" ${fault?.field === field ? html`aria-invalid="true"` : null}`;
  return html`<div class="checks">
<form method="get" action="/verify" class="card">
  <input type="hidden" name="lang" value="${language}">
  <label for="number">${t.number}</label><p class="hint" id="number-hint">${t.numberHint.replace("{number}", exampleNumber)}</p>${faultOf("number")}
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

export function askPage(surroundings: Surroundings, fault?: { field: "number" | "file"; sentence: string }, typed = ""): string {
  const { language, association } = surroundings;
  const t = wordsIn(language);
  const body = html`<h1>${t.verifyTitle}</h1><p class="intro">${t.verifyLead}</p>${checkForms(surroundings, fault, typed)}${offline(t)}`;
  return page({ language, association, title: t.verifyTitle, path: "/verify", body });
}

/** How to check a file without this house. */
const offline = (t: Words): Html => html`<section class="offline" aria-labelledby="offline"><h2 id="offline">${t.offline}</h2>
<p>${t.offlineText}</p>
<p><a href="/public/signing-certificates.pem" download>${t.signingCertificates}</a></p>
<p><code>npm run -s guildhall -- certificate verify FILE --trust signing-certificates.pem</code></p></section>`;

const marks: Record<Verification["status"], { tone: string; mark: string }> = {
  VALID: { tone: "good", mark: "✓" },
  SUSPENDED: { tone: "caution", mark: "‖" },
  WITHDRAWN: { tone: "bad", mark: "✕" },
  EXPIRED: { tone: "caution", mark: "◷" },
  NOT_IN_REGISTER: { tone: "plain", mark: "?" },
  ALTERED_FILE: { tone: "bad", mark: "!" },
};

/** What the check found, in words, a mark and a colour, with the time of the check. `typed` is the number that was looked for; absent when it was a file. */
export function resultPage(surroundings: Surroundings, found: Verification, typed?: string): string {
  const { language, association, zone } = surroundings;
  const t = wordsIn(language);
  const { tone, mark } = marks[found.status];
  const foreign = foreignness(found);
  const verdict = foreign ? t[`${foreign}_title`] : t[found.status];
  const when = (at: Date) => html`<time datetime="${at.toISOString()}">${instantInWords(at, language, zone)}</time>`;
  const body = html`<h1>${t.verifyTitle}</h1>
<section class="result ${tone}" role="status" data-status="${found.status}">
  <p class="verdict"><span aria-hidden="true">${mark}</span>${verdict}</p>
  ${foreign ? html`<p>${t[foreign]}</p>${foreign === "REGISTER_DISAGREES" ? null : html`<p>${t.giveCertificate}</p>`}` : html`<p>${t[`${found.status}_text`]}</p>`}
  ${explanation(t, found, typed)}
  ${found.change ? html`<p>${t.since}${when(found.change.at)}</p><p>${t.reason}${found.change.reason}</p>` : null}
  <p class="when">${t.checkedAt}${when(found.checkedAt)}</p>
</section>
${found.facts ? factsList(t, language, found.facts) : null}
${found.firmNumber === null ? null : html`<p><a href="/firms/${found.firmNumber}?lang=${language}">${firmWordsIn(language).toFile}</a></p>`}
<h2 class="again">${t.again}</h2>${checkForms(surroundings, undefined, found.facts ? "" : typed)}${offline(t)}`;
  return page({ language, title: verdict, association, path: found.number ? `/verify/${found.number}` : "/verify", body });
}

const foreignnesses = ["NOT_A_PDF", "NOT_SIGNED_BY_US", "NOT_A_CERTIFICATE", "REGISTER_DISAGREES"] as const;

/** Why a file is none of the certificates in our register; null for a number, and for a file that is or was one. */
const foreignness = ({ fault }: Verification) => foreignnesses.find((known) => known === fault) ?? null;

/** What more there is to say: that the file is whole, or that the number was mistyped. */
function explanation(t: Words, { facts, number }: Verification, typed: string | undefined): Html | null {
  if (typed === undefined && facts) return html`<p>${t.fileIntact}</p>`;
  return typed !== undefined && number === null ? html`<p>${t.mistyped}</p>` : null;
}

function factsList(t: Words, language: Language, facts: NonNullable<Verification["facts"]>): Html {
  const rows: [string, string][] = [
    [t.number, facts.number],
    [t.holder, facts.holder.otherName ? `${facts.holder.name} · ${facts.holder.otherName}` : facts.holder.name],
    [t.creditCode, facts.holder.creditCode],
    [t.grade, facts.grade],
    [t.score, `${facts.score}${t.outOfHundred}`],
    [t.scope, facts.scope[language]],
    [t.period, `${dayInWords(facts.period.from, language)} – ${dayInWords(facts.period.to, language)}`],
    [t.scheme, facts.scheme.name[language]],
    [t.issuer, facts.association.name[language]],
    [t.issuedOn, dayInWords(facts.issuedOn, language)],
    [t.expiresOn, dayInWords(facts.expiresOn, language)],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
