import { expect, test } from "vitest";
import { permissions } from "../../server/modules/identity/index.ts";
import { rootFields } from "../../server/platform/graphql/may.ts";
import { recordReaders } from "../../server/platform/graphql/node.ts";
import { createSchema } from "../../server/schema.ts";

/** The doors without a lock. To open another is a decision: it is made by adding a line here. */
const open = [
  "Mutation.accessRenewalAccept", "Mutation.applicationAccessMake", "Mutation.applicationBegin", "Mutation.applicationEvidenceRemove", "Mutation.applicationSave",
  "Mutation.applicationSubmit", "Mutation.applicationWithdraw", "Mutation.demoSignIn", "Mutation.invitationAccept", "Mutation.signIn", "Mutation.signOut",
  "Query.applicationTerms", "Query.association", "Query.demoPersons", "Query.honourYears", "Query.honours", "Query.node", "Query.norm", "Query.normComparison", "Query.norms", "Query.ownApplication", "Query.pledge", "Query.publicFile", "Query.publicationTerms", "Query.regions", "Query.rewardLadder", "Query.sanctionLadder", "Query.scheme",
  "Query.verification", "Query.viewer",
];

const fields = rootFields(createSchema());
const known = new Set(["PUBLIC", ...Object.keys(permissions)]);

test("every root field is guarded by permissions that exist", () => {
  expect(fields.length).toBeGreaterThan(50);
  expect(fields.filter(({ may }) => !may || may.length === 0 || !may.every((permission) => known.has(permission))).map(({ name }) => name)).toEqual([]);
});

test("every kind of record is opened by permissions that exist", () => {
  expect([...recordReaders()].filter(([, may]) => may.length === 0 || !may.every((permission) => known.has(permission))).map(([name]) => name)).toEqual([]);
});

test("what is public is meant to be", () => {
  expect(fields.filter(({ may }) => may?.includes("PUBLIC")).map(({ name }) => name).sort()).toEqual(open);
});

test("a public field has no second guard that nobody would ask", () => {
  expect(fields.filter(({ may }) => may?.includes("PUBLIC") && may.length > 1).map(({ name }) => name)).toEqual([]);
});
