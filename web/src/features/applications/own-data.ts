import { graphql } from "../../gql/index.ts";
import type { ApplicationPart, OwnApplication_ApplicationFragment } from "../../gql/graphql.ts";
import type { Problem } from "../../lib/problem.ts";

/** Everything an applicant sees of their application. */
export const OwnApplicationFields = graphql(`
  fragment OwnApplication_application on OwnApplication {
    id state revision language name creditCode sizeClass productLines begunAt submittedAt lapsesOn erasedAt accessMade missing
    region { code name }
    sites { name use address openedOn region { code name } }
    contact { name phone email }
    declaration { name at }
    evidence { id kind name mediaType size addedAt }
    steps { id kind at reason officer reasonDigest }
    clock { state due left pausedSince isPressing }
  }
`);
export const OwnApplicationSave = graphql(`
  mutation OwnApplicationSave($input: ApplicationSaveInput!) {
    act: applicationSave(input: $input) { application { id ...OwnApplication_application } problems { code path } }
  }
`);

export type Own = OwnApplication_ApplicationFragment;

/** The pages of a draft, and what each of them asks for. */
export const draftSteps = {
  firm: ["NAME", "CREDIT_CODE", "REGION"],
  scope: ["SIZE_CLASS", "PRODUCT_LINES"],
  sites: ["SITES"],
  contact: ["CONTACT"],
  evidence: ["BUSINESS_LICENCE"],
} as const satisfies Record<string, readonly ApplicationPart[]>;
export type DraftStep = keyof typeof draftSteps;

export const stepNames = Object.keys(draftSteps) as DraftStep[];

/** The page after one: the last is followed by the whole, to be checked. */
export const stepAfter = (step: DraftStep): string => stepNames[stepNames.indexOf(step) + 1] ?? "check";

/** Problems at the fields of one part of what was saved, named as that part's form names them. */
export const within = (problems: readonly Problem[], part: string): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: problem.path.replace(`input.${part}.`, "input.") }));
