import { describe, expect, test } from "vitest";
import { permissions, permissionsOf, type Role, roles, scopeOf, secondFactorRoles, stepUpPermissions } from "../../../server/modules/identity/permissions.ts";
import { grantableTo, keyAsActor, personAsActor } from "../../../server/modules/identity/person.ts";
import { mayChangeUser, reaches, rolesFit } from "../../../server/modules/identity/user.policy.ts";

const personWith = (held: Role[], totpEnrolledAt: Date | null = new Date(0)) => ({ id: "usr_1", roles: held, memberId: null, language: "en" as const, totpEnrolledAt });

describe("permissions", () => {
  test("are held by any one of the roles named in the table", () => {
    for (const [permission, rule] of Object.entries(permissions))
      for (const role of roles) expect([...permissionsOf([role])].includes(permission as never), `${role} ${permission}`).toBe((rule.roles as readonly Role[]).includes(role));
    expect(permissionsOf(["PANEL", "OFFICER"])).toEqual(new Set([...permissionsOf(["PANEL"]), ...permissionsOf(["OFFICER"])]));
    expect(permissionsOf([]).size).toBe(0);
  });

  test("leave a regulator nothing to write but their own account and keys", () => {
    expect([...permissionsOf(["REGULATOR"])].filter((permission) => !permission.startsWith("account:") && permission !== "apiKey:create" && !permission.endsWith(":read"))).toEqual([]);
  });

  test.each([
    [["OFFICER"], "all"], [["PANEL"], "all"], [["INSPECTOR"], "all"], [["OPERATOR"], "all"],
    [["MEMBER_ADMIN"], "member"], [["MEMBER_EDITOR"], "member"], [["REGULATOR"], "public"], [[], "public"],
  ] as [Role[], string][])("%j see %s", (held, scope) => {
    expect(scopeOf(held)).toBe(scope);
  });
});

describe("an actor", () => {
  test.each(secondFactorRoles)("%s may do nothing but enrol until a second factor is there", (role) => {
    const waiting = personAsActor(personWith([role], null), null, null);
    expect([...waiting.permissions].sort()).toEqual(["account:manage", "account:secure"]);
    expect(waiting.scope).toBe("public");
    expect(personAsActor(personWith([role]), null, null).permissions).toEqual(permissionsOf([role]));
  });

  test("behind a key never touches the account, and does no grave act", () => {
    for (const role of roles) {
      const granted = grantableTo([role]);
      expect(granted.filter((permission) => permission === "account:manage" || stepUpPermissions.has(permission))).toEqual([]);
    }
    const key = keyAsActor(personWith(["OFFICER"]), ["member:list", "account:manage", "certificate:change", "pledge:sign"], null);
    expect([...key.permissions]).toEqual(["member:list"]);
    expect(key).toMatchObject({ kind: "API_KEY", sessionId: null, steppedUpUntil: null });
  });

  test("behind a key loses what its owner loses", () => {
    expect(keyAsActor(personWith(["REGULATOR"]), ["member:list"], null).permissions.size).toBe(0);
  });
});

describe("roles", () => {
  test.each([
    [["OFFICER", "PANEL"], null, true],
    [["MEMBER_ADMIN", "MEMBER_EDITOR"], "mem_1", true],
    [["OFFICER"], "mem_1", false],
    [["MEMBER_ADMIN"], null, false],
    [["OFFICER", "MEMBER_ADMIN"], null, false],
    [["OFFICER", "OFFICER"], null, false],
    [[], null, false],
  ] as [string[], string | null, boolean][])("%j at %j go together: %s", (held, memberId, fit) => {
    expect(rolesFit(held, memberId)).toBe(fit);
  });

  const officer = { userId: "usr_1", memberId: null, scope: "all" };
  const admin = { userId: "usr_2", memberId: "mem_1", scope: "member" };

  test("are changed by those in reach, and never one's own", () => {
    expect(mayChangeUser(officer, { id: "usr_9", memberId: "mem_7" })).toBe(true);
    expect(mayChangeUser(officer, { id: "usr_1", memberId: null })).toBe(false);
    expect(mayChangeUser(admin, { id: "usr_3", memberId: "mem_1" })).toBe(true);
    expect(mayChangeUser(admin, { id: "usr_2", memberId: "mem_1" })).toBe(false);
    expect(mayChangeUser(admin, { id: "usr_4", memberId: "mem_2" })).toBe(false);
    expect(reaches(admin, { memberId: null })).toBe(false);
    expect(reaches({ ...admin, memberId: null }, { memberId: null })).toBe(false);
  });
});
