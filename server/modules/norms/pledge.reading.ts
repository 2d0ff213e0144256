import type { Reading } from "../../platform/reading.ts";
import { signatureFields } from "./pledge.queries.ts";

/** How a member's pledge is read by one statement; `today` is the day of an instant in the association's zone. Says the same as `pledgeState`. */
export const pledgeReading = (today: (at: { now: Date }) => string): Reading => ({
  types: {
    PledgeSignature: signatureFields,
    Member: {
      pledgeSignature: { from: "pledge_signature s", where: "s.member_id = m.id", order: "s.version_number desc", limit: 1 },
      pledgeState: (value) => `(
        select case when max(s.version_number) is null then 'UNSIGNED' when max(s.version_number) < (
          select v.number from pledge_version v where v.state = 'ADOPTED' and v.in_force_on <= ${value((now) => today({ now }))}::date
          order by v.in_force_on desc, v.number desc limit 1) then 'OUTDATED' else 'SIGNED' end
        from pledge_signature s where s.member_id = m.id)`,
    },
  },
});
