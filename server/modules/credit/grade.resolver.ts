import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { MemberObject } from "../members/api.ts";
import type { Member } from "../members/index.ts";
import { AuditRunObject, FindingObject } from "../supervision/api.ts";
import { audited, type AuditRun, findingsByAudited } from "../supervision/index.ts";
import { ComplianceGradeObject, CreditSchemeObject, GradeCountObject, GradedAreaObject } from "./grade.object.ts";
import { creditSchemes, gradeById, gradeCountsByRun, gradesByMember, gradesShown, type StoredGrade } from "./grade.queries.ts";
import type { CreditScheme } from "./ledger-scheme.rules.ts";
import { toldScheme } from "./tell-scheme.rules.ts";

nodeOf("grd", ComplianceGradeObject, "grade:read", (ctx, id) => ctx.load(gradeById, id));

@Resolver(() => ComplianceGradeObject)
export class ComplianceGradeResolver {
  @FieldResolver(() => [GradedAreaObject], { description: "The areas it is made of, in the scheme's order." })
  async areas(@Root() grade: StoredGrade, @Ctx() ctx: Context) {
    const { areas } = await schemeOf(ctx, grade);
    return grade.areas.map((area) => ({ ...areas.find(({ code }) => code === area.code), ...area }));
  }

  @FieldResolver(() => CreditSchemeObject, { description: "The scheme that judged, as it stood then." })
  async scheme(@Root() grade: StoredGrade, @Ctx() ctx: Context) {
    return toldScheme(await schemeOf(ctx, grade));
  }

  @FieldResolver(() => [FindingObject], { description: "What the audit behind it found at the member, gravest first." })
  findings(@Root() { runId, memberId }: StoredGrade, @Ctx() ctx: Context) {
    return ctx.load(findingsByAudited, audited(runId, memberId));
  }
}

/** The scheme a grade was given under; it is never taken away. */
async function schemeOf(ctx: Context, { id, schemeVersion }: StoredGrade): Promise<CreditScheme> {
  const scheme = await ctx.load(creditSchemes, schemeVersion);
  if (!scheme) throw new Error(`Grade ${id} names a scheme that is not there.`);
  return scheme;
}

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberGradesResolver {
  @FieldResolver(() => [ComplianceGradeObject], { description: `Its ${gradesShown} latest compliance grades, newest first; empty before the first audit.` })
  grades(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(gradesByMember, member.id);
  }
}

/** What an audit looks like from here. */
@Resolver(() => AuditRunObject)
export class AuditRunGradesResolver {
  @FieldResolver(() => [GradeCountObject], { description: "How many members came out with which grade; empty until they are graded." })
  gradeCounts(@Root() run: AuditRun, @Ctx() ctx: Context) {
    return ctx.load(gradeCountsByRun, run.id);
  }
}
