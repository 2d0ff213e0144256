import { Field, ID, Int, ObjectType, registerEnumType, Root } from "type-graphql";
import type { Language, Localized } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { DateScalar, DateTimeScalar, LanguageEnum, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { RegionObject } from "../members/api.ts";
import { ProductLine, regionOf, type SiteDetails, SiteUse, SizeClass } from "../members/index.ts";
import { ApplicationEvidenceKind, type Declaration, type GivenContact } from "./application.entity.ts";
import { ApplicationState, ApplicationStepKind } from "./application-state.rules.ts";
import type { ApplicationRow } from "./application.queries.ts";

registerEnumType(ApplicationState, {
  name: "ApplicationState",
  description: "How an application for membership stands.",
  valuesConfig: {
    DRAFT: { description: "Its maker is still at it." },
    SUBMITTED: { description: "It was handed in and waits for the association." },
    RETURNED: { description: "It is back with its maker, who is to amend it." },
    ADMITTED: { description: "The firm was admitted." },
    REFUSED: { description: "It was refused." },
    WITHDRAWN: { description: "Its maker took it back." },
    LAPSED: { description: "It was left too long." },
  },
});
registerEnumType(ApplicationStepKind, { name: "ApplicationStepKind", description: "What happened to an application." });
registerEnumType(ApplicationEvidenceKind, {
  name: "ApplicationEvidenceKind",
  description: "What a file of an application is.",
  valuesConfig: { BUSINESS_LICENCE: { description: "The firm's business licence; one is needed." }, OTHER: { description: "Whatever else speaks for the firm." } },
});
export const ApplicationClockState = { RUNNING: "RUNNING", PAUSED: "PAUSED", OVERDUE: "OVERDUE" } as const;
registerEnumType(ApplicationClockState, {
  name: "ApplicationClockState",
  description: "Where the time for a decision stands.",
  valuesConfig: {
    RUNNING: { description: "It counts." },
    PAUSED: { description: "It stands still while the application is back with its maker." },
    OVERDUE: { description: "It is over." },
  },
});

@ObjectType("ApplicationSite", { description: "A place the firm trades at or keeps its goods, as it states." })
export class ApplicationSiteObject {
  @Field(() => String, { description: "What it is called." }) name: string;
  @Field(() => SiteUse, { description: "What it is used as." }) use: SiteUse;
  @Field(() => String, { description: "Its address." }) address: string;
  @Field(() => DateScalar, { description: "Since which day it is used." }) openedOn: string;

  @Field(() => RegionObject, { name: "region", description: "Where it lies." })
  placedIn(@Root() { region }: SiteDetails): RegionObject {
    return regionOf(region);
  }
}

@ObjectType("ApplicationContact", { description: "Whom the association speaks to about an application; texts are empty where nothing was given, or what was is erased." })
export class ApplicationContactObject {
  @Field(() => String, { description: "What the person is called." }) name: string;
  @Field(() => String, { description: "Their telephone." }) phone: string;
  @Field(() => String, { description: "Their e-mail address." }) email: string;
}

@ObjectType("ApplicationDeclaration", { description: "What was declared at the last hand-in, and by whom." })
export class ApplicationDeclarationObject {
  @Field(() => String, { description: "The name of who declared it." }) name: string;
  @Field(() => String, { description: "SHA-256 of the text that was declared." }) textDigest: string;
  @Field(() => Int, { description: "The version of the association's terms that has the text." }) termsVersion: number;
  @Field(() => LanguageEnum, { description: "The language it was read in." }) language: Language;
  @Field(() => DateTimeScalar, { description: "When." }) at: string;
}

@ObjectType("ApplicationEvidence", { description: "A file behind an application; officers fetch it at `/files/<id>`." })
export class ApplicationEvidenceObject {
  @Field(() => ID, { description: "Its id, and the file's." }) id: string;
  @Field(() => ApplicationEvidenceKind, { description: "What it is." }) kind: ApplicationEvidenceKind;
  @Field(() => String, { description: "Its name, cleaned." }) name: string;
  @Field(() => String, { description: "What kind of file it is, found from its bytes." }) mediaType: string;
  @Field(() => Int, { description: "Its size in bytes." }) size: number;
  @Field(() => String, { description: "SHA-256 of its bytes." }) digest: string;
  @Field(() => DateTimeScalar, { description: "When it came." }) addedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When its maker took it off after an officer had seen it; null while it counts." }) removedAt: Date | null;
}

@ObjectType("ApplicationStep", { description: "One thing that happened to an application." })
export class ApplicationStepObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => ApplicationStepKind, { description: "What happened." }) kind: ApplicationStepKind;
  @Field(() => DateTimeScalar, { description: "When." }) at: Date;
  @Field(() => String, { nullable: true, description: "The name of the officer who did it; null when none did, and for the applicant, who is told of the association alone." }) officer: string | null;
  @Field(() => String, { nullable: true, description: "Why; null for a step that needs no reason, and once the words are erased." }) reason: string | null;
  @Field(() => String, { nullable: true, description: "SHA-256 of the reason with the id of the step, which stays when the words are erased; null for a step that needs no reason." }) reasonDigest: string | null;
}

@ObjectType("ApplicationClock", { description: "By when the association decides." })
export class ApplicationClockObject {
  @Field(() => ApplicationClockState, { description: "Whether the time counts." }) state: keyof typeof ApplicationClockState;
  @Field(() => DateScalar, { nullable: true, description: "The last day that is in time; null while the clock is paused, since it moves on with every day." }) due: string | null;
  @Field(() => Int, { description: "Working days that are left after today; below nought when the time is over." }) left: number;
  @Field(() => Boolean, { description: "Whether so few are left that it is to be seen to, or none." }) isPressing: boolean;

  @Field(() => DateScalar, { name: "pausedSince", nullable: true, description: "Since when the application is back with its maker, for which reason the clock stands still; null while it counts." })
  standingStillSince(@Root() { pause }: { pause: { from: string } | null }): string | null {
    return pause?.from ?? null;
  }
}

/** What whoever may see an application sees of it, its maker and officers alike. */
@ObjectType("ApplicationMatter", { description: "What a firm states in an application." })
export class ApplicationMatter {
  @Field(() => ID, { description: "Opaque and stable; its first letters name the kind of record." }) id: string;
  @Field(() => ApplicationState, { description: "How it stands." }) state: ApplicationState;
  @Field(() => Int, { description: "Goes up with each change; an act names the one it rests on." }) revision: number;
  @Field(() => LanguageEnum, { description: "The language it is made in, and in which the firm's papers will be." }) language: Language;
  @Field(() => LocalizedScalar, { description: "What the firm is called; empty in the languages it was not given in." }) name: Localized;
  @Field(() => String, { description: "Its unified social credit code; empty while it was not given." }) creditCode: string;
  @Field(() => SizeClass, { nullable: true, description: "How large it is; null while it was not given." }) sizeClass: SizeClass | null;
  @Field(() => [ProductLine], { description: "What it deals in." }) productLines: ProductLine[];
  @Field(() => [ApplicationSiteObject], { description: "Where it trades and keeps its goods." }) sites: SiteDetails[];
  @Field(() => ApplicationContactObject, { description: "Whom to speak to." }) contact: GivenContact;
  @Field(() => ApplicationDeclarationObject, { nullable: true, description: "What was declared at the last hand-in; null before the first, and once it is erased." }) declaration: Declaration | null;
  @Field(() => DateTimeScalar, { description: "When it was begun." }) begunAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first handed in; null while it never was." }) submittedAt: Date | null;
  @Field(() => DateScalar, { nullable: true, description: "The last day its maker has; null while it is not in their hands." }) lapsesOn: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When its particulars were erased; null while they are kept." }) erasedAt: Date | null;

  @Field(() => RegionObject, { name: "region", nullable: true, description: "Where the firm is registered; null while it was not given." })
  registeredIn(@Root() { region }: ApplicationRow): RegionObject | null {
    return region === null ? null : regionOf(region);
  }
}

@ObjectType("Application", { implements: Node, description: "A firm's application for membership, as officers see it." })
export class ApplicationObject extends ApplicationMatter {}

export const ApplicationConnection = Connection(ApplicationObject);

@ObjectType("ApplicationCount", { description: "How many stand in one way." })
export class ApplicationCountObject {
  @Field(() => ApplicationState, { description: "How they stand." }) state: ApplicationState;
  @Field(() => Int, { description: "How many." }) count: number;
}

@ObjectType("ApplicationTotals", { description: "How many applications stand in each way." })
export class ApplicationTotalsObject {
  @Field(() => [ApplicationCountObject], { description: "By state, each state there is." }) counts: ApplicationCountObject[];
  @Field(() => Int, { description: "How many that wait are due soon, or overdue." }) pressing: number;
  @Field(() => Int, { description: "How many of those are overdue." }) overdue: number;
}
