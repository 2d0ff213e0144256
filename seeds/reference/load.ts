import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";

import { readScheme, type Scheme } from "../../server/modules/assessments/index.ts";
import { assessmentRoundsShape, roundFaults, type AssessmentRounds } from "./assessment-rounds.ts";
import {
  applicationTermsShape, associationShape, membershipTermsShape, rolesShape, workingDaysShape, type ApplicationTerms, type Association, type MembershipTerms, type Roles,
  type WorkingDays,
} from "./association.ts";
import { factsSchemeShape, ledgerSchemeShape, type CreditScheme } from "./credit-scheme.ts";
import { normShape, pledgeChasingShape, pledgeShape, type Norm, type Pledge, type PledgeChasing } from "./norm.ts";
import { ledgerSchemeFaults } from "./credit-sense.ts";
import { rewardLadderFaults, rewardLadderShape, type RewardLadder } from "./rewards.ts";
import { publicationFaults, publicationTermsShape, type PublicationTerms } from "./publication.ts";
import { auditRuleFaults, calendarFaults, creditFaults, ladderFaults, normFaults, pledgeFaults, procedureFaults, type Fault } from "./sense.ts";
import { auditRulesShape, firstLadderShape, proceduralLadderShape, type AuditRules, type SanctionLadder } from "./supervision.ts";

/** Everything an installation needs before its first member, checked. */
export interface ReferenceData {
  association: Association;
  norms: { norm: Norm; pledge: Pledge }[];
  schemes: Scheme[];
  assessmentRounds: AssessmentRounds;
  sanctionLadders: SanctionLadder[];
  roles: Roles;
  auditRules: AuditRules[];
  creditSchemes: CreditScheme[];
  workingDays: WorkingDays;
  membershipTerms: MembershipTerms;
  applicationTerms: ApplicationTerms[];
  pledgeChasing: PledgeChasing;
  rewardLadder: RewardLadder;
  publicationTerms: PublicationTerms;
}

/** Names a file and everything at fault in it. */
export class ReferenceDataError extends Error {
  constructor(readonly file: string, readonly faults: readonly Fault[]) {
    super(`${file} is not sound:\n${faults.map(({ path, fault }) => `  ${path || "(file)"}: ${fault}`).join("\n")}`);
    this.name = "ReferenceDataError";
  }
}

const here = fileURLToPath(new URL(".", import.meta.url));

/** Reads and checks every reference file under a folder, oldest edition first. Throws ReferenceDataError at the first file at fault. */
export function loadReferenceData(folder: string = here): ReferenceData {
  const norms = list(folder, "norms", /^\d{4}$/).map((year) => ({
    norm: read(folder, `norms/${year}/norm.json`, shapedAs(normShape, normFaults)),
    pledge: read(folder, `norms/${year}/pledge.json`, shapedAs(pledgeShape, pledgeFaults)),
  }));
  const articles = new Set(norms.flatMap(articlesOf));
  const auditRules = shapedAs(auditRulesShape, (rules) => auditRuleFaults(rules, articles));
  return {
    association: read(folder, "association.json", shapedAs(associationShape)),
    norms,
    schemes: list(folder, "schemes", /\.v\d+\.json$/).map((name) => read(folder, `schemes/${name}`, asScheme)),
    assessmentRounds: read(folder, "assessment-rounds.json", shapedAs(assessmentRoundsShape, roundFaults)),
    sanctionLadders: list(folder, ".", /^sanction-ladder\.v\d+\.json$/).map((name) => read(folder, name, sanctionLadder(name))),
    roles: read(folder, "roles.json", shapedAs(rolesShape)),
    auditRules: list(folder, ".", /^audit-rules\.v\d+\.json$/).map((name) => read(folder, name, auditRules)),
    creditSchemes: list(folder, ".", /^credit-scheme\.v\d+\.json$/).map((name) => read(folder, name, creditScheme(name))),
    applicationTerms: list(folder, ".", /^application-terms\.v\d+\.json$/).map((name) => read(folder, name, shapedAs(applicationTermsShape))),
    membershipTerms: read(folder, "membership-terms.json", shapedAs(membershipTermsShape)),
    workingDays: read(folder, "calendar/working-days.json", shapedAs(workingDaysShape, calendarFaults)),
    pledgeChasing: read(folder, "pledge-chasing.json", shapedAs(pledgeChasingShape)),
    rewardLadder: read(folder, "reward-ladder.json", shapedAs(rewardLadderShape, rewardLadderFaults)),
    publicationTerms: read(folder, "publication-terms.json", shapedAs(publicationTermsShape, publicationFaults)),
  };
}

/** Only the first version graded by facts gathered at each audit. */
const creditScheme = (name: string): Check<CreditScheme> =>
  name === "credit-scheme.v1.json" ? shapedAs(factsSchemeShape, creditFaults) : shapedAs(ledgerSchemeShape, (scheme) => [...creditFaults(scheme), ...ledgerSchemeFaults(scheme)]);

/** By the first version no case could be conducted. */
const sanctionLadder = (name: string): Check<SanctionLadder> =>
  name === "sanction-ladder.v1.json" ? shapedAs(firstLadderShape, ladderFaults) : shapedAs(proceduralLadderShape, (ladder) => [...ladderFaults(ladder), ...procedureFaults(ladder)]);

type Check<T> = (json: unknown) => { value: T } | { faults: Fault[] };

/** The shape first; then, of a sound shape, the sense. */
const shapedAs =
  <T>(shape: z.ZodType<T>, faultsOf: (value: T) => Fault[] = () => []): Check<T> =>
  (json) => {
    const shaped = shape.safeParse(json);
    if (!shaped.success) return { faults: shaped.error.issues.map((issue) => ({ path: issue.path.join("."), fault: issue.message })) };
    const faults = faultsOf(shaped.data);
    return faults.length > 0 ? { faults } : { value: shaped.data };
  };

const asScheme: Check<Scheme> = (json) => {
  const judged = readScheme(json);
  return "scheme" in judged ? { value: judged.scheme } : judged;
};

function read<T>(folder: string, file: string, check: Check<T>): T {
  const checked = check(parse(folder, file));
  if ("faults" in checked) throw new ReferenceDataError(file, checked.faults);
  return checked.value;
}

function parse(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), "utf8"));
  } catch (error) {
    throw new ReferenceDataError(file, [{ path: "", fault: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Names under a folder that look right, `v2` before `v10`. */
function list(folder: string, within: string, names: RegExp): string[] {
  const path = join(folder, within);
  const found = existsSync(path) ? readdirSync(path).filter((name) => names.test(name)) : [];
  if (found.length === 0) throw new ReferenceDataError(within, [{ path: "", fault: `has nothing named like ${names.source}` }]);
  return found.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

const articlesOf = ({ norm, pledge }: { norm: Norm; pledge: Pledge }): string[] => [
  ...norm.chapters.flatMap((chapter) => chapter.articles.map(({ id }) => id)),
  ...pledge.clauses.map(({ id }) => id),
];
