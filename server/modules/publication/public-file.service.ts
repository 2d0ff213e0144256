import type { Grade } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { type CreditScheme, creditSchemes, type ExplanationService, gradeById, isLedgerScheme, kindOf } from "../credit/index.ts";
import { type HonourRow, honoursOf, ladderInForce } from "../rewards/index.ts";
import {
  decisionsBehind, type PublicDecision, publicDecisions, type PublicFirm, publicFirm, publicGrade, type PublicGradeRow, type PublicPledge, publicPledge, type PublicRepair, publicRepairs,
} from "./public-file.queries.ts";
import { type PublicReason, publicReasons } from "./public-file.rules.ts";

/** What holds a grade back, as strangers are told it. */
export interface PublicLimit {
  grade: Grade;
  areaName: Localized;
  /** The minimum the area does not reach; null when an entry of the file is the reason. */
  minimum: string | null;
}

export interface PublicGrade {
  grade: Grade | null;
  score: string | null;
  givenAt: Date;
  schemeVersion: number;
  schemeTitle: Localized;
  areas: { code: string; name: Localized; weight: string; points: string | null }[];
  best: PublicReason | null;
  worst: PublicReason | null;
  limits: PublicLimit[];
}

/** All that every stranger may know of a firm, on one day. */
export interface PublicFile extends PublicFirm {
  asOf: string;
  pledge: PublicPledge | null;
  grade: PublicGrade | null;
  honours: (HonourRow & { kindName: Localized })[];
  decisions: PublicDecision[];
  repairs: PublicRepair[];
}

/** Why a grade is what it is, as far as strangers are told. */
type Why = Pick<PublicGrade, "best" | "worst" | "limits">;

const unexplained: Why = { best: null, worst: null, limits: [] };

/** The public file: what it holds, and as of which day, is the same for everybody, whoever asks. */
export class PublicFileService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly explanations: ExplanationService, private readonly zone: string) {}

  /** The file of the firm with a number in the list of members; null when there is none. */
  async read(ctx: Context, number: number): Promise<PublicFile | null> {
    const firm = await publicFirm(ctx, number);
    if (firm === null) return null;
    const [pledge, grade, honours, decisions, repairs] = await Promise.all([
      publicPledge(ctx, firm.id), publicGrade(ctx, firm.id), this.honours(ctx, firm.id), publicDecisions(ctx, firm.id), publicRepairs(ctx, firm.id),
    ]);
    return { ...firm, asOf: dayIn(this.zone, ctx.now), pledge, grade: grade && (await this.gradeOf(ctx, grade, decisions)), honours, decisions, repairs };
  }

  private async honours(ctx: Context, memberId: string): Promise<PublicFile["honours"]> {
    const [given, { kinds }] = await Promise.all([honoursOf(ctx, memberId), ladderInForce(ctx)]);
    return given.flatMap((honour) => {
      const step = kinds.find(({ code }) => code === honour.kind);
      return step ? [{ ...honour, kindName: step.name }] : [];
    });
  }

  private async gradeOf(ctx: Context, row: PublicGradeRow, decisions: readonly PublicDecision[]): Promise<PublicGrade> {
    const scheme = await ctx.load(creditSchemes, row.schemeVersion);
    if (!scheme) throw new Error(`Grade ${row.id} names a scheme that is not there.`);
    const { grade, score, at: givenAt, schemeVersion } = row;
    const areas = scheme.areas.map(({ code, name, weight }) => ({ code, name, weight, points: row.areas.find((area) => area.code === code)?.points ?? null }));
    return { grade, score, givenAt, schemeVersion, schemeTitle: scheme.title, areas, ...(await this.why(ctx, scheme, row.id, decisions)) };
  }

  /** Reckoned by the house from entries that strangers do not read; the rule lets through what they may be told. */
  private async why(ctx: Context, scheme: CreditScheme, gradeId: string, decisions: readonly PublicDecision[]): Promise<Why> {
    if (!isLedgerScheme(scheme)) return unexplained;
    const house = ctx.as({ ...ctx.actor, scope: "all" });
    try {
      const grade = await house.load(gradeById, gradeId);
      const tree = grade && (await this.explanations.explain(house, grade));
      if (!tree) return unexplained;
      const onDisplay = await decisionsBehind(house, decisions.map(({ id }) => id));
      const limits = tree.limits.map(({ grade: best, areaName, minimum }) => ({ grade: best, areaName, minimum }));
      return { ...publicReasons(tree.areas, onDisplay, (kind) => kindOf(scheme, kind).name), limits };
    } finally {
      await house.endReads();
    }
  }
}
