import { mkdirSync } from "node:fs";
import { test } from "vitest";
import { appealedCase, declares, laidCase, newPanelMember, provenWindow, takes, toldCase } from "./due-process.ts";
import { ask, openBrowser, openWindow, signIn } from "./person.ts";
import { settled } from "./settled.ts";

test("shots", async () => {
  const out = "/tmp/cw/shots"; mkdirSync(out, { recursive: true });
  const browser = await openBrowser();
  const officer = await provenWindow(browser, "officer@guild.example");
  const firm = await provenWindow(browser, "admin07@guild.example");
  const firm5 = await provenWindow(browser, "admin05@guild.example");
  const names = ["Au Man-kit", "Poon Wai-yee", "Tam Siu-fan", "Ip Lok-man", "Yeung Ho", "Mak Sin"];
  const people = [];
  for (const name of names) people.push(await newPanelMember(browser, officer, name));
  const [a, b, c, d, e, f] = people as [typeof people[0]];
  const told = await toldCase(officer, firm, "Prices above those marked");
  const laid = await laidCase(officer, firm5, await toldCase(officer, firm5, "Scales that read too much"), [a, b, c]);
  const appeal = await appealedCase(officer, firm, await toldCase(officer, firm, "Stale fish sold as fresh"), [a, b, c]);
  await takes(officer, "appealPanelSeat", { ...appeal, userIds: [d, e, f].map((p: any) => p.userId) });
  await declares((d as any).window, appeal.id);
  console.log(JSON.stringify({ told, laid, appeal }));
  await (a as any).window.storageState({ path: "/tmp/cw/panel-a.json" });
  await (d as any).window.storageState({ path: "/tmp/cw/panel-d.json" });
  await browser.close();
  await import("node:fs").then((fs) => fs.writeFileSync("/tmp/cw/ids.json", JSON.stringify({ told, laid, appeal })));
});
