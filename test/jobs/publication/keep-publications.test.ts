import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { keepPublicationsProcessor } from "../../../workers/publication/keep-publications.processor.ts";
import { placePublicationProcessor } from "../../../workers/publication/place-publication.processor.ts";
import { reactions } from "../../../workers/reactions.ts";
import { repairActs, seenByStrangers } from "../../api/publication/published.ts";
import { jobRun } from "../../support/job-run.ts";
import { sanctioned, setAside } from "../../support/sanctions.ts";
import { openWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-03-02T02:00:00Z") });
});
afterAll(() => world.close());

const firm = async () => (await world.firm()).id;
const run = async (work: (run: ReturnType<typeof jobRun>) => Promise<void>) => {
  const ctx = world.contextOf(system);
  await work(jobRun(ctx)).finally(() => ctx.endReads());
};
const keep = () => run((job) => keepPublicationsProcessor(world.services.publications).run({ period: "2026-03-02" }, job));
const place = (decisionId: string) => run((job) => placePublicationProcessor(world.services.publications).run({ decisionId }, job));
const isPublic = async (memberId: string) => (await seenByStrangers(world, memberId)).decisions.length > 0;

/** What was told of a decision's publication, with days. */
const facts = async (decisionId: string) =>
  (await world.database.asOwner<{ event: string; on: string | null; cause: string | null }>(
    `select event, payload->>'on' as on, payload->>'cause' as cause from outbox where payload->>'decisionId' = $1 and event like 'publication.%' order by id`, [decisionId],
  )).map(({ event, on, cause }) => [event, on, cause].filter((part) => part !== null).join(" "));

describe("the public file", () => {
  test("shows a decision from its first day to its last, by the association's midnights", async () => {
    const memberId = await firm();
    const { decisionId } = await sanctioned(world, { memberId, publicity: "MINOR", publishedDays: 10 });
    expect(await isPublic(memberId)).toBe(false);
    await place(decisionId);
    const seen: boolean[] = [];
    for (const instant of ["2026-03-02T02:00:00Z", "2026-03-11T15:59:59Z", "2026-03-11T16:00:01Z"]) {
      world.travelTo(instant);
      seen.push(await isPublic(memberId));
    }
    world.travelTo("2026-03-01T15:59:59Z"); // A second before the first day began.
    seen.push(await isPublic(memberId));
    expect(seen).toEqual([true, true, false, false]);
    world.travelTo("2026-03-02T02:00:00Z");
  });

  test("is right while the job is down for days, and the facts are told once afterwards, each with its own day", async () => {
    const [short, long] = [await firm(), await firm()];
    const decisions = [await sanctioned(world, { memberId: short, publicity: "MINOR", publishedDays: 3 }), await sanctioned(world, { memberId: long, publicity: "MINOR", publishedDays: 90 })];
    for (const { decisionId } of decisions) await place(decisionId);
    world.travelTo("2026-03-05T02:00:00Z");
    expect([await isPublic(short), await isPublic(long)]).toEqual([false, true]);
    world.travelTo("2026-03-15T02:00:00Z"); // Ten days without any worker.
    await setAside(world, decisions[1]?.decisionId ?? "", "2026-03-09");
    expect([await isPublic(short), await isPublic(long)]).toEqual([false, false]);
    await Promise.all([keep(), keep()]);
    await keep();
    expect(await Promise.all(decisions.map(({ decisionId }) => facts(decisionId)))).toEqual([
      ["publication.placed", "publication.started 2026-03-02", "publication.ended 2026-03-05 TIME"],
      ["publication.placed", "publication.started 2026-03-02", "publication.ended 2026-03-09 SET_ASIDE"],
    ]);
    world.travelTo("2026-03-02T02:00:00Z");
  });

  test("has what a lost order left out within a day, and what ran out meanwhile is told to have begun and ended", async () => {
    const memberId = await firm();
    const { decisionId } = await sanctioned(world, { memberId, publicity: "MINOR", publishedDays: 5 });
    world.travelTo("2026-03-20T02:00:00Z");
    await keep();
    expect(await facts(decisionId)).toEqual(["publication.placed", "publication.started 2026-03-02", "publication.ended 2026-03-07 TIME"]);
    expect(await isPublic(memberId)).toBe(false);
    world.travelTo("2026-03-02T02:00:00Z");
  });

  test("holds what is told of a decision once, however often its order runs, and never what was set aside before", async () => {
    const memberId = await firm();
    const [kept, gone] = [await sanctioned(world, { memberId }), await sanctioned(world, { memberId })];
    await setAside(world, gone.decisionId, "2026-03-02");
    await Promise.all([place(kept.decisionId), place(kept.decisionId), place(gone.decisionId)]);
    await keep();
    expect([await facts(kept.decisionId), await facts(gone.decisionId)]).toEqual([["publication.placed", "publication.started 2026-03-02"], []]);
    expect((await seenByStrangers(world, memberId)).decisions).toHaveLength(1);
  });

  test("never shows what is never public, and tells of no beginning; the record is there to be repaired", async () => {
    const memberId = await firm();
    const { decisionId } = await sanctioned(world, { memberId, step: "INTERNAL_ADMONITION", publicity: null, publishedDays: 0 });
    await place(decisionId);
    world.travelTo("2027-03-02T02:00:00Z");
    await keep();
    expect([await facts(decisionId), await isPublic(memberId)]).toEqual([["publication.placed"], false]);
    world.travelTo("2026-03-02T02:00:00Z");
  });

  test("goes on by the decision that an appeal put in the place of the first", async () => {
    const memberId = await firm();
    const first = await sanctioned(world, { memberId, publicity: "SERIOUS", publishedDays: 730, reasons: "First." });
    await place(first.decisionId);
    world.travelTo("2026-04-01T02:00:00Z");
    await setAside(world, first.decisionId, "2026-04-01");
    const second = await sanctioned(world, { memberId, publicity: "MINOR", publishedDays: 30, reasons: "Second." });
    await place(second.decisionId);
    expect((await seenByStrangers(world, memberId)).decisions.map(({ reasons }) => reasons)).toEqual(["Second."]);
    world.travelTo("2026-03-02T02:00:00Z");
  });
});

test("an application lapses when an appeal does away with its decision, and its clock stands still no longer", async () => {
  const admin = await world.member();
  const { decisionId } = await sanctioned(world, { memberId: admin.actor.memberId ?? "", publicity: "MINOR", publishedDays: 30 });
  await place(decisionId);
  const [{ id } = { id: "" }] = await world.database.asOwner<{ id: string }>("select id from publication where decision_id = $1", [decisionId]);
  const filed = await repairActs.file(world, admin, id);
  await repairActs.giveBack(await world.officer(), filed.repair?.id ?? "");
  await setAside(world, decisionId, "2026-03-02");
  await keep();
  expect(await world.database.asOwner("select state from repair where id = $1", [filed.repair?.id])).toEqual([{ state: "LAPSED" }]);
  expect(await world.database.asOwner("select until_day from repair_pause where repair_id = $1", [filed.repair?.id])).toEqual([{ until_day: "2026-03-02" }]);
  expect(await repairActs.withdraw(admin, filed.repair?.id ?? "")).toMatchObject({ problems: [{ code: "REPAIR_STATE" }] });
});

test("a sanction in force, a sanction set aside and a repair each have their orders", () => {
  const about = { decisionId: "sdc_1", caseId: "cas_1", memberId: "mem_1" };
  const ordered = (event: string, payload: object) => reactions.filter((reaction) => reaction.event === event).flatMap(({ orders }) => orders(payload, "7").map(({ job }) => job.name));
  expect(ordered("sanction.in-force", { ...about, inForceOn: "2026-03-02" })).toContain("place-publication");
  expect(ordered("sanction.set-aside", { ...about, setAsideOn: "2026-03-02" })).toContain("tell-publications");
  expect(ordered("repair.granted", { repairId: "rep_1", publicationId: "pub_1", memberId: "mem_1" })).toEqual(["tell-publications", "enter-credit"]);
});
