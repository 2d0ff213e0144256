import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-04-04T02:00:00Z") })));
afterAll(() => world.close());

const LADDER = "{ sanctionLadder { version effectiveFrom title steps { code enabled namedInSource publishedDays } periods { answerDays appealDays appealDecisionDays } supervisionForms { code } } }";

interface Ladder {
  sanctionLadder: { version: number; steps: { code: string; enabled: boolean }[] } | null;
}

const read = async () => (await world.stranger().run<Ladder>(LADDER)).data?.sanctionLadder ?? null;

test("anybody reads the ladder of sanctions, mildest step first, the penalty in money switched off", async () => {
  const ladder = await read();
  expect(ladder).toMatchObject({ version: 1, effectiveFrom: "2026-01-01", periods: { answerDays: 15, appealDays: 28, appealDecisionDays: 30 } });
  expect(ladder?.steps.map(({ code }) => code)).toEqual([
    "INTERNAL_ADMONITION", "WARNING", "CIRCULATED_CRITICISM", "MONETARY_PENALTY", "SUSPENSION", "MEMBERSHIP_CANCELLED",
  ]);
  expect(ladder?.steps.filter(({ enabled }) => !enabled).map(({ code }) => code)).toEqual(["MONETARY_PENALTY"]);
});

test("the next ladder holds from its day on, and none holds before the first", async () => {
  await world.database.asOwner(
    `insert into published_document (code, version, effective_from, digest, definition)
     select code, 3, '2026-06-01', 'x', definition || '{"version": 3, "effectiveFrom": "2026-06-01"}' from published_document where code = 'sanction-ladder' and version = 2`,
  );
  const versionAt = async (instant: string) => {
    world.travelTo(instant);
    return (await read())?.version ?? null;
  };
  expect([await versionAt("2025-12-31T15:59:59Z"), await versionAt("2026-04-30T15:59:59Z"), await versionAt("2026-05-31T15:59:59Z"), await versionAt("2026-05-31T16:00:00Z")]).toEqual([null, 1, 2, 3]);
});
