import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Numbers, draws, signs and registers the certificate a confirmed assessment has earned. */
export const issueCertificate = defineJob({
  queue: "certificates",
  name: "issue-certificate",
  payload: z.object({ assessmentId: z.string() }),
  key: ({ assessmentId }) => `issue-certificate.${assessmentId}`,
});

/** Looks every hour for confirmed assessments whose certificate was never issued. */
export const sweepCertificates = defineJob({
  queue: "sweeps",
  name: "sweep-certificates",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `sweep-certificates.${period}`,
});
