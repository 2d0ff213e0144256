import { type Clause, clausesOf, lastPlace, type PriceReason, readings, reasonsTold } from "./price-sentence.rules.ts";
import { englishTelltales } from "./price-words-english.rules.ts";

const bans =
  /\b(?:shall|must|may|should|will|can|do|does|is|are) not\b|\bcannot\b|\bno (?:member|firm|wholesaler|undertaking|company|person|one|agreement|division|limit|association|officer|such)\b|\bno (?:\w+ ){1,4}(?:shall|may|must|can|will)\b|\bnobody\b|\bneither\b|\bnor\b|\bnever\b|\bnone\b|\bprohibited from\b|\bforbidden to\b|\brefrains? from\b|\bit is (?:prohibited|forbidden|unlawful|illegal)\b|\bunlawful to\b|\bwithout\b|\bavoids?\b|\bprohibits?\b|\bforbids?\b|\bbans?\b|\bno\b(?= \w+ (?:prices?|margins?|quotas?))|\bon no\b/iu;
/** From here on something is asked again. */
const turns =
  /\b(?:and|but|instead)\s+(?:shall|must|should|will|all|every|each|the association|they|members|prices)\b(?! not)|\bbut\b(?! (?:shall|must|may) not)|\binstead\b|^\s*(?:and )?(?:all|every|each) (?:member|firm)s?\b|^\s*(?:they|members?|prices?|the association|it) (?:shall|must|should|will)\b(?! not)|\bexcept\b/iu;

/** A sentence that closes by forbidding what it names: `Agreements on prices are prohibited.` */
const banAfter = /\b(?:is|are|be)\s+(?:strictly |always |hereby )?(?:prohibited|forbidden|banned|unlawful|illegal|void|not allowed|not permitted|a breach|breaches|reported|refused)\b/iu;
const enforced = /\b(?:who|that|which)\s+(?:departs?|deviates?|undercuts?|ignores?|fails? to (?:follow|apply|observe))\b/iu;

/** Why an English sentence may not stand in a norm. */
export function reasonsInEnglish(sentence: string): PriceReason[] {
  const read = sentence.normalize("NFKC").replace(/[‘’]/gu, "'").replace(/\s+/gu, " ");
  const clauses = clausesOf(read, /(?<!\d),(?!\d)|,(?=\s)|[;:]/u, { bans, turns });
  return reasonsTold(readings(clauses, bans), englishTelltales, isForbidden);
}

function isForbidden(clause: Clause, end: number): boolean {
  const before = clause.text.slice(0, end);
  const [ban, turn] = [lastPlace(before, bans), lastPlace(before, turns)];
  if (ban > turn || (clause.isBanned && turn < 0)) return true;
  const rest = `${clause.text.slice(end)}, ${clause.after}`;
  return banAfter.test(rest) && !enforced.test(clause.text + rest);
}
