import { Decimal, sum } from "../../server/kernel/decimal.ts";
import { grades } from "../../server/kernel/grade.ts";
import { languages, type Localized } from "../../server/kernel/language.ts";
import type { ProceduralLadder } from "../../server/modules/supervision/index.ts";
import type { WorkingDays } from "./association.ts";
import type { CreditScheme } from "./credit-scheme.ts";
import type { Norm, Pledge } from "./norm.ts";
import type { AuditRules, SanctionLadder } from "./supervision.ts";

/** What a shape cannot say of a reference file: where, and what is wrong. */
export interface Fault {
  path: string;
  fault: string;
}

export const normFaults = ({ chapters, effectiveFrom, reviewDue }: Norm): Fault[] => [
  ...repeated(chapters.map(({ id }) => id), "chapters"),
  ...repeated(chapters.flatMap(({ articles }) => articles.map(({ id }) => id)), "chapters"),
  ...chapters.flatMap(({ id, articles }) =>
    articles.filter((article) => !article.id.startsWith(`${id}.`)).map((article) => ({ path: `chapters.${id}`, fault: `${article.id} is not of this chapter` })),
  ),
  ...(reviewDue.on > effectiveFrom ? [] : [{ path: "reviewDue.on", fault: "must come after the norm is in force" }]),
];

export const pledgeFaults = ({ clauses }: Pledge): Fault[] => repeated(clauses.map(({ id }) => id), "clauses");

export const ladderFaults = ({ steps, supervisionForms }: SanctionLadder): Fault[] => [
  ...repeated(steps.map(({ code }) => code), "steps"),
  ...repeated(supervisionForms.map(({ code }) => code), "supervisionForms"),
];

/** What speaks for a member and what an appeal rests on are named once; a term goes with a suspension, and a class with publication. */
export const procedureFaults = ({ steps, mitigations, appealGrounds }: ProceduralLadder): Fault[] => [
  ...repeated(mitigations.list.map(({ code }) => code), "mitigations.list"),
  ...repeated(appealGrounds.map(({ code }) => code), "appealGrounds"),
  ...steps.filter(({ standing, months }) => (standing === "SUSPENDED") !== (months !== null)).map(({ code }) => ({ path: `steps.${code}.months`, fault: "goes with a suspension, and only with one" })),
  ...steps.filter(({ months }) => months !== null && months.least > months.most).map(({ code }) => ({ path: `steps.${code}.months`, fault: "ends before it begins" })),
  ...steps.filter(({ publicity, publishedDays }) => (publicity === null) !== (publishedDays === 0)).map(({ code }) => ({ path: `steps.${code}.publicity`, fault: "goes with days of publication, and only with them" })),
];

/** Every article cited must stand in the norm or the pledge, and every placeholder must be filled by a fact or a parameter. */
export const auditRuleFaults = ({ rules }: AuditRules, articles: ReadonlySet<string>): Fault[] => [
  ...repeated(rules.map(({ code }) => code), "rules"),
  ...rules.filter(({ article }) => !articles.has(article)).map(({ code, article }) => ({ path: `rules.${code}.article`, fault: `${article} does not exist` })),
  ...rules.flatMap(({ code, words, without = {}, facts, parameters, kinds }) => {
    const told = [...facts, ...Object.keys(parameters)];
    return [
      ...gaps(`rules.${code}.words`, words, new Set(told)),
      ...Object.entries(without).flatMap(([fact, other]) => gaps(`rules.${code}.without.${fact}`, other, new Set(told.filter((name) => name !== fact)))),
      ...(kinds ? told.filter((name) => !(name in kinds)).map((name) => ({ path: `rules.${code}.kinds`, fault: `${name} is of no kind` })) : []),
    ];
  }),
];

const gaps = (path: string, words: Localized, filled: ReadonlySet<string>): Fault[] =>
  languages.flatMap((language) => {
    const open = [...words[language].matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name && !filled.has(name) ? [name] : []));
    return open.map((name) => ({ path: `${path}.${language}`, fault: `nothing fills {${name}}` }));
  });

export function creditFaults({ areas, weights, bands }: Pick<CreditScheme, "weights" | "bands"> & { areas: readonly { code: string; weight: string }[] }): Fault[] {
  const total = sum(areas.map(({ weight }) => weight));
  return [
    ...repeated(areas.map(({ code }) => code), "areas"),
    ...(total.eq(weights.total) ? [] : [{ path: "areas", fault: `the weights add up to ${total.toString()}, not ${weights.total}` }]),
    ...bandFaults(bands.floors),
  ];
}

export const calendarFaults = ({ holidays, extraWorkingDays, workingWeekdays }: WorkingDays): Fault[] => [
  ...repeated(workingWeekdays.map(String), "workingWeekdays"),
  ...repeated([...holidays, ...extraWorkingDays], "holidays"),
];

function bandFaults(floors: CreditScheme["bands"]["floors"]): Fault[] {
  const falls = floors.every(({ grade, floor }, place) => {
    const before = floors[place - 1];
    return before === undefined || (new Decimal(floor).lt(before.floor) && grades.indexOf(grade) > grades.indexOf(before.grade));
  });
  const complete = new Decimal(floors.at(-1)?.floor ?? 1).isZero();
  return falls && complete ? [] : [{ path: "bands.floors", fault: "must fall from the best grade to 0" }];
}

export const repeated = (names: readonly string[], path: string): Fault[] =>
  names.filter((name, place) => names.indexOf(name) !== place).map((name) => ({ path, fault: `${name} stands here twice` }));
