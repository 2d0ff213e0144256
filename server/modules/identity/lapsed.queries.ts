import type { Context } from "../../platform/context.ts";
import { sessionLimits } from "./session.rules.ts";
import { familiarFor } from "./throttle.rules.ts";

/** Deletes sessions past every limit, attempts past every use and links back in that have expired: nothing is kept longer than it serves. Answers how many. */
export async function forgetLapsedAccess(tx: Context): Promise<number> {
  const before = (milliseconds: number) => new Date(tx.now.getTime() - milliseconds);
  const { idle, absolute } = sessionLimits.MEMBER;
  const sessions = await tx.rows("delete from session where last_seen_at <= $1 or created_at <= $2 returning 1", [before(idle), before(absolute)]);
  const attempts = await tx.rows("delete from sign_in_attempt where at <= $1 returning 1", [before(familiarFor)]);
  const renewals = await tx.rows("delete from access_renewal where expires_at <= $1 returning 1", [tx.now]);
  return sessions.length + attempts.length + renewals.length;
}
