import { type Role, roles } from "../../../server/modules/identity/index.ts";
import type { Ids } from "./household.ts";

// An operation is entered here by its name in the schema, with `plain` when it names no record and `about` when it names one.
// Say which roles may call it, and, in `reach`, to which roles another member's record is none of a stranger's (the association's side).
// Give the variables that point at the record of another household; the test makes the same call with ids that name nothing.

type Variables = Record<string, unknown>;

/** Ways to name another household's record; `own` is what the caller's own household holds. */
export type Pointing = (theirs: Ids, own: Ids) => Variables;

export interface Row {
  may: readonly Role[] | "PUBLIC";
  document: string;
  /** One for each way to name a foreign record; none when the operation names no record. */
  pointing: readonly Pointing[];
  /** For these roles no member's record is foreign. */
  reach: readonly Role[];
  variables: Variables;
}

export const plain = (may: Row["may"], document: string, variables: Variables = {}): Row => ({ may, document, variables, pointing: [], reach: [] });

export const about = (may: Row["may"], document: string, reach: readonly Role[], ...pointing: Pointing[]): Row => ({ may, document, variables: {}, pointing, reach });

export const everyone = roles;
export const members = ["MEMBER_ADMIN", "MEMBER_EDITOR"] as const;
export const house = ["OFFICER", "PANEL"] as const;
export const nobody: readonly Role[] = [];

export const page = "edges { node { id } } totalCount";
export const problems = "problems { code path }";
