import { dayAfter, termEnd } from "../../server/kernel/days.ts";
import { type Admission, Member, type SiteDetails } from "../../server/modules/members/index.ts";
import type { Services } from "../../server/compose.ts";
import type { Context } from "../../server/platform/context.ts";
import { done, type Outcome } from "../../server/platform/outcome.ts";
import { type DemoMember, demoMembers } from "./members.ts";

type House = Pick<Services, "members" | "standings" | "profiles">;
type At = (instant: string) => Context;

/**
 * Admits the firms of the demo story, told on a day, each on its own, renews them year by year, and answers their ids by key; those already admitted
 * stay as they are.
 */
export async function admitDemoMembers(at: At, house: House, toldOn: string): Promise<Map<string, string>> {
  const outcome = await at("2026-01-01T00:00:00Z").inTransaction(async (tx) => done(await tx.db.find(Member)));
  const present = outcome.ok ? outcome.value : [];
  const idOf = new Map(present.map(({ id, creditCode }) => [creditCode, id]));
  const byKey = new Map<string, string>();
  for (const { key, shows: _, admittedOn: day, ...firm } of demoMembers) {
    const admittedOn = admissionDay(day, toldOn);
    const id = idOf.get(firm.creditCode) ?? (await join(at, house, { ...firm, admittedOn }, toldOn));
    byKey.set(key, id);
  }
  return byKey;
}

/** A newcomer is new whenever the story is told; the others came on days of their own. */
function admissionDay(day: DemoMember["admittedOn"], toldOn: string): string {
  if (typeof day === "string") return day;
  const admitted = new Date(`${toldOn}T00:00:00Z`);
  admitted.setUTCDate(admitted.getUTCDate() - day.daysAgo);
  return admitted.toISOString().slice(0, 10);
}

async function join(at: At, { members, standings, profiles }: House, admission: Admission, toldOn: string): Promise<string> {
  const noon = (day: string) => at(`${day}T04:00:00Z`);
  const { id } = given(await noon(admission.admittedOn).inTransaction((tx) => members.admit(tx, admission)));
  for (let last = termEnd(admission.admittedOn, 12); last < toldOn; last = termEnd(dayAfter(last, 1), 12)) {
    given(await noon(last).inTransaction((tx) => standings.renew(tx, id)));
  }
  for (const site of sitesOf(admission)) given(await noon(admission.admittedOn).inTransaction((tx) => profiles.addSite(tx, id, site)));
  given(await noon(admission.admittedOn).inTransaction((tx) => profiles.addContact(tx, id, { duty: "COMPLAINTS", name: admission.language === "en" ? "Service desk" : "客戶服務部", phone: "400 555 0100", email: "" })));
  return id;
}

/** An office, and a warehouse for whoever is not small. */
function sitesOf({ region, sizeClass, admittedOn, language }: Admission): SiteDetails[] {
  const isEnglish = language === "en";
  const office: SiteDetails = { name: isEnglish ? "Head office" : "總部", use: "OFFICE", region, address: isEnglish ? "18 Market Street" : "市場路18號", openedOn: admittedOn };
  const depot: SiteDetails = { name: isEnglish ? "Central depot" : "中心倉", use: "WAREHOUSE", region, address: isEnglish ? "3 Harbour Road" : "港口路3號", openedOn: admittedOn };
  return sizeClass === "MEDIUM" || sizeClass === "LARGE" ? [office, depot] : [office];
}

function given<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`The story was refused: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
