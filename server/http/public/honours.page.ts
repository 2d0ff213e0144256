import { dayInWords } from "../../kernel/in-words.ts";
import type { HonourRow, HonourYear, RewardLadder } from "../../modules/rewards/index.ts";
import type { Page } from "../../platform/paging.ts";
import { type HonourWords, honourWordsIn } from "./honour-words.ts";
import { html, type Html } from "./html.ts";
import { page } from "./shell.ts";
import type { Surroundings } from "./verify.page.ts";

/** What the list shows: one year, a hundred honours a page, and the other years there are. */
export interface Shown {
  year: number;
  years: readonly HonourYear[];
  honours: Page<HonourRow>;
  ladder: Pick<RewardLadder, "kinds">;
  /** The association's day. */
  today: string;
}

/** The public honour list of a year, kind by kind; readable without a script and on paper. */
export function honoursPage({ language, association }: Surroundings, { year, years, honours, ladder, today }: Shown): string {
  const t = honourWordsIn(language);
  const rows = honours.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = honours.pageInfo;
  const kinds = ladder.kinds.map((step) => ({ step, of: rows.filter(({ kind }) => kind === step.code) })).filter(({ of }) => of.length > 0);
  const body = html`<h1>${t.title} ${year}</h1><p class="intro">${t.lead}</p>
<nav class="years" aria-label="${t.years}">${years.map((each) => html`<a href="/honours/${each.year}?lang=${language}" ${each.year === year ? html`aria-current="page"` : null}>${each.year}</a>`)}</nav>
${kinds.length === 0 ? html`<p>${t.none}</p>` : null}
${kinds.map(({ step, of }) => html`<section aria-labelledby="${step.code}"><h2 id="${step.code}">${step.name[language]}</h2><p>${step.purpose[language]}</p>${table(t, of, language, today)}</section>`)}
${hasNextPage && endCursor ? html`<p><a href="/honours/${year}?lang=${language}&amp;after=${endCursor}">${t.next}</a></p>` : null}
<p class="as-of">${t.asOf}${dayInWords(today, language)}</p>`;
  return page({ language, association, title: `${t.title} ${year}`, path: `/honours/${year}`, body });
}

function table(t: HonourWords, rows: readonly HonourRow[], language: Surroundings["language"], today: string): Html {
  const hasDeeds = rows.some(({ deed }) => deed !== null);
  return html`<table class="list"><thead><tr><th scope="col">${t.firm}</th>${hasDeeds ? html`<th scope="col">${t.deed}</th>` : null}<th scope="col">${t.holds}</th></tr></thead>
<tbody>${rows.map(({ memberNumber, memberName, deed, fromDay, throughDay }) => html`<tr><th scope="row">${memberName[language]}<small>${t.number} ${memberNumber}</small></th>
${hasDeeds ? html`<td>${deed?.[language]}</td>` : null}
<td>${dayInWords(fromDay, language)} ${t.to} ${dayInWords(throughDay, language)}${throughDay < today ? html`<small>${t.ended}</small>` : null}</td></tr>`)}</tbody></table>`;
}
