import { done } from "../../server/platform/outcome.ts";
import type { ReferencePart } from "./part.ts";

/** Names the association where it has no name yet; an installation's own name is never overwritten. */
export const associationPart: ReferencePart = {
  name: "association",
  enter: async (tx, { association: { name, numberPrefix, certificateMonths } }) => {
    await tx.rows(
      "insert into association (name, number_prefix, certificate_months) values ($1::jsonb, $2, $3) on conflict do nothing",
      [JSON.stringify(name), numberPrefix, certificateMonths.months],
    );
    return done(null);
  },
};
