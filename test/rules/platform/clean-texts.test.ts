import { buildSchema, graphql } from "graphql";
import { expect, test } from "vitest";
import { cleanTexts } from "../../../server/platform/graphql/clean-texts.ts";

const schema = cleanTexts(buildSchema(`
  scalar Localized
  input Note { reason: String! of: [String!] newPassword: String inner: Note }
  type Query { a: String }
  type Mutation { write(id: ID!, signatoryName: String, note: Note, titles: Localized, token: String): String }
`));

test("an act is given texts without what nobody sees; ids and secrets as they came", async () => {
  let given: unknown;
  const rootValue = { write: (args: unknown) => void (given = args) };
  const variableValues = {
    id: "a\u202E", signatoryName: "Chan\u202E\nSiu", token: "t\u200B", titles: { en: "Plan\u200B", "zh-Hant": "計\u2066劃" },
    note: { reason: "one\u0007\ntwo", of: ["x\u200B", "y"], newPassword: "p\u200B", inner: { reason: "\u202Ein" } },
  };
  const source = "mutation ($id: ID!, $signatoryName: String, $note: Note, $titles: Localized, $token: String) { write(id: $id, signatoryName: $signatoryName, note: $note, titles: $titles, token: $token) }";
  const { errors } = await graphql({ schema, source, variableValues, rootValue });
  expect(errors).toBeUndefined();
  expect(given).toEqual({
    id: "a\u202E", signatoryName: "Chan Siu", token: "t\u200B", titles: { en: "Plan", "zh-Hant": "計劃" },
    note: { reason: "one\ntwo", of: ["x", "y"], newPassword: "p\u200B", inner: { reason: "in" } },
  });
});
