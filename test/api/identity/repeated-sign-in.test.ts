import { afterAll, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

test("a sign-in that broke off may be repeated with the same key, though the attempt was counted", async () => {
  const ann = await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id);
  const browser = portal.browser("198.51.100.1", { "idempotency-key": "sign-in-broke-off-1" });
  await portal.database.asOwner("alter table session rename to hidden");
  expect(await browser.signIn(ann.email)).toEqual(["NO ANSWER"]);
  await portal.database.asOwner("alter table hidden rename to session");
  expect(await portal.database.asOwner("select state from idempotency_key")).toEqual([]);
  expect(await browser.signIn(ann.email)).toEqual([]);
  expect(await portal.database.asOwner("select count(*)::int as count from sign_in_attempt")).toEqual([{ count: 1 }]);
});
