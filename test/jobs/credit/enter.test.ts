import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { enterCreditProcessor } from "../../../workers/credit/enter-credit.processor.ts";
import { sweepCreditProcessor } from "../../../workers/credit/sweep-credit.processor.ts";
import { reactions } from "../../../workers/reactions.ts";
import { openRegister, type Register } from "../../api/certificates/register.ts";
import { deed, proved, rewardActs } from "../../api/rewards/rewards-house.ts";
import { signPledge } from "../../api/credit/pledge.ts";
import { jobRun } from "../../support/job-run.ts";

let register: Register;
beforeAll(async () => (register = await openRegister()));
afterAll(() => register.world.close());

/** Does what follows from every fact announced so far in the credit ledger, as the workers would. */
async function react(): Promise<void> {
  const facts = await register.asOwner<{ id: number; event: string; payload: unknown }>("select id, event, payload from outbox order by id");
  const orders = facts.flatMap((fact) => reactions.filter(({ event }) => event === fact.event).flatMap((reaction) => reaction.orders(fact.payload, String(fact.id))));
  for (const { job, payload } of orders.filter((order) => order.job.name === "enter-credit")) {
    expect(job.key(payload)).toMatch(/^enter-credit\.[A-Z_]+\.\d+$/);
    await enterCreditProcessor(register.services.ledger).run(payload, jobRun(register.world.contextOf(system)));
  }
}

const kindsOf = async (memberId: string | null) =>
  (await register.asOwner<{ kind: string }>("select kind from credit_entry where member_id = $1 order by place", [memberId])).map(({ kind }) => kind);

describe("what the workers enter in the credit ledger", () => {
  test("follows from a confirmed assessment and from each turn of its certificate, once", async () => {
    const { id, holder } = await register.issued();
    const { certificates } = register.services;
    await register.world.change((tx) => certificates.suspend(tx, id, "The figures are looked at again."));
    register.world.travel(1_000);
    await register.world.change((tx) => certificates.reinstate(tx, id, "They hold."));
    register.world.travel(1_000);
    await register.world.change((tx) => certificates.suspend(tx, id, "They do not hold after all."));
    register.world.travel(1_000);
    await register.world.change((tx) => certificates.withdraw(tx, id, "They were made up."));
    await react();
    await react();
    expect((await kindsOf(holder.actor.memberId)).sort()).toEqual([
      "ASSESSMENT_CONFIRMED", "CERTIFICATE_ISSUED", "CERTIFICATE_REINSTATED", "CERTIFICATE_SUSPENDED", "CERTIFICATE_SUSPENDED", "CERTIFICATE_WITHDRAWN",
    ]);
  });

  test("follows from a confirmed commendation", async () => {
    const { world } = register;
    const [firm, first, second] = [await world.member(), await world.officer(), await world.officer()];
    await signPledge(firm);
    const day = new Date(world.now().getTime() - 86_400_000).toISOString().slice(0, 10);
    const { reward } = await rewardActs.propose(first, firm.actor.memberId ?? "", deed({ deedOn: day }));
    await react();
    expect(await kindsOf(firm.actor.memberId)).toEqual(["PLEDGE_SIGNED"]);
    await rewardActs.confirm(proved(world, second), reward?.id ?? "");
    await react();
    expect(await kindsOf(firm.actor.memberId)).toEqual(["PLEDGE_SIGNED", "COMMENDATION"]);
  });

  test("is found by the sweep where nobody was told of it, as in a house that was in use before", async () => {
    const { holder } = await register.issued();
    expect(await kindsOf(holder.actor.memberId)).toEqual([]);
    const sweep = () => sweepCreditProcessor(register.services.ledger).run({ period: "2026-08-03" }, jobRun(register.world.contextOf(system)));
    await sweep();
    const once = await kindsOf(holder.actor.memberId);
    expect(once.sort()).toEqual(["ASSESSMENT_CONFIRMED", "CERTIFICATE_ISSUED"]);
    await sweep();
    expect((await kindsOf(holder.actor.memberId)).sort()).toEqual(once);
  });
});
