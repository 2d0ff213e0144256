import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { DateTimeScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { memberById } from "../members/index.ts";
import { CreditEntryConnection, CreditEntryCorrectInput, CreditEntryCorrectPayload, CreditEntryObject, EntryKindObject } from "./entry.object.ts";
import { mayCorrect, mayReadFile } from "./entry.policy.ts";
import { type CreditEntry, correctionOf, creditEntries, entryById } from "./entry.queries.ts";
import { entryInWords } from "./entry-words.rules.ts";
import { newestLedgerSchemes } from "./grade.queries.ts";
import type { LedgerService } from "./ledger.service.ts";
import { kindOf } from "./tell.rules.ts";

const readable = async (ctx: Context, id: string): Promise<CreditEntry | null> => {
  const entry = await ctx.load(entryById, id);
  return entry && mayReadFile(ctx.actor, entry) ? entry : null;
};

nodeOf("cre", CreditEntryObject, "grade:read", readable);

export const CreditEntryViewerMay = ViewerMay<CreditEntry>(CreditEntryObject, { "grade:read": mayReadFile, "credit:correct": mayCorrect });

@Resolver(() => CreditEntryObject)
export class CreditEntryResolver {
  constructor(private readonly ledger: LedgerService) {}

  @May<Permission>("grade:read")
  @Query(() => CreditEntryConnection, { description: "Entries of the credit ledger, latest entered first: everybody's for the association, their own for members." })
  creditEntries(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("memberId", () => ID, { nullable: true, description: "Only this member's file; absent means all." }) memberId: string | null,
  ) {
    return creditEntries(ctx, page, memberId);
  }

  @May<Permission>("credit:correct")
  @Mutation(() => CreditEntryCorrectPayload, { description: "Corrects an entry by another that names it and says why; both stay on file." })
  async creditEntryCorrect(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which entry." }) id: string,
    @Arg("input", () => CreditEntryCorrectInput, { description: "What it should have said." }) input: CreditEntryCorrectInput,
  ) {
    const outcome = await ctx.inTransaction((tx) => this.ledger.correct(tx, id, input));
    return { creditEntry: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @FieldResolver(() => MemberObject, { description: "Whose file it stands in." })
  member(@Root() entry: CreditEntry, @Ctx() ctx: Context) {
    return ctx.load(memberById, entry.memberId);
  }

  @FieldResolver(() => EntryKindObject, { description: "Its kind, by the newest scheme." })
  async kind(@Root() entry: CreditEntry, @Ctx() ctx: Context): Promise<EntryKindObject> {
    return { ...(await kindIn(ctx, entry)), area: entry.area };
  }

  @FieldResolver(() => LocalizedScalar, { description: "What it says, in words." })
  async words(@Root() entry: CreditEntry, @Ctx() ctx: Context): Promise<Localized> {
    return entryInWords(await kindIn(ctx, entry), entry.facts);
  }

  @FieldResolver(() => DateTimeScalar, { description: "When it happened." })
  occurredAt(@Root() entry: CreditEntry): Date {
    return new Date(entry.occurredAt);
  }

  @FieldResolver(() => DateTimeScalar, { description: "When it was decided or established." })
  decidedAt(@Root() entry: CreditEntry): Date {
    return new Date(entry.decidedAt);
  }

  @FieldResolver(() => DateTimeScalar, { description: "When it came into the file." })
  enteredAt(@Root() entry: CreditEntry): Date {
    return new Date(entry.enteredAt);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "When it was published; null when it was not." })
  publishedAt(@Root() { publishedAt }: CreditEntry): Date | null {
    return publishedAt === null ? null : new Date(publishedAt);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "When it ends to count; null when it only fades." })
  expiresAt(@Root() { expiresAt }: CreditEntry): Date | null {
    return expiresAt === null ? null : new Date(expiresAt);
  }

  @FieldResolver(() => Boolean, { description: "Whether it came into the file later than the ledger allows without saying so." })
  late(@Root() { supersedes, reason }: CreditEntry): boolean {
    return supersedes === null && reason !== null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why it was corrected; null for what is no correction." })
  reason(@Root() { supersedes, reason }: CreditEntry): string | null {
    return supersedes === null ? null : reason;
  }

  @FieldResolver(() => CreditEntryObject, { nullable: true, description: "The entry it corrects; null when it corrects none." })
  corrects(@Root() { supersedes }: CreditEntry, @Ctx() ctx: Context) {
    return supersedes === null ? null : ctx.load(entryById, supersedes);
  }

  @FieldResolver(() => CreditEntryObject, { nullable: true, description: "The entry that corrects it; null while it stands as it is." })
  correctedBy(@Root() { id }: CreditEntry, @Ctx() ctx: Context) {
    return ctx.load(correctionOf, id);
  }
}

async function kindIn(ctx: Context, { kind }: CreditEntry) {
  const scheme = await ctx.load(newestLedgerSchemes, "newest");
  if (!scheme) throw new Error("There are entries of the ledger, and no scheme that knows it.");
  return kindOf(scheme, kind);
}
