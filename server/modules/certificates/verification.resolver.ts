import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { standingOf } from "./certificate-facts.rules.ts";
import { VerificationObject } from "./certificate.object.ts";
import type { VerificationService } from "./verification.service.ts";

@Resolver(() => VerificationObject)
export class VerificationResolver {
  constructor(private readonly service: VerificationService) {}

  @May("PUBLIC")
  @Query(() => VerificationObject, { description: "Whether a certificate is genuine and in force, by the number printed on it." })
  async verification(@Ctx() ctx: Context, @Arg("number", () => String, { description: "The number, however it was typed." }) number: string) {
    const found = await this.service.byNumber(ctx, number);
    return { ...found, standing: found.facts && standingOf(found.facts) };
  }
}
