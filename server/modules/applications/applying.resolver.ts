import { Arg, type ClassType, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { digestOf } from "../../kernel/digest.ts";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { byRegistrar } from "../identity/index.ts";
import type { ApplicationEvidenceService } from "./application-evidence.service.ts";
import { applicationTerms } from "./application-terms.queries.ts";
import type { ApplyingService } from "./applying.service.ts";
import {
  ApplicationAccessMakePayload, ApplicationBeginInput, ApplicationBeginPayload, ApplicationEvidenceRemoveInput, ApplicationEvidenceRemovePayload, ApplicationSaveInput,
  ApplicationSavePayload, ApplicationSubmitInput, ApplicationSubmitPayload, ApplicationTermsObject, ApplicationWithdrawPayload, OwnApplicationObject,
} from "./own-application.object.ts";
import type { OwnApplicationService } from "./own-application.service.ts";

const inputArg = (type: () => ClassType, description: string) => Arg("input", type, { description });
const tokenArg = () => Arg("token", () => String, { description: "What follows the `#` of the link." });

/** What an applicant may do without an account, by the secret link alone. A link that opens nothing is answered as if there were nothing. */
@Resolver()
export class ApplyingResolver {
  constructor(
    private readonly applying: ApplyingService,
    private readonly evidence: ApplicationEvidenceService,
    private readonly own: OwnApplicationService,
  ) {}

  @May("PUBLIC")
  @Query(() => ApplicationTermsObject, { description: "How the association deals with applications for membership." })
  async applicationTerms(@Ctx() ctx: Context) {
    const { evidence, declaration, ...terms } = await applicationTerms(ctx);
    return { ...terms, mostFiles: evidence.files, mostBytes: evidence.bytes, declaration, declarationDigest: digestOf(declaration) };
  }

  @May("PUBLIC")
  @Query(() => OwnApplicationObject, { nullable: true, description: "The application a secret link opens; null when it opens none." })
  ownApplication(@Ctx() ctx: Context, @tokenArg() token: string) {
    return this.own.open(ctx, token);
  }

  @May("PUBLIC")
  @Mutation(() => ApplicationBeginPayload, { description: "Begins an application for membership, and makes the link by which it is gone on with." })
  async applicationBegin(@Ctx() ctx: Context, @inputArg(() => ApplicationBeginInput, "What it begins with.") input: ApplicationBeginInput) {
    const outcome = await byRegistrar(ctx, (tx) => this.applying.begin(tx, input));
    const link = outcome.ok ? outcome.value.link : null;
    return { ...(await this.answer(ctx, link?.split("#")[1] ?? "", outcome)), link };
  }

  @May("PUBLIC")
  @Mutation(() => ApplicationSavePayload, { description: "Keeps what is given of a draft, or of an application that was returned." })
  async applicationSave(@Ctx() ctx: Context, @inputArg(() => ApplicationSaveInput, "What is to be kept.") input: ApplicationSaveInput) {
    return this.answer(ctx, input.token, await byRegistrar(ctx, (tx) => this.applying.save(tx, input)));
  }

  @May("PUBLIC")
  @Mutation(() => ApplicationEvidenceRemovePayload, { description: "Takes a file off; what an officer has seen stays on record." })
  async applicationEvidenceRemove(@Ctx() ctx: Context, @inputArg(() => ApplicationEvidenceRemoveInput, "Which file.") { token, evidenceId }: ApplicationEvidenceRemoveInput) {
    const outcome = await byRegistrar(ctx, (tx) => this.evidence.remove(tx, token, evidenceId));
    const digest = outcome.ok ? outcome.value.digest : null;
    // In a transaction of its own: bytes that are gone do not come back when one is undone.
    if (digest !== null) await byRegistrar(ctx, (tx) => this.evidence.forget(tx, digest));
    return this.answer(ctx, token, outcome);
  }

  @May("PUBLIC")
  @Mutation(() => ApplicationSubmitPayload, { description: "Hands the application in; it then lies with the association." })
  async applicationSubmit(@Ctx() ctx: Context, @inputArg(() => ApplicationSubmitInput, "What is declared.") input: ApplicationSubmitInput) {
    return this.answer(ctx, input.token, await byRegistrar(ctx, (tx) => this.applying.submit(tx, input)));
  }

  @May("PUBLIC")
  @Mutation(() => ApplicationWithdrawPayload, { description: "Takes the application back before it is decided." })
  async applicationWithdraw(@Ctx() ctx: Context, @tokenArg() token: string) {
    return this.answer(ctx, token, await byRegistrar(ctx, (tx) => this.applying.withdraw(tx, token)));
  }

  @May("PUBLIC")
  @Mutation(() => ApplicationAccessMakePayload, { description: "Invites the contact of an admitted firm as its first administrator, once." })
  async applicationAccessMake(@Ctx() ctx: Context, @tokenArg() token: string) {
    const outcome = await byRegistrar(ctx, (tx) => this.applying.makeAccess(tx, token));
    return { ...(await this.answer(ctx, token, outcome)), link: outcome.ok ? outcome.value.link : null };
  }

  private async answer(ctx: Context, token: string, outcome: Outcome<unknown>) {
    return { application: outcome.ok ? await this.own.open(ctx, token) : null, problems: problemsOf(outcome) };
  }
}
