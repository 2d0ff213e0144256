import { z } from "zod";
import { languages } from "../../../kernel/language.ts";
import { defineJob } from "../../../platform/jobs.ts";

/** Looks which plans are due and orders their runs. */
export const startDueAudits = defineJob({
  queue: "supervision",
  name: "start-due-audits",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `start-due-audits.${period}`,
});

/** Judges all members batch by batch; goes on where a killed worker stopped. */
export const runAudit = defineJob({
  queue: "audits",
  name: "run-audit",
  payload: z.object({ runId: z.string() }),
  key: ({ runId }) => `run-audit.${runId}`,
});

/** Draws the report of a completed run in one language. */
export const drawAuditReport = defineJob({
  queue: "documents",
  name: "draw-audit-report",
  payload: z.object({ runId: z.string(), language: z.enum(languages) }),
  key: ({ runId, language }) => `draw-audit-report.${runId}.${language}`,
});
