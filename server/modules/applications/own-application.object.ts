import { type ClassType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Language, Localized } from "../../kernel/language.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, LanguageEnum, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { ProductLine, SiteUse, SizeClass } from "../members/index.ts";
import { ApplicationClockObject, ApplicationEvidenceObject, ApplicationMatter, ApplicationStepObject } from "./application.object.ts";
import type { EvidenceRow, StepRow } from "./application.queries.ts";
import type { HandingIn } from "./applying.service.ts";
import type { DecisionReading } from "./decision-clock.service.ts";
import type { OwnApplication } from "./own-application.service.ts";
import { ApplicationPart } from "./particulars.ts";

registerEnumType(ApplicationPart, { name: "ApplicationPart", description: "What an application needs before it can be handed in." });

@ObjectType("OwnApplication", { description: "An application as its maker sees it by the secret link." })
export class OwnApplicationObject extends ApplicationMatter {
  @Field(() => [ApplicationEvidenceObject], { description: "Its files, in the order they came; fetched at `/files/<id>` with the link's secret in the header `application-token`." }) evidence: EvidenceRow[];
  @Field(() => [ApplicationStepObject], { description: "What happened to it, in order." }) steps: StepRow[];
  @Field(() => ApplicationClockObject, { nullable: true, description: "By when it is decided; null while it was never handed in, and once it has ended." }) clock: DecisionReading | null;
  @Field(() => [ApplicationPart], { description: "What is still missing before it can be handed in; empty while it is not in its maker's hands." }) missing: ApplicationPart[];
  @Field(() => Boolean, { description: "Whether the first administrator's access was made." }) accessMade: boolean;
}

@ObjectType("ApplicationTerms", { description: "How the association deals with applications: its own decision." })
export class ApplicationTermsObject {
  @Field(() => Int, { description: "Working days from the hand-in to the decision." }) decisionDays: number;
  @Field(() => Int, { description: "Days after which a draft nobody goes on with lapses." }) draftDays: number;
  @Field(() => Int, { description: "Days its maker has to amend what was returned." }) amendDays: number;
  @Field(() => Int, { description: "Days for which the particulars of an application that led to no membership are kept." }) retentionDays: number;
  @Field(() => Int, { description: "How many files an application may have." }) mostFiles: number;
  @Field(() => Int, { description: "How many bytes they may have together." }) mostBytes: number;
  @Field(() => LocalizedScalar, { description: "What whoever hands in declares." }) declaration: Localized;
  @Field(() => String, { description: "SHA-256 of the declaration; the hand-in names it." }) declarationDigest: string;
}

@InputType("ApplicationBeginInput", { description: "With what an application begins." })
export class ApplicationBeginInput {
  @Field(() => LocalizedScalar, { description: "What the firm is called, in one language at least; empty in the others." }) name: Localized;
  @Field(() => LanguageEnum, { description: "The language it is made in, and in which the firm's papers will be." }) language: Language;
}

@InputType("ApplicationSiteInput", { description: "A place the firm trades at or keeps its goods." })
export class ApplicationSiteInput {
  @Field(() => String, { description: "What it is called." }) name: string;
  @Field(() => SiteUse, { description: "What it is used as." }) use: SiteUse;
  @Field(() => String, { description: "Its region, by code." }) region: string;
  @Field(() => String, { description: "Its address." }) address: string;
  @Field(() => DateScalar, { description: "Since which day it is used; not later than today." }) openedOn: string;
}

@InputType("ApplicationContactInput", { description: "Whom to speak to; they become the firm's first administrator." })
export class ApplicationContactInput {
  @Field(() => String, { description: "What the person is called." }) name: string;
  @Field(() => String, { defaultValue: "", description: "Their telephone." }) phone: string;
  @Field(() => String, { description: "Their e-mail address." }) email: string;
}

@InputType("ApplicationSaveInput", { description: "What is to be kept; what is absent stays as it is, what is null is cleared." })
export class ApplicationSaveInput {
  @Field(() => String, { description: "What follows the `#` of the link." }) token: string;
  @Field(() => Int, { description: "The revision the change was made from." }) revision: number;
  @Field(() => LocalizedScalar, { nullable: true, description: "What the firm is called; empty in the languages it is not given in." }) name?: Localized | null;
  @Field(() => String, { nullable: true, description: "Its unified social credit code, however it is typed." }) creditCode?: string | null;
  @Field(() => String, { nullable: true, description: "Its region, by code." }) region?: string | null;
  @Field(() => SizeClass, { nullable: true, description: "How large it is." }) sizeClass?: SizeClass | null;
  @Field(() => [ProductLine], { nullable: true, description: "What it deals in." }) productLines?: ProductLine[] | null;
  @Field(() => [ApplicationSiteInput], { nullable: true, description: "All its sites." }) sites?: ApplicationSiteInput[] | null;
  @Field(() => ApplicationContactInput, { nullable: true, description: "Whom to speak to." }) contact?: ApplicationContactInput | null;
}

@InputType("ApplicationSubmitInput", { description: "What is declared when an application is handed in." })
export class ApplicationSubmitInput implements HandingIn {
  @Field(() => String, { description: "What follows the `#` of the link." }) token: string;
  @Field(() => Int, { description: "The revision that is handed in." }) revision: number;
  @Field(() => Boolean, { description: "Whether the declaration is made." }) consent: boolean;
  @Field(() => String, { description: "SHA-256 of the declaration that was read." }) textDigest: string;
  @Field(() => String, { description: "The name of who makes it." }) declarantName: string;
}

@InputType("ApplicationEvidenceRemoveInput", { description: "Which file of which application." })
export class ApplicationEvidenceRemoveInput {
  @Field(() => String, { description: "What follows the `#` of the link." }) token: string;
  @Field(() => ID, { description: "Which file." }) evidenceId: string;
}

interface OwnPayload {
  application: OwnApplication | null;
  problems: ProblemObject[];
}

/** The answer of an applicant's act. */
function payloadOf(name: string, description: string): ClassType<OwnPayload> {
  @ObjectType(name, { description })
  class Payload implements OwnPayload {
    @Field(() => OwnApplicationObject, { nullable: true, description: "The application as it stands now; null when it was refused." })
    application: OwnApplication | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

/** The same of an act that makes a link. */
function linkPayloadOf(name: string, description: string, linkDescription: string): ClassType<OwnPayload & { link: string | null }> {
  @ObjectType(name, { description })
  class Payload implements OwnPayload {
    @Field(() => OwnApplicationObject, { nullable: true, description: "The application as it stands now; null when it was refused." })
    application: OwnApplication | null;

    @Field(() => String, { nullable: true, description: linkDescription })
    link: string | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const ApplicationBeginPayload = linkPayloadOf("ApplicationBeginPayload", "What became of the beginning.", "The secret link to go on with, shown this once; null when it was refused.");
export const ApplicationAccessMakePayload = linkPayloadOf("ApplicationAccessMakePayload", "What became of the access.", "The invitation's link, shown this once; null when it was refused.");
export const ApplicationSavePayload = payloadOf("ApplicationSavePayload", "What became of the changes.");
export const ApplicationEvidenceRemovePayload = payloadOf("ApplicationEvidenceRemovePayload", "What became of taking the file off.");
export const ApplicationSubmitPayload = payloadOf("ApplicationSubmitPayload", "What became of the hand-in.");
export const ApplicationWithdrawPayload = payloadOf("ApplicationWithdrawPayload", "What became of taking it back.");
