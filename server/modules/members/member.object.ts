import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Language, Localized } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { DateScalar, LanguageEnum, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import type { MemberFilter } from "./member.queries.ts";
import { MemberStatus, ProductLine, SizeClass } from "./member.rules.ts";

registerEnumType(MemberStatus, {
  name: "MemberStatus",
  description: "Where a firm stands in the association.",
  valuesConfig: {
    ACTIVE: { description: "A member in full." },
    GRACE: { description: "Overdue with what a member owes, and still a member." },
    SUSPENDED: { description: "Bound by the norms, without a member's rights for a time." },
    LAPSED: { description: "Left by letting the grace period pass." },
    EXPELLED: { description: "Excluded by a decision." },
    WITHDRAWN: { description: "Left by its own will." },
  },
});
registerEnumType(SizeClass, { name: "SizeClass", description: "How large a firm is, by the bureau of statistics' four classes." });
registerEnumType(ProductLine, { name: "ProductLine", description: "What a wholesaler deals in." });

@ObjectType("Association", { description: "The association itself." })
export class AssociationObject {
  @Field(() => LocalizedScalar, { description: "Its name, as its papers bear it." })
  name: Localized;
}

@ObjectType("Region", { description: "A province or what ranks with it." })
export class RegionObject {
  @Field(() => String, { description: "Its code in GB/T 2260, such as `440000`." })
  code: string;

  @Field(() => LocalizedScalar, { description: "Its name." })
  name: Localized;
}

@ObjectType("Member", { implements: Node, description: "A firm of the association." })
export class MemberObject extends Node {
  @Field(() => Int, { description: "Its number in the list of members, given in the order of admission." })
  number: number;

  @Field(() => LocalizedScalar, { description: "Its registered name, and how the association writes it in the other languages." })
  name: Localized;

  @Field(() => String, { description: "Its unified social credit code (GB 32100-2015)." })
  creditCode: string;

  @Field(() => SizeClass, { description: "How large it is." })
  sizeClass: SizeClass;

  @Field(() => [ProductLine], { description: "What it deals in." })
  productLines: ProductLine[];

  @Field(() => MemberStatus, { description: "Where it stands." })
  status: MemberStatus;

  @Field(() => DateScalar, { description: "Since which day it stands there." })
  statusSince: string;

  @Field(() => DateScalar, { description: "The day it was admitted; the last time, where it had left before." })
  admittedOn: string;

  @Field(() => LanguageEnum, { description: "The language its papers are written in, certificates first." })
  language: Language;
}

export const MemberConnection = Connection(MemberObject);

@InputType("MemberFilter", { description: "Which members are meant; what is absent does not narrow." })
export class MemberFilterInput implements MemberFilter {
  @Field(() => String, { nullable: true, description: "What the name or the credit code contains, in either script." })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: "Any of these regions, by code." })
  regions?: string[] | null;

  @Field(() => [MemberStatus], { nullable: true, description: "Standing in any of these ways." })
  statuses?: MemberStatus[] | null;

  @Field(() => [SizeClass], { nullable: true, description: "Of any of these sizes." })
  sizeClasses?: SizeClass[] | null;

  @Field(() => ProductLine, { nullable: true, description: "Dealing in this, among others." })
  productLine?: ProductLine | null;

  @Field(() => Boolean, { nullable: true, description: "Whose membership can, or cannot, be renewed today." })
  renewable?: boolean | null;
}
