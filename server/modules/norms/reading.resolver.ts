import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { DecimalScalar } from "../../platform/graphql/scalars.ts";
import type { Permission } from "../identity/index.ts";
import { NormVersionObject } from "./norm.object.ts";
import type { VersionRow } from "./norm.queries.ts";
import { ReadershipConnection, ReadershipObject, ReadingNotePayload, ReadingTotalsObject } from "./reading.object.ts";
import { articlesReadByViewer, type Readership, readershipOf, readingTotals } from "./reading.queries.ts";
import { shareRead } from "./reading.rules.ts";
import type { ReadingService } from "./reading.service.ts";

const versionArg = () => Arg("versionId", () => ID, { description: "Of which version of a norm." });

@Resolver(() => NormVersionObject)
export class NormReadingResolver {
  constructor(private readonly readings: ReadingService) {}

  @May<Permission>("norm:read")
  @Mutation(() => ReadingNotePayload, { description: "Notes which articles the viewer has read to their end; what was noted before stays." })
  async normReadingNote(@Ctx() ctx: Context, @versionArg() versionId: string, @Arg("articles", () => [String], { description: "Their codes." }) articles: string[]) {
    const outcome = await ctx.inTransaction((tx) => this.readings.note(tx, versionId, articles));
    return { version: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("norm:review")
  @Query(() => ReadershipConnection, { description: "How far each member that stands in the association has read a version and trained its people on it, in the order of their numbers." })
  normReadership(@Ctx() ctx: Context, @versionArg() versionId: string, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return readershipOf(ctx, versionId, page);
  }

  @May<Permission>("norm:review")
  @Query(() => ReadingTotalsObject, { description: "How many members have read how much of a version, and have trained on it." })
  normReadingTotals(@Ctx() ctx: Context, @versionArg() versionId: string) {
    return readingTotals(ctx, versionId);
  }

  @FieldResolver(() => [String], { description: "The codes of the articles the viewer has read to their end, in the order they were read; empty for who acts for no member." })
  async readArticles(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return (await ctx.load(articlesReadByViewer, version.id)).map(({ article }) => article);
  }
}

@Resolver(() => ReadershipObject)
export class NormReadershipResolver {
  @FieldResolver(() => DecimalScalar, { nullable: true, description: "The share read, in per cent, rounded down to one decimal; null while the version has no article." })
  share(@Root() { read, articles }: Readership) {
    return shareRead(read, articles);
  }
}
