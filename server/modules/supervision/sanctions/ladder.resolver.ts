import { Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { May } from "../../../platform/graphql/may.ts";
import { documentInForce } from "../../../platform/published-document.ts";
import { CaseObject } from "../cases/case.object.ts";
import type { CaseRow } from "../cases/case.queries.ts";
import { AppealGroundObject, SanctionLadderObject, SanctionMitigationObject } from "./ladder.object.ts";
import { ladderOf } from "./ladder.queries.ts";
import { isProcedural, type SanctionLadder } from "./ladder.rules.ts";

@Resolver(() => SanctionLadderObject)
export class SanctionLadderResolver {
  @May("PUBLIC")
  @Query(() => SanctionLadderObject, { nullable: true, description: "The ladder of sanctions in effect today; null before the first." })
  sanctionLadder(@Ctx() ctx: Context) {
    return documentInForce<SanctionLadder>(ctx, "sanction-ladder");
  }

  @FieldResolver(() => [SanctionMitigationObject], { description: "What speaks for a member; empty in the first version." })
  mitigations(@Root() ladder: SanctionLadder) {
    return isProcedural(ladder) ? ladder.mitigations.list : [];
  }

  @FieldResolver(() => Int, { nullable: true, description: "By how many steps a sanction comes down at most; null in the first version." })
  mostStepsDown(@Root() ladder: SanctionLadder) {
    return isProcedural(ladder) ? ladder.mitigations.mostStepsDown : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "How many votes a panel needs to decide; null in the first version." })
  quorum(@Root() ladder: SanctionLadder) {
    return isProcedural(ladder) ? ladder.panel.quorum : null;
  }

  @FieldResolver(() => [AppealGroundObject], { description: "The grounds of an appeal; empty in the first version." })
  appealGrounds(@Root() ladder: SanctionLadder) {
    return isProcedural(ladder) ? ladder.appealGrounds : [];
  }
}

/** The version of the ladder a case is bound to, whichever holds today. */
@Resolver(() => CaseObject)
export class CaseLadderResolver {
  @FieldResolver(() => SanctionLadderObject, { description: "The ladder by which it is conducted." })
  ladder(@Root() { ladderVersion }: CaseRow, @Ctx() ctx: Context) {
    return ladderOf(ctx, ladderVersion);
  }
}
