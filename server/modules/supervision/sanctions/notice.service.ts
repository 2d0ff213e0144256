import type { Language, Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import type { FileStore } from "../../../platform/files.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome } from "../../../platform/outcome.ts";
import { keepFile } from "../../../platform/stored-file.ts";
import type { Permission } from "../../identity/index.ts";
import { association, memberById } from "../../members/index.ts";
import { appealById, type AppealRow } from "../appeals/appeal.queries.ts";
import { answersByCase, caseById } from "../cases/case.queries.ts";
import { type Clause, clausesOf } from "../cases/charge.queries.ts";
import { caseNoticeDrawn } from "./decision.events.ts";
import { decisionById, type DecisionRow, decisionsByCase, papersByDecision, storePaper } from "./decision.queries.ts";
import { ladderOf } from "./ladder.queries.ts";
import type { ProceduralLadder } from "./ladder.rules.ts";

/** Opens its paper. */
const permission: Permission = "case:read";

/** A sanction as a notice states it. */
export interface NotedSanction {
  step: Localized;
  /** Null for a step without a term. */
  months: number | null;
  /** Null unless it is a penalty in money. */
  amount: string | null;
  legalBasis: string | null;
  mitigations: readonly Localized[];
  publishedDays: number;
  /** Whether an appeal, and the time for one, keeps it from taking effect. */
  appealSuspends: boolean;
}

/** Everything a notice states. Days are the association's. */
export interface CaseNoticeFacts {
  /** The id of the decision or the appeal. */
  number: string;
  kind: "DECISION" | "APPEAL";
  language: Language;
  association: { name: Localized; zone: string };
  case: { number: number; title: string; statement: string; occurredOn: string; noticeServedOn: string; answeredOn: readonly string[] };
  member: { name: Localized; creditCode: string };
  /** Null for a dismissal, and where an appeal did away with the sanction. */
  sanction: NotedSanction | null;
  clauses: readonly Pick<Clause, "code" | "document" | "version" | "title" | "text">[];
  reasons: string;
  panel: readonly string[];
  ladder: { title: Localized; version: number };
  /** What an appeal came to; null for the notice of a decision. */
  appeal: { outcome: string; grounds: readonly Localized[]; filedOn: string } | null;
  servedOn: string;
  /** Null where no appeal is possible. */
  appealUntil: string | null;
  /** ISO, UTC. */
  decidedAt: string;
  /** SHA-256 over what was decided, in hexadecimal. */
  digest: string;
}

/** The papers that tell a member what was decided; each is drawn from what stands on file, and filed once. */
export class NoticeService {
  constructor(private readonly files: FileStore, private readonly zone: string) {}

  /** What there is to draw of a decision that was served, or of an appeal that was decided; null when there is nothing, or it is filed already. */
  async facts(ctx: Context, subjectId: string): Promise<CaseNoticeFacts | null> {
    if ((await ctx.load(papersByDecision, subjectId)).length > 0) return null;
    const appeal = await ctx.load(appealById, subjectId);
    if (appeal !== null) return isDecided(appeal) ? this.appealFacts(ctx, appeal) : null;
    const decision = await ctx.load(decisionById, subjectId);
    if (decision === null || decision.servedOn === null) return null;
    const { reasons, panel, decidedAt, appealUntil } = decision;
    return {
      ...(await this.base(ctx, decision)), kind: "DECISION", number: subjectId, appeal: null, reasons, panel: panel.map(({ name }) => name), decidedAt: decidedAt.toISOString(), appealUntil,
    };
  }

  private async appealFacts(ctx: Context, appeal: AppealRow): Promise<CaseNoticeFacts> {
    const base = await this.base(ctx, await standing(ctx, appeal));
    const { id, outcome, grounds, filedOn, reasons, panel, decidedAt } = appeal;
    const { appealGrounds } = await ladderOf(ctx, base.ladder.version);
    return {
      ...base, kind: "APPEAL", number: id, sanction: outcome === "SET_ASIDE" ? null : base.sanction, appealUntil: null,
      appeal: { outcome: outcome ?? "", filedOn, grounds: appealGrounds.filter(({ code }) => grounds.includes(code)).map(({ name }) => name) },
      reasons: reasons ?? "", panel: (panel ?? []).map(({ name }) => name), decidedAt: decidedAt?.toISOString() ?? "",
    };
  }

  /** Files the drawn paper; the second of two does nothing. */
  async file(tx: Context, { number, language, case: { number: caseNumber }, kind }: CaseNoticeFacts, paper: Buffer): Promise<Outcome<null>> {
    const subject = kind === "APPEAL" ? await tx.load(appealById, number) : await tx.load(decisionById, number);
    if (!subject || (await tx.load(papersByDecision, number)).length > 0) return done(null);
    const { memberId } = subject;
    const { id: fileId, digest } = await keepFile(tx, this.files, { bytes: paper, memberId, permission, name: `case-${caseNumber}-${kind.toLowerCase()}.pdf`, mediaType: "application/pdf" });
    await storePaper(tx, { subjectId: number, language, memberId, fileId });
    announce(tx, caseNoticeDrawn, { subjectId: number, fileId }, { record: number, after: { digest } });
    return done(null);
  }

  /** What every notice about a decision states. */
  private async base(ctx: Context, decision: DecisionRow) {
    const { caseId, memberId, charges, servedOn, digest } = decision;
    const [house, member, about, answers, ladder, clauses] = await Promise.all([
      association(ctx), ctx.load(memberById, memberId), ctx.load(caseById, caseId), ctx.load(answersByCase, caseId), ladderOf(ctx, decision.ladderVersion), clausesOf(ctx, charges),
    ]);
    if (member === null || about === null) throw new Error(`Decision ${decision.id} has lost its case or its member.`);
    const { number, title, statement, occurredOn, noticeServedOn } = about;
    return {
      language: member.language, association: { name: house.name, zone: this.zone }, member: { name: member.name, creditCode: member.creditCode },
      case: { number, title, statement, occurredOn, noticeServedOn: noticeServedOn ?? "", answeredOn: answers.map(({ filedAt }) => filedAt.toISOString()) },
      sanction: sanctionOf(decision, ladder), ladder: { title: ladder.title, version: ladder.version }, servedOn: servedOn ?? "", digest,
      clauses: clauses.map(({ code, document, version, title: heading, text }) => ({ code, document, version, title: heading, text })),
    };
  }
}

/** The decision that stands after an appeal: the milder one, or the first. */
async function standing(ctx: Context, { id, caseId, decisionId }: AppealRow): Promise<DecisionRow> {
  const decisions = await ctx.load(decisionsByCase, caseId);
  const found = decisions.find(({ appealId }) => appealId === id) ?? decisions.find((decision) => decision.id === decisionId);
  if (found === undefined) throw new Error(`Appeal ${id} has lost its decision.`);
  return found;
}

const isDecided = ({ outcome }: AppealRow): boolean => outcome !== null && outcome !== "WITHDRAWN";

function sanctionOf({ step, months, amount, legalBasis, mitigations, publishedDays }: DecisionRow, ladder: ProceduralLadder): NotedSanction | null {
  const imposed = ladder.steps.find(({ code }) => code === step);
  if (imposed === undefined) return null;
  return {
    step: imposed.name, months, amount, legalBasis, publishedDays, appealSuspends: imposed.appealSuspends,
    mitigations: ladder.mitigations.list.filter(({ code }) => mitigations.includes(code)).map(({ name }) => name),
  };
}
