import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { MemberObject } from "../members/api.ts";
import type { Member } from "../members/index.ts";
import { AuditRunObject } from "../supervision/api.ts";
import type { AuditRun } from "../supervision/index.ts";
import { ComplianceGradeObject, GradeCountObject, GradedAreaObject } from "./grade.object.ts";
import { creditSchemes, gradeById, gradeCountsByRun, gradesByMember, type StoredGrade } from "./grade.queries.ts";

nodeOf("grd", ComplianceGradeObject, (ctx, id) => ctx.load(gradeById, id));

@Resolver(() => ComplianceGradeObject)
export class ComplianceGradeResolver {
  @FieldResolver(() => [GradedAreaObject], { description: "The areas it is made of, in the scheme's order." })
  async areas(@Root() grade: StoredGrade, @Ctx() ctx: Context) {
    const scheme = await ctx.load(creditSchemes, grade.schemeVersion);
    return grade.areas.map((area) => ({ ...area, name: scheme?.areas.find(({ code }) => code === area.code)?.name }));
  }
}

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberGradesResolver {
  @FieldResolver(() => [ComplianceGradeObject], { description: "Its compliance grades, newest first; empty before the first audit." })
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
