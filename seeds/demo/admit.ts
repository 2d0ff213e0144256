import { Member, type MemberService } from "../../server/modules/members/index.ts";
import type { Context } from "../../server/platform/context.ts";
import { done } from "../../server/platform/outcome.ts";
import { demoMembers } from "./members.ts";

/** Admits the firms of the demo story, each on its day, and answers their ids by key; those already admitted stay as they are. */
export async function admitDemoMembers(at: (instant: string) => Context, members: MemberService): Promise<Map<string, string>> {
  const outcome = await at("2026-01-01T00:00:00Z").inTransaction(async (tx) => done(await tx.db.find(Member)));
  const present = outcome.ok ? outcome.value : [];
  const idOf = new Map(present.map(({ id, creditCode }) => [creditCode, id]));
  const byKey = new Map<string, string>();
  for (const { key, shows: _, ...admission } of demoMembers) {
    const id = idOf.get(admission.creditCode) ?? (await admit(at(`${admission.admittedOn}T02:00:00Z`), members, admission));
    byKey.set(key, id);
  }
  return byKey;
}

async function admit(ctx: Context, members: MemberService, admission: Parameters<MemberService["admit"]>[1]): Promise<string> {
  const outcome = await ctx.inTransaction((tx) => members.admit(tx, admission));
  if (!outcome.ok) throw new Error(`${admission.name.en} was not admitted: ${JSON.stringify(outcome.problems)}`);
  return outcome.value.id;
}
