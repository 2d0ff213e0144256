import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import { PublicFileObject } from "../publication/api.ts";
import type { PublicFile } from "../publication/index.ts";
import { CertificateStatus } from "./certificate.rules.ts";
import { publicCertificates, publicCertificatesShown } from "./certificate.queries.ts";

@ObjectType("PublicCertificate", { description: "A certificate as the register tells everybody of it." })
export class PublicCertificateObject {
  @Field(() => String, { description: "Its number, by which anyone can check it." }) number: string;
  @Field(() => CertificateStatus, { description: "What anyone is told of it today." }) status: CertificateStatus;
  @Field(() => DateScalar, { description: "The day of issue." }) issuedOn: string;
  @Field(() => DateScalar, { description: "The last day it holds." }) expiresOn: string;
}

/** What the public file looks like from here. */
@Resolver(() => PublicFileObject)
export class PublicFileCertificatesResolver {
  @FieldResolver(() => [PublicCertificateObject], { description: `The firm's certificates in the register, newest first, at most ${publicCertificatesShown}.` })
  certificates(@Root() { id, asOf }: PublicFile, @Ctx() ctx: Context) {
    return publicCertificates(ctx, id, asOf);
  }
}
