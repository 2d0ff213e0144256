import type { Language, Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import type { FileStore } from "../../../platform/files.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome } from "../../../platform/outcome.ts";
import { keepFile } from "../../../platform/stored-file.ts";
import type { Permission } from "../../identity/index.ts";
import { association, memberById } from "../../members/index.ts";
import { appealById, type AppealRow } from "../appeals/appeal.queries.ts";
import { answersByCase, caseById, type CaseRow } from "../cases/case.queries.ts";
import { type Clause, clausesOf } from "../cases/charge.queries.ts";
import { caseNoticeDrawn } from "./decision.events.ts";
import { decisionById, type DecisionRow, decisionsByCase, papersBySubject, storePaper } from "./decision.queries.ts";
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
    if ((await ctx.load(papersBySubject, subjectId)).length > 0) return null;
    const appeal = await ctx.load(appealById, subjectId);
    const decision = appeal ? await standing(ctx, appeal) : await ctx.load(decisionById, subjectId);
    const about = decision && (await ctx.load(caseById, decision.caseId));
    if (!decision || !about || decision.servedOn === null || (appeal && !isDecided(appeal))) return null;
    const [base, ladder] = await Promise.all([this.base(ctx, about), ladderOf(ctx, decision.ladderVersion)]);
    const told = appeal ? appealTold(appeal, ladder) : { kind: "DECISION" as const, appeal: null, reasons: decision.reasons, panel: decision.panel.map(({ name }) => name), decidedAt: decision.decidedAt.toISOString() };
    return {
      ...base, ...told, number: subjectId,
      sanction: appeal?.outcome === "SET_ASIDE" ? null : sanctionOf(decision, ladder),
      clauses: (await clausesOf(ctx, decision.charges)).map(({ code, document, version, title, text }) => ({ code, document, version, title, text })),
      ladder: { title: ladder.title, version: ladder.version },
      servedOn: decision.servedOn, appealUntil: appeal ? null : decision.appealUntil, digest: decision.digest,
    };
  }

  /** Files the drawn paper; the second of two does nothing. */
  async file(tx: Context, { number, language, case: { number: caseNumber }, kind }: CaseNoticeFacts, paper: Buffer): Promise<Outcome<null>> {
    const subject = kind === "APPEAL" ? await tx.load(appealById, number) : await tx.load(decisionById, number);
    if (!subject || (await tx.load(papersBySubject, number)).length > 0) return done(null);
    const { memberId } = subject;
    const { id: fileId, digest } = await keepFile(tx, this.files, { bytes: paper, memberId, permission, name: `case-${caseNumber}-${kind.toLowerCase()}.pdf`, mediaType: "application/pdf" });
    await storePaper(tx, { subjectId: number, language, memberId, fileId });
    announce(tx, caseNoticeDrawn, { subjectId: number, fileId }, { record: number, after: { digest } });
    return done(null);
  }

  private async base(ctx: Context, about: CaseRow) {
    const [house, member, answers] = await Promise.all([association(ctx), ctx.load(memberById, about.memberId), ctx.load(answersByCase, about.id)]);
    if (member === null) throw new Error(`The member of case ${about.id} is not there.`);
    const { number, title, statement, occurredOn, noticeServedOn } = about;
    return {
      language: member.language, association: { name: house.name, zone: this.zone }, member: { name: member.name, creditCode: member.creditCode },
      case: { number, title, statement, occurredOn, noticeServedOn: noticeServedOn ?? "", answeredOn: answers.map(({ filedAt }) => filedAt.toISOString()) },
    };
  }
}

/** The decision that stands after an appeal: the milder one, or the first. */
async function standing(ctx: Context, { id, caseId, decisionId }: AppealRow): Promise<DecisionRow | null> {
  const decisions = await ctx.load(decisionsByCase, caseId);
  return decisions.find(({ appealId }) => appealId === id) ?? decisions.find((decision) => decision.id === decisionId) ?? null;
}

const isDecided = ({ outcome }: AppealRow): boolean => outcome !== null && outcome !== "WITHDRAWN";

const appealTold = ({ outcome, grounds, filedOn, reasons, panel, decidedAt }: AppealRow, ladder: ProceduralLadder) => ({
  kind: "APPEAL" as const,
  appeal: { outcome: outcome ?? "", filedOn, grounds: ladder.appealGrounds.filter(({ code }) => grounds.includes(code)).map(({ name }) => name) },
  reasons: reasons ?? "", panel: (panel ?? []).map(({ name }) => name), decidedAt: decidedAt?.toISOString() ?? "",
});

function sanctionOf({ step, months, amount, legalBasis, mitigations, publishedDays }: DecisionRow, ladder: ProceduralLadder): NotedSanction | null {
  const imposed = ladder.steps.find(({ code }) => code === step);
  if (imposed === undefined) return null;
  return {
    step: imposed.name, months, amount, legalBasis, publishedDays, appealSuspends: imposed.appealSuspends,
    mitigations: ladder.mitigations.list.filter(({ code }) => mitigations.includes(code)).map(({ name }) => name),
  };
}
