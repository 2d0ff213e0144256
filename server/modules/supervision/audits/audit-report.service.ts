import type { Language } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import type { FileStore } from "../../../platform/files.ts";
import { done, type Outcome } from "../../../platform/outcome.ts";
import { keepFile } from "../../../platform/stored-file.ts";
import type { Permission } from "../../identity/index.ts";
import type { AuditPlan, AuditRun } from "./audit.entity.ts";
import { countsByRun, examinedByRule, isReported, membersConcerned, membersExamined, planById, ruleSetLoader, runById, storeReport } from "./audit.queries.ts";
import type { AuditRuleSet } from "./audit.rules.ts";
import { sentenceOf, subjectInWords } from "./fact.rules.ts";
import { findingsForReport } from "./finding.queries.ts";
import { tellingOf } from "./telling.queries.ts";

/** Opens its paper. */
const permission: Permission = "audit:read";

/** The most findings a report lists; it says how many there are in all. */
const LISTED = 1_000;

/** What a completed run has to report, in one language where it is in words. */
export interface AuditReport {
  run: AuditRun;
  plan: AuditPlan;
  ruleSet: AuditRuleSet;
  /** Members looked at. */
  examined: number;
  /** Each rule with the members it could judge, null where the run did not count them, and what it found at how many. */
  rules: (AuditRuleSet["rules"][number] & { examined: number | null; findings: number; members: number })[];
  membersConcerned: number;
  findings: { member: string; rule: string; severity: "CRITICAL" | "MAJOR" | "MINOR"; subject: string; sentence: string }[];
}

export class AuditReportService {
  constructor(private readonly files: FileStore) {}

  /** The facts of a report; null when the run is unknown, not completed, or reported in this language already. */
  async facts(ctx: Context, runId: string, language: Language): Promise<AuditReport | null> {
    const run = await ctx.load(runById, runId);
    if (run?.state !== "DONE") return null;
    const [plan, ruleSet] = await Promise.all([ctx.load(planById, run.planId), ctx.load(ruleSetLoader, run.ruleSetVersion)]);
    if ((await isReported(ctx, runId, language)) || !plan || !ruleSet) return null;
    const [counts, concerned, listed, examined, byRule] = await Promise.all([
      ctx.load(countsByRun, runId), membersConcerned(ctx, runId), findingsForReport(ctx, runId, LISTED), membersExamined(ctx, runId), examinedByRule(ctx, runId),
    ]);
    const countOf = (code: string) => counts.find(({ rule }) => rule === code) ?? { findings: 0, members: 0 };
    return {
      run, plan, ruleSet, membersConcerned: concerned, examined,
      rules: ruleSet.rules.map((rule) => ({
        ...rule, examined: byRule.get(rule.code) ?? null, findings: countOf(rule.code).findings, members: countOf(rule.code).members,
      })),
      findings: await Promise.all(
        listed.map(async (finding) => {
          const { rule, groups } = await tellingOf(ctx, finding);
          const { memberName, severity, facts } = finding;
          return {
            member: memberName[language], rule: rule.code, severity,
            subject: subjectInWords(rule, facts, groups)[language], sentence: sentenceOf(rule, facts, groups)[language],
          };
        }),
      ),
    };
  }

  /** Files the signed report under the name of its occasion, or of its day; filed twice it is one file. */
  async file(tx: Context, runId: string, language: Language, occasion: string, paper: Buffer): Promise<Outcome<null>> {
    if (await isReported(tx, runId, language)) return done(null);
    const name = `audit-${occasion}.${language}.pdf`;
    const { id } = await keepFile(tx, this.files, { bytes: paper, memberId: null, permission, name, mediaType: "application/pdf" });
    await storeReport(tx, runId, language, id);
    return done(null);
  }
}
