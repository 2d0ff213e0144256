import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { anonymous } from "../../platform/actor.ts";
import { wantCookie } from "../../platform/cookies.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { type AttemptService, deviceCookie, normalEmail } from "./attempt.service.ts";
import type { Permission } from "./permissions.ts";
import { byRegistrar } from "./person.ts";
import type { IdentitySecrets } from "./secrets.ts";
import { type OpenedSession, sessionCookie, type SessionService } from "./session.service.ts";
import type { SignInService } from "./sign-in.service.ts";
import { DemoSignInPayload, SignInInput, SignInPayload, SignOutPayload, StepUpInput, StepUpPayload } from "./viewer.object.ts";
import { viewerOf } from "./viewer.resolver.ts";

/** How long a browser is known again, in seconds. */
const DEVICE_AGE = 365 * 24 * 60 * 60;

/** Hands an opened session to the browser; the rest of the request acts as its person. */
export async function enter(ctx: Context, { token, maxAge, actor }: OpenedSession): Promise<void> {
  wantCookie(ctx, { name: sessionCookie, value: token, maxAge });
  await ctx.become(actor);
}

/** The door: coming in, going out, and proving again who one is. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly attempts: AttemptService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly secrets: IdentitySecrets,
  ) {}

  @May("PUBLIC")
  @Mutation(() => SignInPayload, { description: "Signs in with a password and, where one is enrolled, a second factor." })
  async signIn(@Ctx() ctx: Context, @Arg("input", () => SignInInput, { description: "The proof." }) input: SignInInput) {
    const outcome = await this.attempts.upon(ctx, input, (tx, attempt) => this.signIns.signIn(tx, attempt, input.code ?? null));
    if (outcome.ok) wantCookie(ctx, { name: deviceCookie, value: this.secrets.newDevice(normalEmail(input.email)), maxAge: DEVICE_AGE });
    return this.answer(ctx, outcome);
  }

  @May("PUBLIC")
  @Mutation(() => DemoSignInPayload, { description: "Signs in as a person of the demo story; refused where there is none." })
  async demoSignIn(@Ctx() ctx: Context, @Arg("email", () => String, { description: "Which person." }) email: string) {
    return this.answer(ctx, await byRegistrar(ctx, (tx) => this.signIns.demoSignIn(tx, email)));
  }

  @May("PUBLIC")
  @Mutation(() => SignOutPayload, { description: "Ends the session this request came with." })
  async signOut(@Ctx() ctx: Context) {
    const outcome = await byRegistrar(ctx, (tx) => this.sessions.signOut(tx));
    wantCookie(ctx, { name: sessionCookie, value: "" });
    await ctx.become(anonymous(ctx.actor.language, ctx.actor.address));
    return { viewer: null, problems: problemsOf(outcome) };
  }

  @May<Permission>("account:manage")
  @Mutation(() => StepUpPayload, { description: "Proves again who is signed in; grave acts are open for ten minutes." })
  async stepUp(@Ctx() ctx: Context, @Arg("input", () => StepUpInput, { description: "The proof." }) input: StepUpInput) {
    const email = (await viewerOf(ctx))?.email ?? "";
    const outcome = await this.attempts.upon(ctx, { email, password: input.password }, (tx, attempt) => this.signIns.stepUp(tx, attempt, input.code ?? null));
    if (outcome.ok) await enter(ctx, outcome.value);
    return { viewer: await viewerOf(ctx), problems: problemsOf(outcome) };
  }

  private async answer(ctx: Context, outcome: Outcome<OpenedSession>) {
    if (outcome.ok) await enter(ctx, outcome.value);
    return { viewer: outcome.ok ? await viewerOf(ctx) : null, problems: problemsOf(outcome) };
  }
}
