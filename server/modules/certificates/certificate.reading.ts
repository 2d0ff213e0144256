import type { Reading } from "../../platform/reading.ts";
import { certificateFields } from "./certificate.queries.ts";

/** How a member's certificates are read by one statement. */
export const certificateReading: Reading = {
  types: {
    Certificate: certificateFields,
    Member: { certificates: { from: "certificate c", where: "c.member_id = m.id", order: "c.ordered_at desc, c.id desc" } },
  },
};
