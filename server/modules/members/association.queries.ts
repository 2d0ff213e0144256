import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";

/** The association as its papers name it. */
export interface Association {
  name: Localized;
  /** The letters its certificate numbers begin with. */
  numberPrefix: string;
  /** How long its certificates hold, in months: the association's decision. */
  certificateMonths: number;
}

/** Reads the association. Throws when the reference data was never applied. */
export async function association(ctx: Context): Promise<Association> {
  const row = await ctx.row<Association>(`select name, number_prefix as "numberPrefix", certificate_months as "certificateMonths" from association`);
  if (!row) throw new Error("The association has no name yet: apply the reference data first.");
  return row;
}
