import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { Weighs } from "../../platform/graphql/weighs.ts";
import { regionOf } from "../members/index.ts";
import { PublicFileObject } from "./public-file.object.ts";
import { appealStanding } from "./public-file.rules.ts";
import type { PublicFileService } from "./public-file.service.ts";
import type { CitedClause } from "./publication.queries.ts";

@Resolver(() => PublicFileObject)
export class PublicFileResolver {
  constructor(private readonly files: PublicFileService) {}

  @May("PUBLIC")
  @Query(() => PublicFileObject, { nullable: true, description: "What everybody may know of a firm, by its number in the list of members; null when there is none." })
  @Weighs(1_500)
  async publicFile(@Ctx() ctx: Context, @Arg("number", () => Int, { description: "Its number in the list of members." }) number: number) {
    const file = await this.files.read(ctx, number);
    return file && {
      ...file,
      region: regionOf(file.region),
      decisions: file.decisions.map((decision) => ({ ...decision, clauses: cited(decision.clauses), appeal: { ...decision, standing: appealStanding(decision, file.asOf) } })),
      repairs: file.repairs.map((repair) => ({ ...repair, clauses: cited(repair.clauses ?? []) })),
    };
  }
}

const cited = (clauses: readonly CitedClause[]) => clauses.map((clause) => ({ ...clause, ofPledge: clause.document === "PLEDGE" }));
