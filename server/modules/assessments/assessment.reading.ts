import type { Reading } from "../../platform/reading.ts";
import { assessmentFields, assessmentTables } from "./assessment.queries.ts";

/** How assessments are read by one statement, as lists know them. */
export const assessmentReading: Reading = {
  types: {
    Assessment: { ...assessmentFields, period: { fields: { code: "a.period", from: "r.period_from", to: "r.period_to" } } },
    Member: { assessments: { from: assessmentTables, where: "a.member_id = m.id", order: "r.period_to desc, a.id desc" } },
  },
};
