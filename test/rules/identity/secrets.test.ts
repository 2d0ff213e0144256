import { describe, expect, test } from "vitest";
import { IdentitySecrets, newRecoveryCodes, newToken, recoveryDigest } from "../../../server/modules/identity/secrets.ts";

const keys = { portalSecret: "a".repeat(32), sessionSecret: "b".repeat(32) };
const secrets = new IdentitySecrets(keys);

describe("a sealed text", () => {
  const sealed = secrets.seal("JBSWY3DPEHPK3PXP", "usr_1");

  test("is read again by its owner's id and nobody else's", () => {
    expect(secrets.unseal(sealed, "usr_1")).toBe("JBSWY3DPEHPK3PXP");
    expect(() => secrets.unseal(sealed, "usr_2")).toThrow();
    expect(() => new IdentitySecrets({ ...keys, portalSecret: "c".repeat(32) }).unseal(sealed, "usr_1")).toThrow();
  });

  test("does not survive a change of any byte", () => {
    const bytes = Buffer.from(sealed, "base64url");
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
      expect(() => secrets.unseal(altered.toString("base64url"), "usr_1")).toThrow();
    }
  });

  test("never looks the same twice", () => expect(secrets.seal("JBSWY3DPEHPK3PXP", "usr_1")).not.toBe(sealed));
});

describe("a device", () => {
  const mark = secrets.newDevice("a@guild.example");

  test("is known again, for the account it was used with alone", () => {
    expect(secrets.deviceOf("a@guild.example", mark)).toBe(secrets.deviceOf("a@guild.example", mark));
    expect(secrets.deviceOf("a@guild.example", mark)).not.toBeNull();
    expect(secrets.deviceOf("b@guild.example", mark)).toBeNull();
  });

  test.each([undefined, "", ".", "abc", "abc.def", `${mark}x`, mark.slice(0, -1)])("is not made up: %j", (made) => {
    expect(secrets.deviceOf("a@guild.example", made)).toBeNull();
  });

  test("is another one at each sign-in", () => expect(secrets.newDevice("a@guild.example")).not.toBe(mark));
});

test("a token has 256 bits", () => expect(Buffer.from(newToken(), "base64url")).toHaveLength(32));

test("recovery codes are ten, different, and read however they are written", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([A-HJKMNP-Z2-9]{4}-){3}[A-HJKMNP-Z2-9]{4}$/);
    expect(recoveryDigest(` ${code.toLowerCase().replaceAll("-", " ")}`)).toBe(recoveryDigest(code));
  }
});
