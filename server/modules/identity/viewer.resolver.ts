import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { denied, May } from "../../platform/graphql/may.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import { Act } from "../../platform/graphql/viewer-may.ts";
import { done } from "../../platform/outcome.ts";
import { demoPersonList, demoProofOf } from "./demo.queries.ts";
import { byRegistrar, grantableTo, mustEnrolTotp, sideOf } from "./person.ts";
import type { IdentitySecrets } from "./secrets.ts";
import { isLive } from "./session.rules.ts";
import { unusedTotpCode } from "./totp.ts";
import { apiKeysOf, sessionsOf, userById, type UserRow } from "./user.queries.ts";
import { ApiKeyObject, DemoHintObject, DemoPersonObject, SessionObject, ViewerObject } from "./viewer.object.ts";

/** The record of whoever this request acts for from now on; null for strangers. */
export const viewerOf = (ctx: Context): Promise<UserRow | null> =>
  ctx.actor.userId === null ? Promise.resolve(null) : userById(ctx, ctx.actor.userId);

/** What opens an account is told to its person alone, not to a program that acts for them within a key's scopes. */
function refusePrograms({ actor }: Context): void {
  if (actor.kind !== "USER") throw denied("FORBIDDEN");
}

/** Who asks, and what is theirs alone. */
@Resolver(() => ViewerObject)
export class ViewerResolver {
  constructor(
    private readonly secrets: IdentitySecrets,
    private readonly demo: boolean,
  ) {}

  @May("PUBLIC")
  @Query(() => ViewerObject, { nullable: true, description: "The person who asks; null when nobody is signed in." })
  viewer(@Ctx() ctx: Context) {
    return viewerOf(ctx);
  }

  @May("PUBLIC")
  @Query(() => [DemoPersonObject], { description: "The people of the demo story; empty where it is not loaded." })
  async demoPersons(@Ctx() ctx: Context) {
    const persons = this.demo ? await demoPersonList(ctx) : [];
    const { language } = ctx.actor;
    return persons.map(({ email, name, role, shows }) => ({ email, name: name[language], role, shows: shows[language] }));
  }

  @FieldResolver(() => Boolean, { description: "Whether they sign in with a second factor." })
  totpEnrolled(@Root() { totpEnrolledAt }: UserRow): boolean {
    return totpEnrolledAt !== null;
  }

  @FieldResolver(() => Boolean, { description: "Whether they must enrol a second factor before anything else." })
  mustEnrolTotp(@Root() viewer: UserRow): boolean {
    return mustEnrolTotp(viewer);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "Until when grave acts are open; null when identity was not proved in this session." })
  steppedUpUntil(@Ctx() ctx: Context): Date | null {
    return ctx.actor.steppedUpUntil;
  }

  @FieldResolver(() => [Act], { description: "What their roles permit; which record it may be done to is told by the record." })
  acts(@Ctx() ctx: Context): string[] {
    return [...ctx.actor.permissions];
  }

  @FieldResolver(() => [Act], { description: "What they may give to an API key." })
  apiKeyActs(@Root() { roles }: UserRow): string[] {
    return grantableTo(roles);
  }

  @FieldResolver(() => [SessionObject], { description: "The browsers they are signed in with, the one last used first; not told to programs." })
  async sessions(@Root() viewer: UserRow, @Ctx() ctx: Context) {
    refusePrograms(ctx);
    const sessions = await sessionsOf(ctx, viewer.id);
    const live = sessions.filter((session) => isLive(session, sideOf(viewer.roles), ctx.now));
    return live.map((session) => ({ ...session, current: session.id === ctx.actor.sessionId }));
  }

  @FieldResolver(() => [ApiKeyObject], { description: "Their keys that still count, newest first; not told to programs." })
  async apiKeys(@Root() viewer: UserRow, @Ctx() ctx: Context) {
    refusePrograms(ctx);
    const keys = await apiKeysOf(ctx, viewer.id);
    return keys.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > ctx.now);
  }

  @FieldResolver(() => DemoHintObject, { nullable: true, description: "What a person of the demo story proves their identity with; null for real people, and not told to programs." })
  async demoHint(@Root() viewer: UserRow, @Ctx() ctx: Context): Promise<DemoHintObject | null> {
    refusePrograms(ctx);
    if (!this.demo) return null;
    const proof = await byRegistrar(ctx, async (tx) => done(await demoProofOf(tx, viewer.id)));
    if (!proof.ok || proof.value === null) return null;
    const { password, totpSecret, totpLastStep } = proof.value;
    const code = totpSecret === null ? null : unusedTotpCode(this.secrets.unseal(totpSecret, viewer.id), totpLastStep, ctx.now);
    return { password, code };
  }
}
