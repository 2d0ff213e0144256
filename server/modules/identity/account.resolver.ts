import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { LanguageEnum } from "../../platform/graphql/scalars.ts";
import type { AccountService } from "./account.service.ts";
import type { AttemptService } from "./attempt.service.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";
import type { SecondFactorService } from "./second-factor.service.ts";
import type { SessionService } from "./session.service.ts";
import { enter } from "./sign-in.resolver.ts";
import { qrSvg } from "./totp.ts";
import {
  LanguageChangePayload, PasswordChangeInput, PasswordChangePayload, SessionEndOthersPayload, SessionEndPayload, TotpEnrolmentBeginPayload,
  TotpEnrolmentConfirmPayload,
} from "./viewer.object.ts";
import { viewerOf } from "./viewer.resolver.ts";

/** What people do to their own account. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly attempts: AttemptService,
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionService,
  ) {}

  @May<Permission>("account:secure")
  @Mutation(() => TotpEnrolmentBeginPayload, { description: "Offers a secret for an authenticator app; nothing changes until a code confirms it." })
  async totpEnrolmentBegin(@Ctx() ctx: Context) {
    const outcome = await byRegistrar(ctx, (tx) => this.factors.offer(tx));
    const { secret, uri } = outcome.ok ? outcome.value : { secret: null, uri: null };
    return { secret, otpauthUri: uri, qrSvg: uri && (await qrSvg(uri)), problems: problemsOf(outcome) };
  }

  @May<Permission>("account:secure")
  @Mutation(() => TotpEnrolmentConfirmPayload, { description: "Takes the offered secret into use and answers recovery codes; earlier ones are void." })
  async totpEnrolmentConfirm(@Ctx() ctx: Context, @Arg("code", () => String, { description: "A code the app shows." }) code: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.accounts.enrolSecondFactor(tx, code));
    if (outcome.ok) await enter(ctx, outcome.value.session);
    return { viewer: outcome.ok ? await viewerOf(ctx) : null, recoveryCodes: outcome.ok ? outcome.value.recoveryCodes : [], problems: problemsOf(outcome) };
  }

  @May<Permission>("account:manage")
  @Mutation(() => PasswordChangePayload, { description: "Sets another password; every other session ends." })
  async passwordChange(@Ctx() ctx: Context, @Arg("input", () => PasswordChangeInput, { description: "The present password and the next." }) input: PasswordChangeInput) {
    const email = (await viewerOf(ctx))?.email ?? "";
    const outcome = await this.attempts.upon(ctx, { email, password: input.current }, (tx, attempt) => this.accounts.changePassword(tx, attempt, input.password));
    if (outcome.ok) await enter(ctx, outcome.value);
    return { viewer: outcome.ok ? await viewerOf(ctx) : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("account:manage")
  @Mutation(() => SessionEndPayload, { description: "Ends one of one's own sessions, at once." })
  async sessionEnd(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which session." }) id: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.sessions.endOwn(tx, id));
    return { viewer: outcome.ok ? await viewerOf(ctx) : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("account:manage")
  @Mutation(() => SessionEndOthersPayload, { description: "Ends all of one's own sessions but this one, at once." })
  async sessionEndOthers(@Ctx() ctx: Context) {
    const outcome = await byRegistrar(ctx, (tx) => this.sessions.endOthers(tx));
    return { viewer: await viewerOf(ctx), problems: problemsOf(outcome) };
  }

  @May<Permission>("account:manage")
  @Mutation(() => LanguageChangePayload, { description: "Chooses the language the house writes in." })
  async languageChange(@Ctx() ctx: Context, @Arg("language", () => LanguageEnum, { description: "Which language." }) language: Language) {
    const outcome = await byRegistrar(ctx, (tx) => this.accounts.changeLanguage(tx, language));
    await ctx.become({ ...ctx.actor, language });
    return { viewer: await viewerOf(ctx), problems: problemsOf(outcome) };
  }
}
