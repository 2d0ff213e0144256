import { afterAll, beforeAll, expect, test } from "vitest";
import { publicationEnded, publicationStarted } from "../../server/modules/publication/index.ts";
import { system } from "../../server/platform/actor.ts";
import { keepPublicationsProcessor } from "../../workers/publication/keep-publications.processor.ts";
import { repairActs, seenByStrangers, told } from "../api/publication/published.ts";
import { actOnAppeal, actOnSeat, type CaseStory, passDays, servedCase, went } from "../support/cases.ts";
import { jobRun } from "../support/job-run.ts";
import { openWorld, type Person, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-07-01T02:00:00Z") })));
afterAll(() => world.close());

const keep = async () => {
  const ctx = world.contextOf(system);
  await keepPublicationsProcessor(world.services.publications).run({ period: "x" }, jobRun(ctx)).finally(() => ctx.endReads());
};
const memberOf = ({ firm }: CaseStory) => firm.actor.memberId ?? "";
const onDisplay = async (story: CaseStory) => (await seenByStrangers(world, memberOf(story))).decisions;
const publicationOf = async (story: CaseStory) =>
  (await world.database.asOwner<{ id: string; publicity: string; until: string }>(
    "select id, publicity, until_on::text as until from publication where member_id = $1 order by placed_at desc, id desc limit 1", [memberOf(story)],
  ))[0];

/** Has three people who had no part in the case put a warning in the place of its sanction. */
async function reducedToWarning(story: CaseStory): Promise<Person[]> {
  let seen = went(await actOnAppeal(story.firm, "appealFile", { caseId: story.seen.id, grounds: ["EXCESSIVE"], text: "A warning would have done.", fileIds: [] }));
  expect((await onDisplay(story))[0]?.appeal).toEqual({ standing: "LODGED" });
  const panel = await Promise.all([1, 2, 3].map(() => world.panel()));
  went(await actOnAppeal(story.officer, "appealPanelSeat", { id: seen.id, revision: seen.revision, userIds: panel.map(({ actor }) => actor.userId) }));
  for (const person of panel) await actOnSeat(person, "panelInterestDeclare", { id: seen.id, interested: false, declaration: "" });
  for (const person of panel) went(await actOnAppeal(person, "appealVoteCast", { id: seen.id, revision: seen.revision, outcome: "REDUCED", step: "WARNING", months: null, reason: "So it is just." }));
  seen = went(await actOnAppeal(panel[0] as Person, "appealDecide", { id: seen.id, revision: seen.revision }));
  expect(seen.outcome).toBe("REDUCED");
  return panel;
}

test("a firm is criticised before all, appeals, is warned instead, and has the warning repaired", async () => {
  const story = await servedCase(world, { step: "CIRCULATED_CRITICISM" });
  expect(await onDisplay(story)).toEqual([]); // No worker has run yet.
  await keep();
  expect(await onDisplay(story)).toHaveLength(1);
  expect(await publicationOf(story)).toMatchObject({ publicity: "ORDINARY", until: "2027-06-30" });

  passDays(world, 5, story.firm, story.officer, ...story.panel);
  const appealPanel = await reducedToWarning(story);
  expect(await onDisplay(story)).toEqual([]); // The first is down at once, though no worker ran.
  await keep();
  expect((await onDisplay(story)).map(({ appeal }) => appeal.standing)).toEqual(["FINAL"]);
  const warning = await publicationOf(story);
  expect(warning?.publicity).toBe("MINOR");

  const filed = (await repairActs.file(world, story.firm, warning?.id ?? "")).repair?.id ?? "";
  for (const person of [...story.panel, ...appealPanel]) expect(told((await repairActs.grant(person, filed)).problems)).toEqual(["PART_OF_CASE id"]);
  expect((await repairActs.grant(await world.panel(), filed)).problems).toEqual([]);
  expect(await onDisplay(story)).toEqual([]);
  await keep();
  const facts = await world.database.asOwner<{ event: string; cause: string | null }>(
    "select event, payload->>'cause' as cause from outbox where event = any($1) and payload->>'memberId' = $2 order by id", [[publicationStarted.name, publicationEnded.name], memberOf(story)],
  );
  expect(facts.map(({ event, cause }) => cause ?? event)).toEqual(["publication.started", "publication.started", "SET_ASIDE", "REPAIRED"]);
  expect((await seenByStrangers(world, memberOf(story))).repairs).toHaveLength(1);
  const settled = await world.change((tx) => world.services.ledger.enterOf(tx, { source: "REPAIR", record: filed }));
  expect(settled).toBe(1);
});
