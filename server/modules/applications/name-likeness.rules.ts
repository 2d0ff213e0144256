/** Words of a firm's name that say what kind of firm it is, and not which. */
const plainWords =
  /股份有限公司|有限責任公司|有限责任公司|有限公司|集團|集团|公司|批發|批发|貿易|贸易|商貿|商贸|實業|实业|\b(co|ltd|limited|company|corporation|corp|inc|group|wholesale|trading|trade|and|the|of)\b\.?/gu;

/** What tells a firm's name from others: lower case, without the words all firms bear and without signs. */
export const nameCore = (name: string): string => name.normalize("NFKC").toLowerCase().replace(plainWords, " ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Pieces of which an alike name has at least one: words of four letters and more, and any three characters of a Chinese name. */
export function namePieces(name: string): string[] {
  const words = nameCore(name).split(" ");
  return [...new Set(words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? runs([...word], 3) : word.length >= 4 ? [word] : [])))];
}

/** A name as the pairs of characters that follow one another in it. */
export const namePairs = (name: string): ReadonlySet<string> => new Set(runs([...nameCore(name).replace(/ /g, "")], 2));

/** How alike two names are by their pairs, from 0 to 1: twice those they share over those they have. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** All runs of so many characters; the whole where it is shorter, and none of nothing. */
const runs = (characters: readonly string[], length: number): string[] =>
  characters.length === 0 ? [] : characters.length <= length ? [characters.join("")] : characters.slice(length - 1).map((_, at) => characters.slice(at, at + length).join(""));
