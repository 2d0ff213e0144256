import { z } from "zod";
import { defineJob } from "../../../platform/jobs.ts";

/** Draws the notice of a decision, or of what an appeal came to, and files it. */
export const drawCaseNotice = defineJob({
  queue: "cases",
  name: "draw-case-notice",
  payload: z.object({ subjectId: z.string() }),
  key: ({ subjectId }) => `draw-case-notice.${subjectId}`,
});

/** Lets decisions take effect and cases end whose day has come, and orders the notices a lost order left undrawn. */
export const settleCases = defineJob({
  queue: "cases",
  name: "settle-cases",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `settle-cases.${period}`,
});
