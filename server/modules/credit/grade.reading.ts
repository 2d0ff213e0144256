import type { Reading } from "../../platform/reading.ts";
import { gradeFields, gradesShown } from "./grade.queries.ts";

const { areas: _, limits: __, ...fields } = gradeFields;

/** How a member's compliance grades are read by one statement; their areas and limits are told with the scheme's words, which the resolvers know. */
export const gradeReading: Reading = {
  types: {
    ComplianceGrade: fields,
    Member: { grades: { from: "compliance_grade g", where: "g.member_id = m.id", order: "g.at desc, g.id desc", limit: gradesShown } },
  },
};
