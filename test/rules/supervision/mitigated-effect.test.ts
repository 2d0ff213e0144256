import { describe, expect, test } from "vitest";
import ladderInForce from "../../../seeds/reference/sanction-ladder.v2.json" with { type: "json" };
import { mitigated, type ProceduralLadder } from "../../../server/modules/supervision/sanctions/ladder.rules.ts";
import { majorityOf } from "../../../web/src/features/supervision/panel-tally.ts";
import { mitigatedEffect } from "../../../web/src/features/supervision/mitigated-effect.ts";
import { tallyOf } from "../../../server/modules/supervision/panels/panel.rules.ts";

const ladder = ladderInForce as unknown as ProceduralLadder;
const { list, mostStepsDown } = ladder.mitigations;
const codes = list.map(({ code }) => code);

/** Every way to tick the boxes. */
const ticked = Array.from({ length: 2 ** codes.length }, (_, bits) => codes.filter((_code, at) => (bits >> at) % 2 === 1));

describe("what a page shows while one ticks what speaks for a member", () => {
  test("is what the server will impose, for every step and every combination", () => {
    for (const step of ladder.steps) {
      for (const counted of ticked) {
        const { step: reached, publishedDays } = mitigated(ladder, step, counted);
        const shown = mitigatedEffect({ steps: ladder.steps, mitigations: list, mostStepsDown }, step.code, counted);
        expect([shown?.from.code, shown?.to.code, shown?.publishedDays]).toEqual([step.code, reached.code, publishedDays]);
      }
    }
  });

  test("loses nothing of shares with a fraction, and is nothing for a step the ladder does not know", () => {
    const mitigations = [{ code: "A", stepsDown: 0, publishedShare: "33.3" }, { code: "B", stepsDown: 0, publishedShare: "12.25" }];
    const steps = [{ code: "WARNING", enabled: true, publishedDays: 1000 }];
    expect(mitigatedEffect({ steps, mitigations, mostStepsDown: null }, "WARNING", ["A", "B"])?.publishedDays).toBe(41);
    expect(mitigatedEffect({ steps, mitigations, mostStepsDown: 1 }, "EXILE", [])).toBeNull();
  });
});

test.each([[[]], [["A"]], [["A", "B", "C"]], [["A", "A", "B"]], [["A", "B", "A", "B"]], [["A", "A", "A", "B"]]])("a page offers to decide on the votes %j where the server would", (choices) => {
  const tally = tallyOf(choices, 3);
  expect(majorityOf(choices, 3)).toBe(tally.kind === "DECIDED" ? tally.choice : null);
});
