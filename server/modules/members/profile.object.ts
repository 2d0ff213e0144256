import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import { MemberObject } from "./member.object.ts";
import type { StandingMember } from "./member.queries.ts";
import { ProductLine } from "./member.rules.ts";
import { type ContactDetails, ContactDuty, type SiteDetails, SiteUse } from "./profile.rules.ts";

registerEnumType(SiteUse, { name: "SiteUse", description: "What a site is used as." });
registerEnumType(ContactDuty, { name: "ContactDuty", description: "The matters a firm names somebody for." });

@ObjectType("MemberSite", { description: "A place at which a firm trades or keeps its goods." })
export class MemberSiteObject {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Int, { description: "Goes up with each change; a change names the one it was made from." })
  revision: number;

  @Field(() => String, { description: "What it is called." })
  name: string;

  @Field(() => SiteUse, { description: "What it is used as." })
  use: SiteUse;

  @Field(() => String, { description: "Its address." })
  address: string;

  @Field(() => DateScalar, { description: "Since which day it is used." })
  openedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which it was no longer used; null while it is." })
  closedOn: string | null;
}

@ObjectType("MemberContact", { description: "Whom the association speaks to about a matter." })
export class MemberContactObject {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Int, { description: "Goes up with each change; a change names the one it was made from." })
  revision: number;

  @Field(() => ContactDuty, { description: "The matter." })
  duty: ContactDuty;

  @Field(() => String, { description: "What the person is called." })
  name: string;

  @Field(() => String, { description: "Their telephone; empty when none was given." })
  phone: string;

  @Field(() => String, { description: "Their e-mail address; empty when none was given." })
  email: string;
}

@ObjectType("PeerGroup", { description: "Firms of one size that deal in the same; a firm is compared within it." })
export class PeerGroupObject {
  @Field(() => ProductLine, { description: "What they deal in." })
  productLine: ProductLine;

  @Field(() => Int, { nullable: true, description: "How many stand in the association, the firm itself among them; null when they are too few to be compared." })
  members: number | null;
}

@InputType("MemberSiteAddInput", { description: "A site as it is to be kept." })
export class MemberSiteAddInput implements SiteDetails {
  @Field(() => String, { description: "What it is called." })
  name: string;

  @Field(() => SiteUse, { description: "What it is used as." })
  use: SiteUse;

  @Field(() => String, { description: "Its region, by code." })
  region: string;

  @Field(() => String, { description: "Its address." })
  address: string;

  @Field(() => DateScalar, { description: "Since which day it is used; not later than today." })
  openedOn: string;
}

@InputType("MemberSiteChangeInput", { description: "A site as it is to be kept from now on." })
export class MemberSiteChangeInput extends MemberSiteAddInput {
  @Field(() => Int, { description: "The revision the change was made from." })
  revision: number;
}

@InputType("MemberSiteCloseInput", { description: "From when a site is no longer used." })
export class MemberSiteCloseInput {
  @Field(() => Int, { description: "The revision the site was closed from." })
  revision: number;

  @Field(() => DateScalar, { description: "The first day without it: not before it was opened, not later than today." })
  closedOn: string;
}

@InputType("MemberContactAddInput", { description: "A contact as it is to be kept; a telephone or an e-mail address is needed." })
export class MemberContactAddInput implements ContactDetails {
  @Field(() => ContactDuty, { description: "The matter." })
  duty: ContactDuty;

  @Field(() => String, { description: "What the person is called." })
  name: string;

  @Field(() => String, { defaultValue: "", description: "Their telephone." })
  phone: string;

  @Field(() => String, { defaultValue: "", description: "Their e-mail address." })
  email: string;
}

@InputType("MemberContactChangeInput", { description: "A contact as it is to be kept from now on." })
export class MemberContactChangeInput extends MemberContactAddInput {
  @Field(() => Int, { description: "The revision the change was made from." })
  revision: number;
}

@ObjectType("MemberSiteAddPayload", { description: "What became of a change to a firm's record." })
export class MemberSiteAddPayload {
  @Field(() => MemberObject, { nullable: true, description: "The firm with what is kept now; null when it was refused." })
  member: StandingMember | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}

@ObjectType("MemberSiteChangePayload", { description: "What became of a change to a site." })
export class MemberSiteChangePayload extends MemberSiteAddPayload {}

@ObjectType("MemberSiteClosePayload", { description: "What became of closing a site." })
export class MemberSiteClosePayload extends MemberSiteAddPayload {}

@ObjectType("MemberContactAddPayload", { description: "What became of a new contact." })
export class MemberContactAddPayload extends MemberSiteAddPayload {}

@ObjectType("MemberContactChangePayload", { description: "What became of a change to a contact." })
export class MemberContactChangePayload extends MemberSiteAddPayload {}

@ObjectType("MemberContactRemovePayload", { description: "What became of taking a contact off." })
export class MemberContactRemovePayload extends MemberSiteAddPayload {}
