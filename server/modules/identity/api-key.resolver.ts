import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { ApiKeyService } from "./api-key.service.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";
import { ApiKeyCreateInput, ApiKeyCreatePayload, ApiKeyRevokePayload } from "./viewer.object.ts";

/** Keys for programs. */
@Resolver()
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeyService) {}

  @May<Permission>("apiKey:create")
  @Mutation(() => ApiKeyCreatePayload, { description: "Makes a key for a program that acts in one's name; it is shown this once." })
  async apiKeyCreate(@Ctx() ctx: Context, @Arg("input", () => ApiKeyCreateInput, { description: "The key to be made." }) input: ApiKeyCreateInput) {
    const outcome = await byRegistrar(ctx, (tx) => this.keys.create(tx, input));
    return { ...(outcome.ok ? outcome.value : { apiKey: null, secret: null }), problems: problemsOf(outcome) };
  }

  @May<Permission>("account:manage")
  @Mutation(() => ApiKeyRevokePayload, { description: "Makes one of one's own keys good for nothing, at once." })
  async apiKeyRevoke(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which key." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.keys.revoke(tx, id));
    return { apiKey: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }
}
