import { done } from "../../../server/platform/outcome.ts";
import type { World } from "../../support/world.ts";

export const inAll = (text: string) => ({ "zh-Hant": text, "zh-Hans": text, en: text });

/** Judges a run's members and grades them, as the workers would. */
export async function carryOut({ services: { audits, grades }, change }: Pick<World, "services" | "change">, runId: string): Promise<void> {
  await change((tx) => audits.open(tx, runId));
  while (await change((tx) => audits.judgeBatch(tx, runId)));
  await change((tx) => audits.complete(tx, runId));
  while ((await change((tx) => grades.gradeBatch(tx, runId))) > 0);
}

/** A plan, and a run by it that judged everybody who is a member now. */
export async function audited(world: World): Promise<{ planId: string; runId: string }> {
  const { audits } = world.services;
  const { id: planId } = await world.change((tx) => audits.planMake(tx, { title: inAll("Quarterly"), ruleSetVersion: 1, calendar: "QUARTERLY", dueDay: 5 }));
  const { id: runId } = await world.change((tx) => audits.runNow(tx, planId));
  await carryOut(world, runId);
  return { planId, runId };
}

/** Registers a run's report in a language, as if it had been drawn. */
export const reported = (world: World, runId: string, language: string) =>
  world.change(async (tx) => done(await tx.rows(
    `with kept as (insert into stored_file (id, name, media_type, size, digest, uploaded_at) values ($1, 'report.pdf', 'application/pdf', 1, $1, $2) returning id)
     insert into audit_report (run_id, language, file_id) select $3, $4, id from kept`,
    [`fil_${language}`, tx.now, runId, language],
  )));
