import { graphql, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissionsOf, personAsActor, type Role, roles, stepUpPermissions } from "../../../server/modules/identity/index.ts";
import type { Actor } from "../../../server/platform/actor.ts";
import { rootFields } from "../../../server/platform/graphql/may.ts";
import { createSchema } from "../../../server/schema.ts";
import { openWorld, type World } from "../../support/world.ts";
import { furnish, type Household, type Ids, nothing } from "./household.ts";
import { matrix } from "./matrix.ts";
import type { Pointing, Row } from "./matrix-rows.ts";

let world: World;
let theirs: Household;
let own: Household;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  world = await openWorld();
  [theirs, own] = [await furnish(world), await furnish(world)];
  for (const role of roles) {
    const person = role === "MEMBER_ADMIN" ? own.admin : role === "MEMBER_EDITOR" ? own.editor : await world.person([role], null);
    actors.set(role, person.actor);
  }
  const recruit = await world.user(["OFFICER"], null);
  actors.set("an officer without a second factor", { ...personAsActor({ ...recruit, totpEnrolledAt: null }, null, null), steppedUpUntil: new Date("2100-01-01") });
  actors.set("a stranger", world.stranger().actor);
});
afterAll(() => world.close());

const operations = rootFields(createSchema());
const guards = new Map(operations.map(({ name, may = [] }) => [name, may]));
const entries = Object.entries(matrix).flatMap(([name, entry]) => [entry].flat().map((row: Row, index): [string, number, Row] => [name, index, row]));

/** The whole answer as it would go over the wire. */
async function answer(actor: Actor, { document }: Row, variableValues: Record<string, unknown>) {
  const contextValue = world.contextOf(actor);
  try {
    const result = await graphql({ schema: world.schema, source: document, variableValues, contextValue });
    const codes = (result.errors ?? []).map(({ extensions, originalError }) => extensions["code"] ?? originalError);
    return { text: JSON.stringify(result), data: result.data, codes };
  } finally {
    await contextValue.endReads();
  }
}

const answerAbout = (actor: Actor, row: Row, pointing: Pointing, ids: Ids) => answer(actor, row, pointing(ids, own.ids));

const isOpenTo = (name: string, actor: Actor) => (guards.get(name) ?? []).some((permission) => permission === "PUBLIC" || actor.permissions.has(permission));

/** The codes of the problems of a mutation's payload. */
const refusalsOf = (data: Record<string, unknown> | null | undefined): string[] =>
  ((Object.values(data ?? {})[0] ?? {}) as { problems?: { code: string }[] }).problems?.map(({ code }) => code) ?? [];

test("every operation of the contract stands in the matrix, and nothing else", () => {
  expect(Object.keys(matrix).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(entries)("%s (%i)", (name, _, row) => {
  const whom = [...roles, "an officer without a second factor", "a stranger"];
  const actorOf = (who: string) => actors.get(who) as Actor;

  test("is written as the contract has it", () => {
    expect(validate(world.schema, parse(row.document)).map(({ message }) => message)).toEqual([]);
    expect(row.document).toContain(`${name.split(".")[1]}`);
  });

  test("is open to the roles the matrix names", () => {
    const may = guards.get(name) ?? [];
    const open = may.includes("PUBLIC") ? "PUBLIC" : roles.filter((role) => may.some((permission) => permissionsOf([role]).has(permission as never)));
    expect(open).toEqual(row.may === "PUBLIC" ? "PUBLIC" : roles.filter((role) => row.may.includes(role)));
  });

  test("is denied to everybody else, alike for what is there and what is not", async () => {
    for (const who of whom.filter((each) => !isOpenTo(name, actorOf(each)))) {
      const denial = who === "a stranger" ? "UNAUTHENTICATED" : "FORBIDDEN";
      const ways = row.pointing.length > 0 ? row.pointing : [() => row.variables];
      for (const way of ways) {
        const [there, missing] = [await answerAbout(actorOf(who), row, way, theirs.ids), await answerAbout(actorOf(who), row, way, nothing(world.now()))];
        expect(there.codes, who).toEqual([denial]);
        expect(there.text, who).toBe(missing.text);
      }
    }
  });

  test("wants a fresh proof of identity where the act is grave", async () => {
    const may = guards.get(name) ?? [];
    if (!may.every((permission) => stepUpPermissions.has(permission as never))) return;
    for (const role of roles.filter((each) => isOpenTo(name, actorOf(each)))) {
      const stale = { ...actorOf(role), steppedUpUntil: world.now() };
      const variables = row.pointing[0]?.(theirs.ids, own.ids) ?? row.variables;
      expect((await answer(stale, row, variables)).codes, role).toEqual(["STEP_UP_REQUIRED"]);
    }
  });

  test("gives nobody a record of others, nor a sign that there is one", async () => {
    const foreignTo = whom.filter((who) => !row.reach.includes(who as Role) && isOpenTo(name, actorOf(who)));
    for (const who of foreignTo)
      for (const pointing of row.pointing) {
        const [there, missing] = [await answerAbout(actorOf(who), row, pointing, theirs.ids), await answerAbout(actorOf(who), row, pointing, nothing(world.now()))];
        expect(there.text, who).toBe(missing.text);
        expect(there.codes, who).toEqual([]);
        for (const [kind, id] of Object.entries(theirs.ids)) expect(there.text, `${who}: ${kind}`).not.toContain(id);
        if (name.startsWith("Mutation.")) expect(refusalsOf(there.data), who).toEqual(["NOT_FOUND"]);
      }
  });

  test("lists to a member nothing of another", async () => {
    if (row.pointing.length > 0 || !name.startsWith("Query.")) return;
    for (const who of ["MEMBER_ADMIN", "MEMBER_EDITOR", "REGULATOR", "a stranger"].filter((each) => isOpenTo(name, actorOf(each)))) {
      const { text, codes } = await answer(actorOf(who), row, row.variables);
      expect(codes, who).toEqual([]);
      for (const [kind, id] of Object.entries(theirs.ids)) expect(text, `${who}: ${kind}`).not.toContain(id);
    }
  });
});
