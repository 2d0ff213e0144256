import { fixed, sum } from "../../kernel/decimal.ts";
import type { Localized } from "../../kernel/language.ts";
import type { ChangePart } from "./change.rules.ts";
import { entryInWords } from "./entry-words.rules.ts";
import type { Explained, Leaf } from "./explain.rules.ts";
import type { GradeLimit } from "./ledger-score.rules.ts";
import type { LedgerScheme, SchemeArea } from "./ledger-scheme.rules.ts";
import { isSettleable } from "./simulate.rules.ts";
import type { LedgerEntry } from "./weigh.rules.ts";

/** An entry as the ledger has it; a supposed one is there without facts and reaches nobody as a record. */
type Told = LedgerEntry & { facts?: Readonly<Record<string, unknown>> };

const bounds: Localized = {
  "zh-Hant": "分數以零為下限，加分以上限為度", "zh-Hans": "分数以零为下限，加分以上限为度", en: "Points never fall below nought, and make up for no more than allowed",
};

/** The tree of a score, as people read it: score, areas, entries. */
export function toldTree(scheme: LedgerScheme, { graded, leaves }: Explained) {
  const { state, score, grade, areas, limits } = graded;
  return {
    state, score, grade,
    areas: scheme.areas.map((area) => {
      const own = areas.find(({ code }) => code === area.code);
      return {
        code: area.code, name: area.name, weight: area.weight, minimum: area.minimum,
        points: own?.points ?? null, effectiveWeight: own?.effectiveWeight ?? null, contribution: own?.contribution ?? null,
        leaves: leaves.filter((leaf) => leaf.area === area.code).map((leaf) => toldLeaf(scheme, leaf)),
      };
    }),
    limits: limits.map((limit) => toldLimit(scheme, limit, leaves)),
  };
}

export type ToldTree = ReturnType<typeof toldTree>;

function toldLeaf(scheme: LedgerScheme, { entry, ...leaf }: Leaf) {
  return {
    ...leaf, words: wordsOf(scheme, entry), entry: recordOf(entry),
    settleable: entry !== null && leaf.settledAt === null && (leaf.role === "LOST" || leaf.role === "FAILURE") && isSettleable(scheme, entry),
  };
}

function toldLimit(scheme: LedgerScheme, { grade, area, entry }: GradeLimit, leaves: readonly Leaf[]) {
  const { name, minimum } = areaOf(scheme, area);
  return { grade, areaName: name, minimum: entry === null ? minimum.points : null, entry: recordOf(leaves.find(({ key }) => key === entry)?.entry ?? null) };
}

/** What changed, in words, and by how much together. */
export function toldChange(scheme: LedgerScheme, parts: readonly ChangePart[]) {
  return {
    difference: fixed(sum(parts.map(({ difference }) => difference)), scheme.decimals),
    parts: parts.map(({ key, area, reason, entry, difference }) => ({
      key, reason, difference, areaName: areaOf(scheme, area).name, entry: recordOf(entry),
      words: reason === "SCHEME" ? areaOf(scheme, area).name : wordsOf(scheme, entry),
    })),
  };
}

export type ToldChange = ReturnType<typeof toldChange>;

/** The kind of an entry under a scheme, by its area's name; a kind the scheme does not know goes by its code. */
export function kindOf(scheme: LedgerScheme, code: string) {
  const kind = scheme.kinds.find((each) => each.code === code);
  const unknown: Localized = { "zh-Hant": code, "zh-Hans": code, en: code };
  return kind ?? { code, area: "", effect: "NOTES" as const, name: unknown, words: unknown };
}

/** What an entry says. One that is only supposed goes by the name of its kind. */
function wordsOf(scheme: LedgerScheme, entry: Told | null): Localized {
  if (entry === null) return bounds;
  const kind = kindOf(scheme, entry.kind);
  return entry.facts ? entryInWords(kind, entry.facts) : kind.name;
}

const recordOf = (entry: Told | null): Told | null => (entry?.facts ? entry : null);

function areaOf(scheme: LedgerScheme, code: string): SchemeArea {
  const area = scheme.areas.find((each) => each.code === code);
  if (!area) throw new Error(`Credit scheme ${scheme.version} has no area ${code}.`);
  return area;
}
