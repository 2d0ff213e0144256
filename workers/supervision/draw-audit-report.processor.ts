import type { Grade } from "../../server/kernel/grade.ts";
import { gradeCountsByRun } from "../../server/modules/credit/index.ts";
import { association } from "../../server/modules/members/index.ts";
import { type AuditReport, type AuditReportService, drawAuditReport } from "../../server/modules/supervision/index.ts";
import { handle } from "../../server/platform/jobs.ts";
import { signPaper, type SigningIdentity } from "../../server/platform/signing.ts";
import { draw } from "../drawing.ts";
import { orderedOn } from "./occasion.ts";

/** Draws, signs and files the report of a graded audit in one language; does nothing when it was filed before. */
export const drawAuditReportProcessor = (reports: AuditReportService, identity: SigningIdentity, zone: string) =>
  handle(drawAuditReport, async ({ runId, language }, { ctx, signal }) => {
    const report = await reports.facts(ctx, runId, language);
    if (report === null) return;
    const [{ name }, grades] = await Promise.all([association(ctx), ctx.load(gradeCountsByRun, runId)]);
    const facts = {
      ...written(report),
      language, association: { name, zone },
      grades: grades.map(({ grade, members }) => ({ grade: (grade ?? "NR") as Grade | "NR", members })),
    };
    const paper = await draw({ paper: "audit-report", facts }, signal);
    const signed = await signPaper(paper, identity, report.run.finishedAt ?? ctx.now);
    const { occasion } = report.run;
    await ctx.inTransaction((tx) => reports.file(tx, runId, language, orderedOn(occasion, zone) ?? occasion, signed));
  });

const written = ({ run, plan, ruleSet, examined, rules, membersConcerned, findings }: AuditReport) => ({
  number: run.id,
  plan: { title: plan.title, occasion: run.occasion },
  ruleSet: { title: ruleSet.title, version: ruleSet.version },
  asOf: run.asOf.toISOString(),
  startedAt: (run.startedAt ?? run.orderedAt).toISOString(),
  finishedAt: (run.finishedAt ?? run.asOf).toISOString(),
  population: { eligible: run.population, examined },
  rules: rules.map(({ code, title, article, severity, examined: judged, findings: count, members }) => ({
    code, title, article, severity, examined: judged, noData: judged === null ? null : examined - judged, findings: count, members,
  })),
  membersConcerned,
  findingsTotal: run.findings,
  findings,
});
