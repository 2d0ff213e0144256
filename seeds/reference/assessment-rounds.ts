import { z } from "zod";
import { periodOf } from "../../server/modules/assessments/index.ts";
import { day, decided, edition, localized } from "./shape.ts";
import type { Fault } from "./sense.ts";

export const assessmentRoundsShape = z.strictObject({
  ...edition,
  ...decided,
  note: localized,
  rounds: z.array(z.strictObject({ period: z.string(), opensOn: day, dueOn: day, schemeVersion: z.int().positive() })).min(1),
});

export type AssessmentRounds = z.infer<typeof assessmentRoundsShape>;

/** A period must be over before members are asked about it, and there must be time to answer. */
export const roundFaults = ({ rounds }: AssessmentRounds): Fault[] =>
  rounds.flatMap(({ period, opensOn, dueOn }, place) => {
    const path = `rounds.${place}`;
    const days = periodOf(period);
    if (!days) return [{ path: `${path}.period`, fault: "must look like 2025 or 2026-H1" }];
    return [
      ...(days.to < opensOn ? [] : [{ path: `${path}.opensOn`, fault: "must come after the period" }]),
      ...(opensOn < dueOn ? [] : [{ path: `${path}.dueOn`, fault: "must come after the opening" }]),
      ...(rounds.findIndex((other) => other.period === period) === place ? [] : [{ path: `${path}.period`, fault: "stands here twice" }]),
    ];
  });
