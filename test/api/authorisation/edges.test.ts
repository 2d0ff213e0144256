import { getNamedType, type GraphQLField, isListType, isNonNullType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissionsOf, type Role, roles } from "../../../server/modules/identity/index.ts";
import { recordReaders } from "../../../server/platform/graphql/node.ts";
import { rootFields } from "../../../server/platform/graphql/may.ts";
import { createSchema } from "../../../server/schema.ts";
import { openWorld, type World } from "../../support/world.ts";
import { furnish, type Household } from "./household.ts";

const schema = createSchema();
const readers = recordReaders();

/** The shortest ways along fields by which a role comes to a record of a kind it may not read; the ways themselves are guarded. */
function waysRound(role: Role): { path: string; field: GraphQLField<unknown, unknown> }[] {
  const held: ReadonlySet<string> = permissionsOf([role]);
  const holds = (may: readonly string[]) => may.some((permission) => permission === "PUBLIC" || held.has(permission));
  const queue = rootFields(schema).filter(({ name, may = [] }) => name !== "Query.node" && holds(may)).map(({ name, field }) => ({ path: name, type: getNamedType(field.type) }));
  const seen = new Set<string>();
  const found: ReturnType<typeof waysRound> = [];
  for (let here = queue.shift(); here; here = queue.shift()) {
    if (!isObjectType(here.type) || seen.has(here.type.name)) continue;
    seen.add(here.type.name);
    for (const field of Object.values(here.type.getFields())) {
      const type = getNamedType(field.type);
      const path = `${here.path}.${field.name}`;
      if (holds(readers.get(type.name) ?? ["PUBLIC"])) queue.push({ path, type });
      else found.push({ path, field });
    }
  }
  return found;
}

test.each(roles)("no way along fields ends in an error page for %s: what is not theirs to read is absent", (role) => {
  const blocking = waysRound(role).filter(({ field: { type } }) => isNonNullType(type) && !isListType(type.ofType));
  expect(blocking.map(({ path }) => path)).toEqual([]);
});

describe("along the fields of a record they may see", () => {
  let world: World;
  let household: Household;
  beforeAll(async () => {
    world = await openWorld();
    household = await furnish(world);
  });
  afterAll(() => world.close());

  const document = `query ($id: ID!) { member(id: $id) { id assessments { id } certificates { id } grades { id } pledgeSignature { id } } }`;

  test("an inspector finds nothing an inspector may not read", async () => {
    const inspector = await world.inspector();
    const { data, errors } = await inspector.run(document, { id: household.ids.member });
    expect({ data, errors }).toEqual({ data: { member: { id: household.ids.member, assessments: [], certificates: [], grades: [], pledgeSignature: null } }, errors: [] });
  });

  test("a member of the panel finds what is there", async () => {
    const { ids } = household;
    const { data } = await (await world.panel()).run(document, { id: ids.member });
    expect(data).toEqual({
      member: { id: ids.member, assessments: [{ id: ids.assessment }], certificates: [{ id: ids.certificate }], grades: [{ id: ids.grade }], pledgeSignature: { id: ids.signature } },
    });
  });
});
