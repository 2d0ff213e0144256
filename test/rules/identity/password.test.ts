import { describe, expect, test } from "vitest";
import { passwordFault } from "../../../server/modules/identity/password.rules.ts";

const own = ["Chan Wai Man", "waiman.chan@acme.example"];

describe("a password", () => {
  test.each([
    ["four words in a row", "correct horse battery staple", null],
    ["a sentence in Chinese, each character counting", "春眠不覺曉處處聞啼鳥夜來", null],
    ["twelve characters of a generator", "v9#Kq2!mZx7L", null],
    ["no capital, no digit, no sign: length is enough", "lanterns over the harbour", null],
    ["eleven characters", "v9#Kq2!mZx7", "PASSWORD_TOO_SHORT"],
    ["eleven emoji of two units each", "🏮".repeat(11), "PASSWORD_TOO_SHORT"],
    ["a novel", "word ".repeat(60), "TOO_LONG"],
    ["one letter over and over", "aaaaaaaaaaaaaaaa", "PASSWORD_TOO_COMMON"],
    ["the commonest with digits behind it", "Password1234", "PASSWORD_TOO_COMMON"],
    ["the same twice", "passwordpassword", "PASSWORD_TOO_COMMON"],
    ["a walk over the keyboard", "qwertyuiopasdf", "PASSWORD_TOO_COMMON"],
    ["a walk backwards", "poiuytrewq0987", "PASSWORD_TOO_COMMON"],
    ["counting up", "123456789012", "PASSWORD_TOO_COMMON"],
    ["in full-width letters", "ｐａｓｓｗｏｒｄ１２３４", "PASSWORD_TOO_COMMON"],
    ["one's own name and a year's end", "ChanWaiMan11", "PASSWORD_TOO_COMMON"],
    ["the firm out of the address", "acmeacmeacme!", "PASSWORD_TOO_COMMON"],
  ])("%s", (_, password, fault) => {
    expect(passwordFault(password, own)).toBe(fault);
  });
});
