/** What an association must not set for competitors, even under the name of self-discipline: the closed list of reasons. */
export const PriceReason = {
  /** A price, a floor, a ceiling, a range, a common or recommended price, or a common change of prices. */
  PRICE: "PRICE",
  MARGIN: "MARGIN",
  DISCOUNT: "DISCOUNT",
  /** A formula, an algorithm or a common way to reckon a price. */
  FORMULA: "FORMULA",
  /** How much is made, bought, supplied or sold. */
  OUTPUT: "OUTPUT",
  /** Shares, regions or customers divided among competitors. */
  MARKET: "MARKET",
} as const;
export type PriceReason = keyof typeof PriceReason;

/** Words that tell a reason. `ordains`: forbidden unless the sentence itself forbids it. `restrains`: forbidden even in the form of a prohibition. */
export interface Telltale {
  reason: PriceReason;
  kind: "ordains" | "restrains";
  when: RegExp;
  /** What in the clause makes it harmless. */
  unless?: RegExp;
}

/** A clause, with what stands before and after it in its sentence, and whether a prohibition reaches into it from before. */
export interface Clause {
  text: string;
  after: string;
  isBanned: boolean;
}

/** Whether a prohibition covers what stands at a place of the clause. */
export type Ban = (clause: Clause, at: number) => boolean;

/** The reasons told by a sentence's clauses, each once, in the order of the list. */
export function reasonsTold(clauses: readonly Clause[], telltales: readonly Telltale[], bans: Ban): PriceReason[] {
  const told = new Set(
    clauses.flatMap((clause) => telltales.filter((telltale) => tells(telltale, clause, bans)).map(({ reason }) => reason)),
  );
  return (Object.keys(PriceReason) as PriceReason[]).filter((reason) => told.has(reason));
}

function tells({ kind, when, unless }: Telltale, clause: Clause, bans: Ban): boolean {
  if (unless?.test(clause.text)) return false;
  const found = [...clause.text.matchAll(new RegExp(when.source, `${when.flags}g`))];
  return found.some(({ index, 0: words }) => kind === "restrains" || !bans(clause, index + words.length));
}

/** Parts a sentence where a new clause may begin; a prohibition reaches on into clauses that do not turn to a duty. */
export function clausesOf(sentence: string, at: RegExp, { bans, turns }: { bans: RegExp; turns: RegExp }): Clause[] {
  const texts = sentence.split(at).filter((text) => text.trim() !== "");
  let isBanned = false;
  return texts.map((text, place) => {
    const reached = isBanned && !turns.test(text);
    const own = lastPlace(text, bans) > lastPlace(text, turns);
    isBanned = own || (reached && lastPlace(text, turns) < 0);
    return { text, after: texts.slice(place + 1).join("，"), isBanned: reached };
  });
}

/** The clauses of a sentence and, where nothing in it forbids anything, the sentence in one: `Prices, as published by the association, are binding`. */
export const readings = (clauses: readonly Clause[], bans: RegExp): Clause[] =>
  clauses.length > 1 && !clauses.some(({ text }) => bans.test(text)) ? [...clauses, { text: clauses.map(({ text }) => text).join(""), after: "", isBanned: false }] : [...clauses];

/** Where the last match begins; -1 without one. */
export const lastPlace = (text: string, words: RegExp): number => [...text.matchAll(new RegExp(words.source, `${words.flags.replace("g", "")}g`))].at(-1)?.index ?? -1;
