import { readFile } from "node:fs/promises";
import { z } from "zod";

import { dayInWords } from "../kernel/in-words.ts";
import { isLanguage, type Language } from "../kernel/language.ts";
import { isPeriod, type Period } from "../kernel/period.ts";
import type { ProblemCode } from "../kernel/problem-codes.ts";
import { problemCodes } from "../kernel/problem-codes.ts";
import { answersShape, indicatorsOf, inputProblems, readScheme, scoreAssessment } from "../modules/assessments/index.ts";
import type { Answers, IndicatorScore, Reason, Scheme, ScoreTree } from "../modules/assessments/index.ts";
import { proofWords, reasonWords, sheetWords } from "./score-words.ts";

export interface Options {
  scheme: string;
  answers: string;
  json?: boolean;
  language: string;
}

/** A problem of a file: the field within it, and in `detail` what the shape check said. */
interface FileProblem {
  code: ProblemCode;
  file: string;
  path: string;
  against?: string[];
  detail?: string;
}

type Read<T> = { value: T } | { problems: FileProblem[] };

export interface Report {
  valid: boolean;
  text: string;
}

/** Judges an answers file under a scheme file, or lists every problem of either. */
export async function scoreReport(options: Options): Promise<Report> {
  const outcome = await judge(options);
  const valid = !("problems" in outcome);
  return { valid, text: options.json ? JSON.stringify(valid ? outcome.tree : outcome, null, 2) : inWords(outcome, options.language) };
}

type Judged = { scheme: Scheme; tree: ScoreTree } | { problems: FileProblem[] };

async function judge(options: Options): Promise<Judged> {
  const [scheme, sheet] = [await readSchemeFile(options.scheme), await readAnswersFile(options.answers)];
  if ("problems" in scheme || "problems" in sheet) {
    return { problems: [scheme, sheet].flatMap((read) => ("problems" in read ? read.problems : [])) };
  }
  const { answers, period } = sheet.value;
  const problems = inputProblems(scheme.value, answers, period);
  if (problems.length > 0) return { problems: problems.map((problem) => ({ ...problem, file: options.answers })) };
  return { scheme: scheme.value, tree: scoreAssessment(scheme.value, answers, period) };
}

async function readSchemeFile(file: string): Promise<Read<Scheme>> {
  const json = await readJson(file);
  if ("problems" in json) return json;
  const read = readScheme(json.value);
  return "scheme" in read
    ? { value: read.scheme }
    : { problems: read.faults.map(({ path, fault }) => ({ code: "INVALID", file, path, detail: fault })) };
}

const sheetShape = z.strictObject({
  period: z.strictObject({ from: z.string(), to: z.string() }).refine(isPeriod, "must be two days, the first not after the last"),
  answers: answersShape,
});

async function readAnswersFile(file: string): Promise<Read<{ period: Period; answers: Answers }>> {
  const json = await readJson(file);
  if ("problems" in json) return json;
  const read = sheetShape.safeParse(json.value);
  if (read.success) return { value: read.data };
  return { problems: read.error.issues.map((issue) => ({ code: "INVALID", file, path: fieldOf(issue.path), detail: issue.message })) };
}

/** `answers.I-1.1.inputs.total_orders` is the field `answers.I-1.1.total_orders`, here as everywhere. */
const fieldOf = (path: PropertyKey[]): string =>
  path.filter((part, place) => !(part === "inputs" && path[0] === "answers" && place === 2)).join(".");

async function readJson(file: string): Promise<Read<unknown>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return { value };
  } catch (error) {
    return { problems: [{ code: "UNREADABLE_FILE", file, path: "", detail: error instanceof Error ? error.message : String(error) }] };
  }
}

function inWords(outcome: Judged, wanted: string): string {
  if ("problems" in outcome) return outcome.problems.map(problemLine).join("\n");
  const language: Language = isLanguage(wanted) ? wanted : "en";
  const { scheme, tree } = outcome;
  const names = new Map(indicatorsOf(scheme).map(({ id, name, unit }) => [id, `${name[language]} (${scheme.units[unit]?.[language] ?? unit})`]));
  const told = (reasons: readonly Reason[]) => reasons.map(({ code, figures }) => filled(reasonWords[code][language], figures));
  const aboutLeaf = ({ proof, reasons }: IndicatorScore, name: string) => [name, ...(proof ? [proofWords[proof][language]] : []), ...told(reasons)].join("  ");
  return [
    `${scheme.title[language]}  ${dayInWords(tree.period.from, language)} – ${dayInWords(tree.period.to, language)}`,
    `${tree.score ?? "–"}  ${tree.grade ?? sheetWords.notRated[language]}  ${told(tree.reasons).join(" ")}`.trimEnd(),
    "",
    columns(sheetWords.head[language]),
    ...tree.groups.flatMap((group) => [
      columns([group.id, "", "", group.points, group.effectiveWeight, group.contribution, scheme.groups.find(({ id }) => id === group.id)?.name[language] ?? ""]),
      ...group.indicators.map((leaf) => columns([leaf.id, leaf.value, leaf.n, leaf.points, leaf.effectiveWeight, leaf.contribution, aboutLeaf(leaf, names.get(leaf.id) ?? leaf.code)])),
    ]),
  ].join("\n");
}

const filled = (sentence: string, figures: Readonly<Record<string, string>>): string => sentence.replace(/\{(\w+)\}/g, (gap, name: string) => figures[name] ?? gap);

/** Figures to the right, then the words, which may be as wide as they like. */
const columns = ([id, ...cells]: readonly (string | null)[]): string =>
  [(id ?? "").padEnd(6), ...cells.slice(0, -1).map((cell) => (cell ?? "–").padStart(14)), ` ${cells.at(-1) ?? ""}`].join("");

const problemLine = ({ code, file, path, against, detail }: FileProblem): string =>
  `${file}: ${path || "(file)"}: ${code}: ${detail ?? problemCodes[code]}${against ? ` (against ${against.join(", ")})` : ""}`;
