import { graphql, type GraphQLSchema } from "graphql";
import { Query, Resolver } from "type-graphql";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type Actor, anonymous } from "../../../server/platform/actor.ts";
import { buildContract } from "../../../server/platform/graphql/build-schema.ts";
import { denialOf, May } from "../../../server/platform/graphql/may.ts";
import { declareActs } from "../../../server/platform/graphql/viewer-may.ts";
import { firstLantern, LanternResolver, LanternViewerMay } from "../../support/lantern.ts";

declareActs(["lantern:read", "lantern:light", "lantern:audit"]);

const now = new Date("2026-04-01T00:00:00Z");
const soon = new Date("2026-04-01T00:05:00Z");
const lanterns = new LanternResolver();
const schema = buildContract([LanternResolver, LanternViewerMay], new Map([[LanternResolver, lanterns]]));

const person = (...permissions: string[]): Actor => ({
  ...anonymous("en"), kind: "USER", userId: "usr_1", memberId: "mbr_1", permissions: new Set(permissions),
});

const ask = async (source: string, actor: Actor = anonymous(), variableValues: Record<string, unknown> = {}) => {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { actor, now } });
  return { data, codes: errors?.map((error) => error.extensions["code"] ?? error.message) };
};

describe("a guard", () => {
  const grave = (actor: Actor, steppedUpUntil: Date | null): Actor => ({ ...actor, stepUpPermissions: new Set(["sanction:impose"]), steppedUpUntil });

  test.each<[string, Actor, string[], string | null]>([
    ["lets a stranger do what is public", anonymous(), ["PUBLIC"], null],
    ["asks a stranger to sign in", anonymous(), ["lantern:read"], "UNAUTHENTICATED"],
    ["turns away a person without the permission", person(), ["lantern:read"], "FORBIDDEN"],
    ["is content with any one permission", person("lantern:audit"), ["lantern:read", "lantern:audit"], null],
    ["wants a fresh proof for a grave act", grave(person("sanction:impose"), null), ["sanction:impose"], "STEP_UP_REQUIRED"],
    ["does not take an old proof", grave(person("sanction:impose"), now), ["sanction:impose"], "STEP_UP_REQUIRED"],
    ["takes a fresh proof", grave(person("sanction:impose"), soon), ["sanction:impose"], null],
    ["needs no proof when a light permission is enough", grave(person("sanction:impose", "lantern:read"), null), ["sanction:impose", "lantern:read"], null],
    ["tells a person without the grave permission nothing of proofs", grave(person(), null), ["sanction:impose"], "FORBIDDEN"],
  ])("%s", (_, actor, may, denial) => {
    expect(denialOf(actor, may, now)).toBe(denial);
  });

  test("stands before the resolver", async () => {
    expect(await ask("{ lanterns(first: 1) { totalCount } }")).toEqual({ data: null, codes: ["UNAUTHENTICATED"] });
    expect(await ask("{ lanterns(first: 1) { totalCount } }", person())).toEqual({ data: null, codes: ["FORBIDDEN"] });
    expect(lanterns.counted).toBe(0);
  });

  test("is missed when the schema is built, not when it is called", () => {
    @Resolver()
    class OpenDoor {
      @Query(() => Boolean, { description: "Nobody guards this." })
      openDoor() {
        return true;
      }
    }
    expect(() => buildContract([OpenDoor], new Map())).toThrow("Query.openDoor has no guard");
  });

  test("takes the permissions of the union it is given, so that a misspelt one does not compile", () => {
    expectTypeOf(May<"lantern:read" | "lantern:light">).parameter(0).toEqualTypeOf<"lantern:read" | "lantern:light" | "PUBLIC">();
    expectTypeOf(May<never>).parameter(0).toEqualTypeOf<"PUBLIC">();
  });
});

describe("a connection", () => {
  test("is one page, and counts only when asked", async () => {
    const before = lanterns.counted;
    const { data } = await ask("{ lanterns(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }", person("lantern:read"));
    expect(data).toEqual({
      lanterns: {
        edges: [{ cursor: "lan_0", node: { id: "lan_0" } }, { cursor: "lan_1", node: { id: "lan_1" } }],
        pageInfo: { hasNextPage: true, endCursor: "lan_1" },
      },
    });
    expect(lanterns.counted).toBe(before);
    expect((await ask("{ lanterns(first: 2) { totalCount } }", person("lantern:read"))).data).toEqual({ lanterns: { totalCount: 30 } });
  });
});

test("a page larger than any is refused where it would be read, though nobody weighed the request", async () => {
  const before = lanterns.counted;
  for (const first of [0, -1, 101]) {
    expect(await ask(`{ lanterns(first: ${first}) { totalCount } }`, person("lantern:read"))).toEqual({ data: null, codes: ["BAD_USER_INPUT"] });
  }
  expect(lanterns.counted).toBe(before);
});

describe("node", () => {
  test.each([
    ["finds a record by the prefix of its id", firstLantern, { __typename: "Lantern", id: firstLantern, weight: "1.50" }],
    ["says null when there is none", "lan_01JD0000000000000000000001", null],
    ["says null for a kind it does not know", "xyz_01JD0000000000000000000000", null],
    ["says null for what is no id", "constructor", null],
  ])("%s", async (_, id, node) => {
    expect(await ask("query ($id: ID!) { node(id: $id) { __typename id ... on Lantern { weight } } }", anonymous(), { id })).toEqual({ data: { node } });
  });
});

describe("viewerMay", () => {
  const question = `{ lantern(id: "${firstLantern}") { light: viewerMay(act: LANTERN_LIGHT) read: viewerMay(act: LANTERN_READ) } }`;

  test("needs the permission, and the policy of the record", async () => {
    expect((await ask(question, person("lantern:light", "lantern:read"))).data).toEqual({ lantern: { light: true, read: false } });
    expect((await ask(question, person())).data).toEqual({ lantern: { light: false, read: false } });
    expect((await ask(question, { ...person("lantern:light"), memberId: "mbr_2" })).data).toEqual({ lantern: { light: false, read: false } });
  });
});

describe("problems", () => {
  const hang = (weight: string) =>
    ask(
      `mutation ($weight: Decimal!) { lanternHang(input: { litAt: "2026-03-31T17:00:00+08:00", weight: $weight }) {
         lantern { litAt weight } problems { __typename code path ... on RuleProblem { article } } } }`,
      person("lantern:light"),
      { weight },
    );

  test("are empty when the act was done", async () => {
    expect((await hang("2.5")).data).toEqual({ lanternHang: { lantern: { litAt: "2026-03-31T09:00:00.000Z", weight: "2.5" }, problems: [] } });
  });

  test("name the code, the field and, for a rule, the article", async () => {
    const problems = async (weight: string) => (await hang(weight)).data?.["lanternHang"];
    expect(await problems("0")).toEqual({ lantern: null, problems: [{ __typename: "PlainProblem", code: "REQUIRED", path: "weight" }] });
    expect(await problems("101")).toEqual({ lantern: null, problems: [{ __typename: "RuleProblem", code: "INVALID", path: "weight", article: "L-1" }] });
  });
});

test("a field without a resolver of its own is read as a plain property", () => {
  const resolversOf = (built: GraphQLSchema, type: string) =>
    Object.entries((built.getType(type) as { getFields(): Record<string, { resolve?: unknown }> }).getFields())
      .filter(([, field]) => field.resolve)
      .map(([name]) => name);
  expect(resolversOf(schema, "Lantern")).toEqual(["viewerMay"]);
  expect(resolversOf(schema, "LanternConnection")).toEqual([]);
});
