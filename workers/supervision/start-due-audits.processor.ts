import { handle } from "../../server/platform/jobs.ts";
import { type AuditService, startDueAudits } from "../../server/modules/supervision/index.ts";

/** Orders the audits whose day has come. */
export const startDueAuditsProcessor = (audits: AuditService) =>
  handle(startDueAudits, async (_, { ctx }) => void (await ctx.inTransaction((tx) => audits.startDue(tx))));
