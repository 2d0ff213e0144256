import { Member, type MemberService } from "../../server/modules/members/index.ts";
import type { Context } from "../../server/platform/context.ts";
import { done } from "../../server/platform/outcome.ts";
import { type DemoMember, demoMembers } from "./members.ts";

/** Admits the firms of the demo story, told on a day, each on its own, and answers their ids by key; those already admitted stay as they are. */
export async function admitDemoMembers(at: (instant: string) => Context, members: MemberService, toldOn: string): Promise<Map<string, string>> {
  const outcome = await at("2026-01-01T00:00:00Z").inTransaction(async (tx) => done(await tx.db.find(Member)));
  const present = outcome.ok ? outcome.value : [];
  const idOf = new Map(present.map(({ id, creditCode }) => [creditCode, id]));
  const byKey = new Map<string, string>();
  for (const { key, shows: _, admittedOn: day, ...firm } of demoMembers) {
    const admittedOn = admissionDay(day, toldOn);
    const id = idOf.get(firm.creditCode) ?? (await admit(at(`${admittedOn}T02:00:00Z`), members, { ...firm, admittedOn }));
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

async function admit(ctx: Context, members: MemberService, admission: Parameters<MemberService["admit"]>[1]): Promise<string> {
  const outcome = await ctx.inTransaction((tx) => members.admit(tx, admission));
  if (!outcome.ok) throw new Error(`${admission.name.en} was not admitted: ${JSON.stringify(outcome.problems)}`);
  return outcome.value.id;
}
