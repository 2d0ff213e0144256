import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { May } from "../../../platform/graphql/may.ts";
import { documentInForce } from "../../../platform/published-document.ts";
import { SanctionLadderObject } from "./ladder.object.ts";
import type { SanctionLadder } from "./ladder.rules.ts";

@Resolver()
export class SanctionLadderResolver {
  @May("PUBLIC")
  @Query(() => SanctionLadderObject, { nullable: true, description: "The ladder of sanctions in effect today; null before the first." })
  sanctionLadder(@Ctx() ctx: Context) {
    return documentInForce<SanctionLadder>(ctx, "sanction-ladder");
  }
}
